namespace Shop.Client.Models;

using Shop.Client.Runtime;

/// <summary>The complex type Odd.Names.List.</summary>
public partial class List : global::Shop.Client.Runtime.Model
{
    private static readonly ModelType s_type = new("Odd.Names.List", static () => new List())
    {
    };

    internal override ModelType ModelInfo => s_type;
}
