using System;

namespace Shop.Client.Builders;

using Shop.Client.Runtime;

/// <summary>What is sent to Ops.archive.</summary>
public partial class OrderArchivePostRequestBody : Model
{
    private static readonly ModelType s_type = new("Ops.archive", static () => new OrderArchivePostRequestBody())
    {
        IsPayload = true,
        Properties =
        [
            new("before", "Before", "Edm.Date") { IsNullable = false, IsRequiredOnCreate = true },
        ],
    };

    /// <summary>Parameter before: Edm.Date.</summary>
    public DateOnly? Before
    {
        get => GetDate("before");
        set => SetDate("before", value);
    }

    internal override ModelType ModelInfo => s_type;
}
