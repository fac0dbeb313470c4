namespace Shop.Client.Models;

using Shop.Client.Runtime;

/// <summary>Abstract entity type Zoo.Being.</summary>
public partial class Being : Model
{
    private static readonly ModelType s_type = new("Zoo.Being", static () => new Being())
    {
        IsEntity = true,
        IsAbstract = true,
        Properties =
        [
            new("id", "Id", "Edm.String") { IsNullable = false },
        ],
    };

    /// <summary>Property id: Edm.String.</summary>
    public string? Id
    {
        get => GetString("id");
        set => SetString("id", value);
    }

    internal override ModelType ModelInfo => s_type;
}
