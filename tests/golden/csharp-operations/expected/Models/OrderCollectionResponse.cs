using System.Collections.Generic;

namespace Shop.Client.Models;

using Shop.Client.Runtime;

/// <summary>One page of a collection of Ops.Order.</summary>
public partial class OrderCollectionResponse : BaseCollectionPaginationCountResponse, IPage<Order>
{
    private static readonly ModelType s_type = new("Collection(Ops.Order)", static () => new OrderCollectionResponse())
    {
        IsPayload = true,
        IsPage = true,
        Properties =
        [
            new("value", "Value", "Ops.Order") { IsCollection = true, IsNullable = false, IsNavigation = true },
        ],
    };

    /// <summary>The items.</summary>
    public List<Order>? Value
    {
        get => GetModelList<Order>("value");
        set => SetModelList("value", value);
    }

    internal override ModelType ModelInfo => s_type;
}
