using System.Collections.Generic;

namespace Shop.Client.Models;

using Shop.Client.Runtime;

/// <summary>One page of a collection of Zoo.Animal.</summary>
public partial class AnimalCollectionResponse : BaseCollectionPaginationCountResponse, IPage<Animal>
{
    private static readonly ModelType s_type = new("Collection(Zoo.Animal)", static () => new AnimalCollectionResponse())
    {
        IsPayload = true,
        IsPage = true,
        Properties =
        [
            new("value", "Value", "Zoo.Animal") { IsCollection = true, IsNullable = false, IsNavigation = true },
        ],
    };

    /// <summary>The items.</summary>
    public List<Animal>? Value
    {
        get => GetModelList<Animal>("value");
        set => SetModelList("value", value);
    }

    internal override ModelType ModelInfo => s_type;
}
