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
            "Shop.Catalog.Size" => new global::Shop.Client.Models.Size(),
            "Shop.Catalog.Product" => new global::Shop.Client.Models.Product(),
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
            "Shop.Catalog.Color" => ["red", "None"],
            "Shop.Catalog.Nothing" => [],
            "Shop.Catalog.Days" => ["monday", "tuesday"],
            _ => null,
        };
    }

    static partial void FindNamespace(string alias, ref string? found)
    {
        found = alias switch
        {
            "self" => "Shop.Catalog",
            _ => null,
        };
    }
}
