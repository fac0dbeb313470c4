using System.Collections.Generic;

namespace Shop.Client.Orders.Archive;

using Shop.Client.Models;
using Shop.Client.Runtime;

/// <summary>What is answered by Ops.archive.</summary>
public partial class ArchivePostResponse : BaseCollectionPaginationCountResponse, IPage<Order>
{
    private static readonly ModelType s_type = new("Ops.archive", static () => new ArchivePostResponse())
    {
        IsPayload = true,
        IsPage = true,
        Properties =
        [
            new("value", "Value", "Ops.Order") { IsCollection = true, IsNullable = false },
        ],
    };

    /// <summary>What is answered.</summary>
    public List<Order>? Value
    {
        get => GetModelList<Order>("value");
        set => SetModelList("value", value);
    }

    internal override ModelType ModelInfo => s_type;
}
