using System.Collections.Generic;

namespace Shop.Client.Models;

using Shop.Client.Runtime;

/// <summary>The entity type Ops.Order.</summary>
public partial class Order : Model
{
    private static readonly ModelType s_type = new("Ops.Order", static () => new Order())
    {
        IsEntity = true,
        Properties =
        [
            new("id", "Id", "Edm.Int32") { IsNullable = false },
            new("total", "Total", "Edm.Decimal") { IsRequiredOnCreate = true },
            new("lines", "Lines", "Ops.Line") { IsCollection = true, IsNullable = false, IsNavigation = true },
        ],
    };

    /// <summary>Property id: Edm.Int32.</summary>
    public int? Id
    {
        get => GetInt32("id");
        set => SetInt32("id", value);
    }

    /// <summary>Property total: Edm.Decimal.</summary>
    public decimal? Total
    {
        get => GetDecimal("total");
        set => SetDecimal("total", value);
    }

    /// <summary>Property lines: Collection(Ops.Line).</summary>
    public List<Line>? Lines
    {
        get => GetModelList<Line>("lines");
        set => SetModelList("lines", value);
    }

    internal override ModelType ModelInfo => s_type;
}
