using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;

namespace Shop.Client.Models;

using Shop.Client.Runtime;

/// <summary>The entity type Shop.Catalog.Product.</summary>
public partial class Product : Model
{
    private static readonly ModelType s_type = new("Shop.Catalog.Product", static () => new Product())
    {
        IsEntity = true,
        Properties =
        [
            new("ID", "Id", "Edm.Guid") { IsNullable = false },
            new("Name", "Name", "Edm.String") { IsNullable = false, MaxLength = 40, IsExpectedOnCreate = true },
            new("Barcode", "Barcode", "Edm.Binary") { MaxLength = 12 },
            new("Big", "Big", "Edm.Int64"),
            new("Small", "Small", "Edm.SByte"),
            new("Price", "Price", "Edm.Decimal") { Precision = 10, Scale = 2 },
            new("Net", "Net", "Edm.Decimal") { Precision = 8, Scale = 3 },
            new("Released", "Released", "Edm.Date"),
            new("OpensAt", "OpensAt", "Edm.TimeOfDay"),
            new("Changed", "Changed", "Edm.DateTimeOffset") { Precision = 7 },
            new("Warranty", "Warranty", "Edm.Duration"),
            new("Origin", "Origin", "Edm.GeographyPoint"),
            new("Anything", "Anything", "Edm.Untyped"),
            new("Picture", "Picture", "Edm.Stream"),
            new("Color", "Color", "Shop.Catalog.Color"),
            new("Days", "Days", "Shop.Catalog.Days") { IsFlags = true },
            new("Size", "Size", "Shop.Catalog.Size"),
            new("Sizes", "Sizes", "Shop.Catalog.Size") { IsCollection = true, IsNullable = false },
            new("Tags", "Tags", "Edm.String") { IsCollection = true, IsNullable = false },
            new("Dates", "Dates", "Edm.Date") { IsCollection = true },
        ],
    };

    /// <summary>Property ID: Edm.Guid.</summary>
    public Guid? Id
    {
        get => GetGuid("ID");
        set => SetGuid("ID", value);
    }

    /// <summary>Property Name: Edm.String.</summary>
    public string? Name
    {
        get => GetString("Name");
        set => SetString("Name", value);
    }

    /// <summary>Property Barcode: Edm.Binary.</summary>
    public byte[]? Barcode
    {
        get => GetBinary("Barcode");
        set => SetBinary("Barcode", value);
    }

    /// <summary>Property Big: Edm.Int64.</summary>
    public long? Big
    {
        get => GetInt64("Big");
        set => SetInt64("Big", value);
    }

    /// <summary>Property Small: Edm.SByte.</summary>
    public sbyte? Small
    {
        get => GetSByte("Small");
        set => SetSByte("Small", value);
    }

    /// <summary>Property Price: Edm.Decimal.</summary>
    public decimal? Price
    {
        get => GetDecimal("Price");
        set => SetDecimal("Price", value);
    }

    /// <summary>Property Net: Edm.Decimal.</summary>
    public decimal? Net
    {
        get => GetDecimal("Net");
        set => SetDecimal("Net", value);
    }

    /// <summary>Property Released: Edm.Date.</summary>
    public DateOnly? Released
    {
        get => GetDate("Released");
        set => SetDate("Released", value);
    }

    /// <summary>Property OpensAt: Edm.TimeOfDay.</summary>
    public TimeOnly? OpensAt
    {
        get => GetTimeOfDay("OpensAt");
        set => SetTimeOfDay("OpensAt", value);
    }

    /// <summary>Property Changed: Edm.DateTimeOffset.</summary>
    public DateTimeOffset? Changed
    {
        get => GetDateTimeOffset("Changed");
        set => SetDateTimeOffset("Changed", value);
    }

    /// <summary>Property Warranty: Edm.Duration.</summary>
    public TimeSpan? Warranty
    {
        get => GetDuration("Warranty");
        set => SetDuration("Warranty", value);
    }

    /// <summary>Property Origin: Edm.GeographyPoint.</summary>
    public JsonNode? Origin
    {
        get => GetJson("Origin");
        set => SetJson("Origin", value);
    }

    /// <summary>Property Anything: Edm.Untyped.</summary>
    public JsonNode? Anything
    {
        get => GetJson("Anything");
        set => SetJson("Anything", value);
    }

    /// <summary>Property Picture: Edm.Stream.</summary>
    public byte[]? Picture
    {
        get => GetBinary("Picture");
        set => SetBinary("Picture", value);
    }

    /// <summary>Property Color: Shop.Catalog.Color.</summary>
    public Color? Color
    {
        get => GetEnum<Color>("Color");
        set => SetEnum("Color", value);
    }

    /// <summary>Property Days: Shop.Catalog.Days.</summary>
    public Days? Days
    {
        get => GetEnum<Days>("Days");
        set => SetEnum("Days", value);
    }

    /// <summary>Property Size: Shop.Catalog.Size.</summary>
    public Size? Size
    {
        get => GetModel<Size>("Size");
        set => SetModel("Size", value);
    }

    /// <summary>Property Sizes: Collection(Shop.Catalog.Size).</summary>
    public List<Size>? Sizes
    {
        get => GetModelList<Size>("Sizes");
        set => SetModelList("Sizes", value);
    }

    /// <summary>Property Tags: Collection(Edm.String).</summary>
    public List<string>? Tags
    {
        get => GetStringList("Tags");
        set => SetStringList("Tags", value);
    }

    /// <summary>Property Dates: Collection(Edm.Date).</summary>
    public List<DateOnly?>? Dates
    {
        get => GetDateList("Dates");
        set => SetDateList("Dates", value);
    }

    internal override ModelType ModelInfo => s_type;
}
