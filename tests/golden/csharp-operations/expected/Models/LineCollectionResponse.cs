using System.Collections.Generic;

namespace Shop.Client.Models;

using Shop.Client.Runtime;

/// <summary>One page of a collection of Ops.Line.</summary>
public partial class LineCollectionResponse : BaseCollectionPaginationCountResponse, IPage<Line>
{
    private static readonly ModelType s_type = new("Collection(Ops.Line)", static () => new LineCollectionResponse())
    {
        IsPayload = true,
        IsPage = true,
        Properties =
        [
            new("value", "Value", "Ops.Line") { IsCollection = true, IsNullable = false, IsNavigation = true },
        ],
    };

    /// <summary>The items.</summary>
    public List<Line>? Value
    {
        get => GetModelList<Line>("value");
        set => SetModelList("value", value);
    }

    internal override ModelType ModelInfo => s_type;
}
