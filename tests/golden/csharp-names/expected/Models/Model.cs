using System.Collections.Generic;

namespace Shop.Client.Models;

using Shop.Client.Models.Inner;
using Shop.Client.Runtime;

/// <summary>The complex type Odd.Names.model.</summary>
public partial class Model : global::Shop.Client.Runtime.Model
{
    private static readonly ModelType s_type = new("Odd.Names.model", static () => new Model())
    {
        Properties =
        [
            new("list", "List", "Odd.Names.list") { IsCollection = true },
            new("inner", "Inner", "Odd.Names.inner.thing"),
        ],
    };

    /// <summary>Property list: Collection(Odd.Names.list).</summary>
    public List<List_2>? List
    {
        get => GetModelList<List_2>("list");
        set => SetModelList("list", value);
    }

    /// <summary>Property inner: Odd.Names.inner.thing.</summary>
    public Thing? Inner
    {
        get => GetModel<Thing>("inner");
        set => SetModel("inner", value);
    }

    internal override ModelType ModelInfo => s_type;
}
