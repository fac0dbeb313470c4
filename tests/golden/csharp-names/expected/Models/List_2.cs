namespace Shop.Client.Models;

using Shop.Client.Runtime;

/// <summary>The complex type Odd.Names.list.</summary>
public partial class List_2 : global::Shop.Client.Runtime.Model
{
    private static readonly ModelType s_type = new("Odd.Names.list", static () => new List_2())
    {
    };

    internal override ModelType ModelInfo => s_type;
}
