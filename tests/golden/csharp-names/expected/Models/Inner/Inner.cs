namespace Shop.Client.Models.Inner;

using Shop.Client.Runtime;

/// <summary>The complex type Odd.Names.inner.</summary>
public partial class Inner : global::Shop.Client.Runtime.Model
{
    private static readonly ModelType s_type = new("Odd.Names.inner", static () => new Inner())
    {
    };

    internal override ModelType ModelInfo => s_type;
}
