namespace Shop.Client.Models;

using Shop.Client.Models.Sub;
using Shop.Client.Runtime;

/// <summary>The entity type Zoo.Lion.</summary>
public partial class Lion : Animal
{
    private static readonly ModelType s_type = new("Zoo.Lion", static () => new Lion())
    {
        BaseName = "Zoo.Animal",
        IsEntity = true,
        IsOpen = true,
        SaysType = true,
        Properties =
        [
            new("food", "Food", "Zoo.Sub.Food") { IsNullable = false, IsExpectedOnCreate = true },
        ],
    };

    /// <summary>Property food: Zoo.Sub.Food.</summary>
    public Food? Food
    {
        get => GetModel<Food>("food");
        set => SetModel("food", value);
    }

    internal override ModelType ModelInfo => s_type;
}
