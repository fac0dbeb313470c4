using System.Collections.Generic;
using System.Linq;
using Microsoft.Graph.Runtime;

namespace Microsoft.Graph.Models;

/// <summary>A reference to add (OData JSON Format 4.01, section 14): the URL of an object that exists.</summary>
public class ReferenceCreate : Model
{
    private static readonly ModelType Declared = new("reference", static () => new ReferenceCreate())
    {
        IsPayload = true,
        Properties = [new("@odata.id", nameof(OdataId), "Edm.String") { IsUrl = true }],
    };

    /// <summary>The URL of the object.</summary>
    public string? OdataId
    {
        get => GetString("@odata.id");
        set => SetString("@odata.id", value);
    }

    internal override ModelType ModelInfo => Declared;
}

/// <summary>A reference to set: the URL of an object that exists.</summary>
public class ReferenceUpdate : Model
{
    private static readonly ModelType Declared = new("reference", static () => new ReferenceUpdate())
    {
        IsPayload = true,
        Properties = [new("@odata.id", nameof(OdataId), "Edm.String") { IsUrl = true }],
    };

    /// <summary>The URL of the object.</summary>
    public string? OdataId
    {
        get => GetString("@odata.id");
        set => SetString("@odata.id", value);
    }

    internal override ModelType ModelInfo => Declared;
}

/// <summary>The base of pages of collections: what the service says beside the items.</summary>
public abstract class BaseCollectionPaginationCountResponse : Model
{
    /// <summary>Where the next page is, or null after the last one.</summary>
    public string? OdataNextLink
    {
        get => GetString("@odata.nextLink");
        set => SetString("@odata.nextLink", value);
    }

    /// <summary>Where changes can be asked for later, or null.</summary>
    public string? OdataDeltaLink
    {
        get => GetString("@odata.deltaLink");
        set => SetString("@odata.deltaLink", value);
    }

    /// <summary>How many items there are on all pages, when the service says so.</summary>
    public long? OdataCount
    {
        get => GetInt64("@odata.count");
        set => SetInt64("@odata.count", value);
    }
}

/// <summary>A page of references.</summary>
public class StringCollectionResponse : BaseCollectionPaginationCountResponse, IPage<string>
{
    private static readonly ModelType Declared = new("references", static () => new StringCollectionResponse())
    {
        IsPayload = true,
        IsPage = true,
        IsOpen = true,
    };

    /// <summary>The URLs of the objects referred to.</summary>
    public List<string>? Value
    {
        get
        {
            if (!RawMembers.TryGetValue("value", out var found) || found is not JsonList items)
            {
                return null;
            }
            return items.Select(item => item is JsonMap map && map.TryGetValue("@odata.id", out var url) ? url as string : item as string).OfType<string>().ToList();
        }
    }

    internal override ModelType ModelInfo => Declared;
}
