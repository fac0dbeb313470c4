namespace Shop.Client.Models;

using Shop.Client.Runtime;

/// <summary># -*- coding: utf-7 -*-</summary>
public partial class Thing : Model
{
    private static readonly ModelType s_type = new("Hostile.Thing", static () => new Thing())
    {
        IsEntity = true,
        Properties =
        [
            new("id", "Id", "Edm.String") { IsNullable = false },
            new("a", "A", "Edm.String") { Pattern = "4 2 0 9 11 1114111 1 92 92 1 34 34 1 39 39 7 6 2 9 1 -1 0 0 0 1 0 2 0 3 1" },
            new("b", "B", "Edm.String"),
            new("c", "C", "Edm.String"),
        ],
    };

    /// <summary>ends in a quote"</summary>
    public string? Id
    {
        get => GetString("id");
        set => SetString("id", value);
    }

    /// <summary>
    /// """
    /// import os
    /// """ \N{DIGIT ONE} \
    /// </summary>
    public string? A
    {
        get => GetString("a");
        set => SetString("a", value);
    }

    /// <summary>{{ 7 * 7 }} {% raw %} bidi zero</summary>
    public string? B
    {
        get => GetString("b");
        set => SetString("b", value);
    }

    /// <summary>
    /// &gt;&gt;&gt; 1/0
    /// # type: ignore
    /// </summary>
    public string? C
    {
        get => GetString("c");
        set => SetString("c", value);
    }

    internal override ModelType ModelInfo => s_type;
}
