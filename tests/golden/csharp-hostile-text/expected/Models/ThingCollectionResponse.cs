using System.Collections.Generic;

namespace Shop.Client.Models;

using Shop.Client.Runtime;

/// <summary>One page of a collection of Hostile.Thing.</summary>
public partial class ThingCollectionResponse : BaseCollectionPaginationCountResponse, IPage<Thing>
{
    private static readonly ModelType s_type = new("Collection(Hostile.Thing)", static () => new ThingCollectionResponse())
    {
        IsPayload = true,
        IsPage = true,
        Properties =
        [
            new("value", "Value", "Hostile.Thing") { IsCollection = true, IsNullable = false, IsNavigation = true },
        ],
    };

    /// <summary>The items.</summary>
    public List<Thing>? Value
    {
        get => GetModelList<Thing>("value");
        set => SetModelList("value", value);
    }

    internal override ModelType ModelInfo => s_type;
}
