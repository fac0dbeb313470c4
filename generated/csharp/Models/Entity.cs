namespace Microsoft.Graph.Models;

using Microsoft.Graph.Runtime;

/// <summary>What has an identity of its own in the directory.</summary>
public partial class Entity : Model
{
    private static readonly ModelType s_type = new("microsoft.graph.entity", static () => new Entity())
    {
        IsEntity = true,
        IsAbstract = true,
        Properties =
        [
            new("id", "Id", "Edm.String") { IsNullable = false, IsInsertable = false, IsUpdatable = false },
        ],
    };

    /// <summary>The identifier, made by the service when the object is created.</summary>
    public string? Id
    {
        get => GetString("id");
        set => SetString("id", value);
    }

    internal override ModelType ModelInfo => s_type;
}
