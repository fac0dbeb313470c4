namespace Shop.Client.Builders;

using Shop.Client.Runtime;

/// <summary>What is sent to Ops.cancel.</summary>
public partial class OrderCancelPostRequestBody : Model
{
    private static readonly ModelType s_type = new("Ops.cancel", static () => new OrderCancelPostRequestBody())
    {
        IsPayload = true,
        Properties =
        [
            new("reason", "Reason", "Edm.String"),
            new("notify", "Notify", "Edm.Boolean") { IsNullable = false, IsRequiredOnCreate = true },
        ],
    };

    /// <summary>Parameter reason: Edm.String.</summary>
    public string? Reason
    {
        get => GetString("reason");
        set => SetString("reason", value);
    }

    /// <summary>Parameter notify: Edm.Boolean.</summary>
    public bool? Notify
    {
        get => GetBoolean("notify");
        set => SetBoolean("notify", value);
    }

    internal override ModelType ModelInfo => s_type;
}
