namespace Shop.Client.Models.Inner;

using Shop.Client.Runtime;

/// <summary>The complex type Odd.Names.inner.thing.</summary>
public partial class Thing : global::Shop.Client.Runtime.Model
{
    private static readonly ModelType s_type = new("Odd.Names.inner.thing", static () => new Thing())
    {
        Properties =
        [
            new("thing", "ThingProp", "Odd.Names.inner.thing"),
        ],
    };

    /// <summary>Property thing: Odd.Names.inner.thing.</summary>
    public Thing? ThingProp
    {
        get => GetModel<Thing>("thing");
        set => SetModel("thing", value);
    }

    internal override ModelType ModelInfo => s_type;
}
