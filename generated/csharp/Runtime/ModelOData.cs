using System;

namespace Microsoft.Graph.Runtime;

/// <summary>What OData says of an object beside its properties.</summary>
public abstract partial class Model
{
    /// <summary>The type's name as the service writes it: <c>#namespace.type</c>. Null names no type.</summary>
    public string? OdataType
    {
        get
        {
            if (RawMembers.TryGetValue("@odata.type", out var named) || RawMembers.TryGetValue("@type", out named))
            {
                return named as string;
            }
            return ModelInfo.SaysType ? "#" + ModelInfo.Name : null;
        }

        set
        {
            if (value is null)
            {
                RawMembers.Remove("@odata.type");
            }
            else
            {
                RawMembers["@odata.type"] = value;
            }
        }
    }

    /// <summary>The version that was read, for the <c>ETag</c> of a call's configuration; null when the service gave none.</summary>
    public string? OdataEtag =>
        RawMembers.TryGetValue("@odata.etag", out var etag) || RawMembers.TryGetValue("@etag", out etag) ? etag as string : null;

    /// <summary>Why an item of a delta answer is no longer there; null for one that is.</summary>
    public Removal? OdataRemoved => Removal.Of(RawMembers);

    /// <summary>Links a navigation property to entities that are there already (<c>@odata.bind</c>).</summary>
    /// <param name="name">The property's name, or that on the wire.</param>
    /// <param name="urls">The URLs of the entities: one, or for a collection any number.</param>
    /// <exception cref="ArgumentException">The type has no such navigation property, or it takes one entity alone.</exception>
    public void Bind(string name, params string[] urls)
    {
        ArgumentNullException.ThrowIfNull(urls);
        var wire = WireName(name);
        if (ModelInfo.Find(wire) is not { IsNavigation: true } shape)
        {
            throw new ArgumentException($"'{name}' is no navigation property of {GetType().Name}", nameof(name));
        }
        if (Array.Exists(urls, string.IsNullOrEmpty) || (!shape.IsCollection && urls.Length != 1))
        {
            throw new ArgumentException(shape.IsCollection ? "a URL is missing" : $"'{name}' is linked to one entity", nameof(urls));
        }
        if (!shape.IsCollection)
        {
            RawMembers[wire + "@odata.bind"] = urls[0];
            return;
        }
        var list = new JsonList();
        list.AddRange(urls);
        RawMembers[wire + "@odata.bind"] = list;
    }

    /// <summary>Links a navigation property to the entities that builders stand for.</summary>
    /// <param name="name">The property's name, or that on the wire.</param>
    /// <param name="items">Builders of one entity each, such as <c>client.Users["1"]</c>.</param>
    /// <exception cref="ArgumentException">The type has no such navigation property, or it takes one entity alone.</exception>
    public void Bind(string name, params RequestBuilder[] items)
    {
        ArgumentNullException.ThrowIfNull(items);
        Bind(name, Array.ConvertAll(items, item => item.ResourceUrl));
    }
}
