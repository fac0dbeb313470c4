namespace Shop.Client.New;

using Shop.Client.Runtime;

/// <summary>What is answered by Odd.Names.new.</summary>
public partial class NewWithClassWithClassWithNamespaceGetResponse : global::Shop.Client.Runtime.Model
{
    private static readonly ModelType s_type = new("Odd.Names.new", static () => new NewWithClassWithClassWithNamespaceGetResponse())
    {
        IsPayload = true,
        Properties =
        [
            new("value", "Value", "Edm.String"),
        ],
    };

    /// <summary>What is answered.</summary>
    public string? Value
    {
        get => GetString("value");
        set => SetString("value", value);
    }

    internal override ModelType ModelInfo => s_type;
}
