using System.Collections.Generic;

namespace Shop.Client.Models;

using Shop.Client.Runtime;

/// <summary>One page of a collection of Shop.Catalog.Size.</summary>
public partial class SizeCollectionResponse : BaseCollectionPaginationCountResponse, IPage<Size>
{
    private static readonly ModelType s_type = new("Collection(Shop.Catalog.Size)", static () => new SizeCollectionResponse())
    {
        IsPayload = true,
        IsPage = true,
        Properties =
        [
            new("value", "Value", "Shop.Catalog.Size") { IsCollection = true, IsNullable = false, IsNavigation = true },
        ],
    };

    /// <summary>The items.</summary>
    public List<Size>? Value
    {
        get => GetModelList<Size>("value");
        set => SetModelList("value", value);
    }

    internal override ModelType ModelInfo => s_type;
}
