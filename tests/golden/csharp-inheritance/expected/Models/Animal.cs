using System.Collections.Generic;

namespace Shop.Client.Models;

using Shop.Client.Runtime;

/// <summary>Abstract entity type Zoo.Animal.</summary>
public partial class Animal : Being
{
    private static readonly ModelType s_type = new("Zoo.Animal", static () => new Animal())
    {
        BaseName = "Zoo.Being",
        IsEntity = true,
        IsAbstract = true,
        IsOpen = true,
        SaysType = true,
        Properties =
        [
            new("name", "Name", "Edm.String"),
            new("parent", "Parent", "Zoo.Animal") { IsNavigation = true },
            new("children", "Children", "Zoo.Animal") { IsCollection = true, IsNullable = false, IsNavigation = true },
        ],
    };

    /// <summary>Property name: Edm.String.</summary>
    public string? Name
    {
        get => GetString("name");
        set => SetString("name", value);
    }

    /// <summary>Property parent: Zoo.Animal.</summary>
    public Animal? Parent
    {
        get => GetModel<Animal>("parent");
        set => SetModel("parent", value);
    }

    /// <summary>Property children: Collection(Zoo.Animal).</summary>
    public List<Animal>? Children
    {
        get => GetModelList<Animal>("children");
        set => SetModelList("children", value);
    }

    internal override ModelType ModelInfo => s_type;
}
