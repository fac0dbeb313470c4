namespace Shop.Client.Models.Sub;

using Shop.Client.Runtime;

/// <summary>Abstract complex type Zoo.Sub.Food.</summary>
public partial class Food : Model
{
    private static readonly ModelType s_type = new("Zoo.Sub.Food", static () => new Food())
    {
        IsAbstract = true,
        Properties =
        [
            new("name", "Name", "Edm.String"),
        ],
    };

    /// <summary>Property name: Edm.String.</summary>
    public string? Name
    {
        get => GetString("name");
        set => SetString("name", value);
    }

    internal override ModelType ModelInfo => s_type;
}
