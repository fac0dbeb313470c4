namespace Shop.Client.Models;

using Shop.Client.Runtime;

/// <summary>The complex type Shop.Catalog.Size.</summary>
public partial class Size : Model
{
    private static readonly ModelType s_type = new("Shop.Catalog.Size", static () => new Size())
    {
        Properties =
        [
            new("Width", "Width", "Edm.Double") { IsNullable = false, IsExpectedOnCreate = true },
            new("Height", "Height", "Edm.Double"),
        ],
    };

    /// <summary>Property Width: Edm.Double.</summary>
    public double? Width
    {
        get => GetDouble("Width");
        set => SetDouble("Width", value);
    }

    /// <summary>Property Height: Edm.Double.</summary>
    public double? Height
    {
        get => GetDouble("Height");
        set => SetDouble("Height", value);
    }

    internal override ModelType ModelInfo => s_type;
}
