namespace Shop.Client.Models.Sub;

using Shop.Client.Runtime;

/// <summary>The complex type Zoo.Sub.Meat.</summary>
public partial class Meat : Food
{
    private static readonly ModelType s_type = new("Zoo.Sub.Meat", static () => new Meat())
    {
        BaseName = "Zoo.Sub.Food",
        SaysType = true,
        Properties =
        [
            new("grams", "Grams", "Edm.Int32"),
        ],
    };

    /// <summary>Property grams: Edm.Int32.</summary>
    public int? Grams
    {
        get => GetInt32("grams");
        set => SetInt32("grams", value);
    }

    internal override ModelType ModelInfo => s_type;
}
