using System.Collections.Generic;

namespace Shop.Client.Models;

using Shop.Client.Runtime;

/// <summary>One page of a collection of Zoo.Lion.</summary>
public partial class LionCollectionResponse : BaseCollectionPaginationCountResponse, IPage<Lion>
{
    private static readonly ModelType s_type = new("Collection(Zoo.Lion)", static () => new LionCollectionResponse())
    {
        IsPayload = true,
        IsPage = true,
        Properties =
        [
            new("value", "Value", "Zoo.Lion") { IsCollection = true, IsNullable = false, IsNavigation = true },
        ],
    };

    /// <summary>The items.</summary>
    public List<Lion>? Value
    {
        get => GetModelList<Lion>("value");
        set => SetModelList("value", value);
    }

    internal override ModelType ModelInfo => s_type;
}
