namespace Shop.Client.Models;

using Shop.Client.Runtime;

/// <summary>The entity type Ops.Line.</summary>
public partial class Line : Model
{
    private static readonly ModelType s_type = new("Ops.Line", static () => new Line())
    {
        IsEntity = true,
        Properties =
        [
            new("order", "Order", "Edm.Int32") { IsNullable = false },
            new("number", "Number", "Edm.Int32") { IsNullable = false },
        ],
    };

    /// <summary>Property order: Edm.Int32.</summary>
    public int? Order
    {
        get => GetInt32("order");
        set => SetInt32("order", value);
    }

    /// <summary>Property number: Edm.Int32.</summary>
    public int? Number
    {
        get => GetInt32("number");
        set => SetInt32("number", value);
    }

    internal override ModelType ModelInfo => s_type;
}
