using System.Collections.Generic;

namespace Shop.Client.Models;

using Shop.Client.Runtime;

/// <summary>The entity type Odd.Names.class.</summary>
public partial class Class : global::Shop.Client.Runtime.Model
{
    private static readonly ModelType s_type = new("Odd.Names.class", static () => new Class())
    {
        IsEntity = true,
        Properties =
        [
            new("import", "Import_2", "Edm.String") { IsNullable = false },
            new("Import", "Import", "Edm.Int32"),
            new("class", "ClassProp_2", "Edm.String"),
            new("toJson", "ToJsonProperty", "Edm.String"),
            new("rawMembers", "RawMembersProperty", "Edm.String"),
            new("getHashCode", "GetHashCodeProperty", "Edm.String"),
            new("task", "Task", "Odd.Names.task"),
            new("model", "Model", "Odd.Names.model"),
            new("stream", "Stream", "Edm.Stream"),
            new("\ud801\udc00wide", "Wide", "Edm.String"),
            new("__class__", "ClassProp", "Edm.String"),
            new("list", "List", "Edm.String") { IsCollection = true },
            new("str", "Str", "Edm.String"),
            new("validate", "ValidateProperty", "Edm.String"),
            new("_data", "Data", "Edm.String"),
            new("Gr\u00f6\u00dfe", "Gr\u00f6\u00dfe", "Edm.Int32"),
            new("HTTPServerID2", "HttpServerId2", "Edm.String"),
            new("property", "Property", "Edm.String"),
            new("get", "Get", "Odd.Names.class") { IsCollection = true, IsNullable = false, IsNavigation = true },
            new("async", "Async", "Odd.Names.class") { IsNavigation = true },
        ],
    };

    /// <summary>Property import: Edm.String.</summary>
    public string? Import_2
    {
        get => GetString("import");
        set => SetString("import", value);
    }

    /// <summary>Property Import: Edm.Int32.</summary>
    public int? Import
    {
        get => GetInt32("Import");
        set => SetInt32("Import", value);
    }

    /// <summary>Property class: Edm.String.</summary>
    public string? ClassProp_2
    {
        get => GetString("class");
        set => SetString("class", value);
    }

    /// <summary>Property toJson: Edm.String.</summary>
    public string? ToJsonProperty
    {
        get => GetString("toJson");
        set => SetString("toJson", value);
    }

    /// <summary>Property rawMembers: Edm.String.</summary>
    public string? RawMembersProperty
    {
        get => GetString("rawMembers");
        set => SetString("rawMembers", value);
    }

    /// <summary>Property getHashCode: Edm.String.</summary>
    public string? GetHashCodeProperty
    {
        get => GetString("getHashCode");
        set => SetString("getHashCode", value);
    }

    /// <summary>Property task: Odd.Names.task.</summary>
    public TaskObject? Task
    {
        get => GetModel<TaskObject>("task");
        set => SetModel("task", value);
    }

    /// <summary>Property model: Odd.Names.model.</summary>
    public Model? Model
    {
        get => GetModel<Model>("model");
        set => SetModel("model", value);
    }

    /// <summary>Property stream: Edm.Stream.</summary>
    public byte[]? Stream
    {
        get => GetBinary("stream");
        set => SetBinary("stream", value);
    }

    /// <summary>Property 𐐀wide: Edm.String.</summary>
    public string? Wide
    {
        get => GetString("\ud801\udc00wide");
        set => SetString("\ud801\udc00wide", value);
    }

    /// <summary>Property __class__: Edm.String.</summary>
    public string? ClassProp
    {
        get => GetString("__class__");
        set => SetString("__class__", value);
    }

    /// <summary>Property list: Collection(Edm.String).</summary>
    public List<string>? List
    {
        get => GetStringList("list");
        set => SetStringList("list", value);
    }

    /// <summary>Property str: Edm.String.</summary>
    public string? Str
    {
        get => GetString("str");
        set => SetString("str", value);
    }

    /// <summary>Property validate: Edm.String.</summary>
    public string? ValidateProperty
    {
        get => GetString("validate");
        set => SetString("validate", value);
    }

    /// <summary>Property _data: Edm.String.</summary>
    public string? Data
    {
        get => GetString("_data");
        set => SetString("_data", value);
    }

    /// <summary>Property Größe: Edm.Int32.</summary>
    public int? Größe
    {
        get => GetInt32("Gr\u00f6\u00dfe");
        set => SetInt32("Gr\u00f6\u00dfe", value);
    }

    /// <summary>Property HTTPServerID2: Edm.String.</summary>
    public string? HttpServerId2
    {
        get => GetString("HTTPServerID2");
        set => SetString("HTTPServerID2", value);
    }

    /// <summary>Property property: Edm.String.</summary>
    public string? Property
    {
        get => GetString("property");
        set => SetString("property", value);
    }

    /// <summary>Property get: Collection(Odd.Names.class).</summary>
    public List<Class>? Get
    {
        get => GetModelList<Class>("get");
        set => SetModelList("get", value);
    }

    /// <summary>Property async: Odd.Names.class.</summary>
    public Class? Async
    {
        get => GetModel<Class>("async");
        set => SetModel("async", value);
    }

    internal override ModelType ModelInfo => s_type;
}
