namespace Shop.Client.Orders.TotalSince;

using Shop.Client.Runtime;

/// <summary>What is answered by Ops.totalSince.</summary>
public partial class TotalSinceWithSinceGetResponse : Model
{
    private static readonly ModelType s_type = new("Ops.totalSince", static () => new TotalSinceWithSinceGetResponse())
    {
        IsPayload = true,
        Properties =
        [
            new("value", "Value", "Edm.Decimal"),
        ],
    };

    /// <summary>What is answered.</summary>
    public decimal? Value
    {
        get => GetDecimal("value");
        set => SetDecimal("value", value);
    }

    internal override ModelType ModelInfo => s_type;
}
