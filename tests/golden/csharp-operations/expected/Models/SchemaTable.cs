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
            "Ops.Order" => new global::Shop.Client.Models.Order(),
            "Ops.Line" => new global::Shop.Client.Models.Line(),
            _ => null,
        };
    }

    static partial void MakeBody(string action, ref Model? made)
    {
        made = action switch
        {
            "Ops.archive" => new global::Shop.Client.Builders.OrderArchivePostRequestBody(),
            "Ops.cancel" => new global::Shop.Client.Builders.OrderCancelPostRequestBody(),
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
            "o" => "Ops",
            _ => null,
        };
    }
}
