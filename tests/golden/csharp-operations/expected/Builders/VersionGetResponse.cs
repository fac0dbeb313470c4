namespace Shop.Client.VersionNamespace;

using Shop.Client.Runtime;

/// <summary>What is answered by Ops.version.</summary>
public partial class VersionGetResponse : Model
{
    private static readonly ModelType s_type = new("Ops.version", static () => new VersionGetResponse())
    {
        IsPayload = true,
        Properties =
        [
            new("value", "Value", "Edm.String") { IsNullable = false },
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
