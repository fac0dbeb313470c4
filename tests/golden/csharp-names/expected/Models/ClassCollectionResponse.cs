using System.Collections.Generic;

namespace Shop.Client.Models;

using Shop.Client.Runtime;

/// <summary>One page of a collection of Odd.Names.class.</summary>
public partial class ClassCollectionResponse : BaseCollectionPaginationCountResponse, IPage<Class>
{
    private static readonly ModelType s_type = new("Collection(Odd.Names.class)", static () => new ClassCollectionResponse())
    {
        IsPayload = true,
        IsPage = true,
        Properties =
        [
            new("value", "Value", "Odd.Names.class") { IsCollection = true, IsNullable = false, IsNavigation = true },
        ],
    };

    /// <summary>The items.</summary>
    public List<Class>? Value
    {
        get => GetModelList<Class>("value");
        set => SetModelList("value", value);
    }

    internal override ModelType ModelInfo => s_type;
}
