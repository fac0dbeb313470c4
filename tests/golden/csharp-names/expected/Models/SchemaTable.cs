namespace Shop.Client.Runtime;

/// <summary>The types of this schema by name.</summary>
internal static partial class SchemaTable
{
    /// <summary>Whether literals of enumerations have the type's name before them (OData 4.0).</summary>
    public const bool QualifiesEnumerations = false;

    static partial void MakeModel(string name, ref Model? made)
    {
        made = name switch
        {
            "Odd.Names.class" => new global::Shop.Client.Models.Class(),
            "Odd.Names.task" => new global::Shop.Client.Models.TaskObject(),
            "Odd.Names.model" => new global::Shop.Client.Models.Model(),
            "Odd.Names.list" => new global::Shop.Client.Models.List_2(),
            "Odd.Names.List" => new global::Shop.Client.Models.List(),
            "Odd.Names.inner" => new global::Shop.Client.Models.Inner.Inner(),
            "Odd.Names.inner.thing" => new global::Shop.Client.Models.Inner.Thing(),
            _ => null,
        };
    }

    static partial void MakeBody(string action, ref Model? made)
    {
        made = action switch
        {
            _ => null,
        };
    }

    static partial void FindMembers(string name, ref string[]? members)
    {
        members = name switch
        {
            "Odd.Names.case" => ["case", "equals", "text", "schemaTable", "flags", "import", "name", "value", "mro", "None"],
            _ => null,
        };
    }

    static partial void FindNamespace(string alias, ref string? found)
    {
        found = alias switch
        {
            _ => null,
        };
    }
}
