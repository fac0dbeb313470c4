using System.Collections.Generic;

namespace Shop.Client.Models;

using Shop.Client.Runtime;

/// <summary>One page of a collection of Shop.Catalog.Product.</summary>
public partial class ProductCollectionResponse : BaseCollectionPaginationCountResponse, IPage<Product>
{
    private static readonly ModelType s_type = new("Collection(Shop.Catalog.Product)", static () => new ProductCollectionResponse())
    {
        IsPayload = true,
        IsPage = true,
        Properties =
        [
            new("value", "Value", "Shop.Catalog.Product") { IsCollection = true, IsNullable = false, IsNavigation = true },
        ],
    };

    /// <summary>The items.</summary>
    public List<Product>? Value
    {
        get => GetModelList<Product>("value");
        set => SetModelList("value", value);
    }

    internal override ModelType ModelInfo => s_type;
}
