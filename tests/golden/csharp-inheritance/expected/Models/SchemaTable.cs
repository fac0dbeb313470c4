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
            "Zoo.Being" => new global::Shop.Client.Models.Being(),
            "Zoo.Animal" => new global::Shop.Client.Models.Animal(),
            "Zoo.Lion" => new global::Shop.Client.Models.Lion(),
            "Zoo.Sub.Food" => new global::Shop.Client.Models.Sub.Food(),
            "Zoo.Sub.Meat" => new global::Shop.Client.Models.Sub.Meat(),
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
