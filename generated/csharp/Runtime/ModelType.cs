using System;
using System.Collections.Generic;
using System.Linq;

namespace Microsoft.Graph.Runtime;

/// <summary>The member whose value tells types apart, and the names of the types by value.</summary>
internal sealed record Discriminator(string Member, IReadOnlyDictionary<string, string> Types);

/// <summary>
/// What the schema says of a structured type: one source for reading, writing and validating. Properties are the
/// type's own, and inherited ones of which this type says something else than its base.
/// </summary>
internal sealed partial class ModelType
{
    private static readonly PropertyShape[] Links =
    [
        new("@odata.nextLink", "OdataNextLink", "Edm.String"),
        new("@odata.deltaLink", "OdataDeltaLink", "Edm.String"),
        new("@odata.count", "OdataCount", "Edm.Int64"),
    ];

    private readonly Func<Model> _create;
    private Dictionary<string, PropertyShape>? _all;
    private Dictionary<string, PropertyShape>? _byMember;
    private ModelType? _base;

    public ModelType(string name, Func<Model> create)
    {
        (Name, _create) = (name, create);
    }

    /// <summary>The qualified name in the schema, without the <c>#</c>.</summary>
    public string Name { get; }

    /// <summary>The qualified name of the base type, empty for none.</summary>
    public string BaseName { get; init; } = string.Empty;

    public bool IsEntity { get; init; }

    public bool IsAbstract { get; init; }

    public bool IsOpen { get; init; }

    /// <summary>Whether values are JSON of any form.</summary>
    public bool IsAnyJson { get; init; }

    /// <summary>Whether there is no such type in the schema: the body of one action, the answer of one call.</summary>
    public bool IsPayload { get; init; }

    /// <summary>Whether values are pages of a collection, which link to others.</summary>
    public bool IsPage { get; init; }

    /// <summary>Whether a value says its type from the start, as it may stand where a base type is declared.</summary>
    public bool SaysType { get; init; }

    /// <summary>Which member tells the types below this one apart; null where none of the schema's own does.</summary>
    public Discriminator? Discriminator { get; init; }

    public PropertyShape[] Properties { get; init; } = [];

    /// <summary>The base type, or null.</summary>
    public ModelType? Base => BaseName.Length == 0 ? null : _base ??= SchemaTable.Find(BaseName);

    /// <summary>All properties by wire name, inherited ones included.</summary>
    public IReadOnlyDictionary<string, PropertyShape> All => _all ??= Collect();

    /// <summary>The property called so on the wire, or null.</summary>
    public PropertyShape? Find(string wireName) => All.TryGetValue(wireName, out var found) ? found : null;

    /// <summary>The property whose name in C# is given, or null.</summary>
    public PropertyShape? FindMember(string member)
    {
        if (_byMember is null)
        {
            var found = new Dictionary<string, PropertyShape>(StringComparer.Ordinal);
            foreach (var shape in All.Values)
            {
                found[shape.Member] = shape;
            }
            _byMember = found;
        }
        return _byMember.TryGetValue(member, out var property) ? property : null;
    }

    public bool IsA(ModelType other)
    {
        for (var type = this; type is not null; type = type.Base)
        {
            if (ReferenceEquals(type, other) || other.Name.Length == 0)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>
    /// A model over the members, which it keeps: of the class that they name, if it derives from this one. A type
    /// that this client does not know, or that does not derive, gives this class.
    /// </summary>
    /// <param name="members">The members of the object.</param>
    /// <param name="isKept">Whether an update tells what was changed from what is there now.</param>
    public Model Over(JsonMap members, bool isKept = true)
    {
        if (isKept)
        {
            members.Keep();
        }
        return TypeMember.TypeOf(this, members).Create(members);
    }

    /// <summary>A new model of this class.</summary>
    public Model New() => _create();

    /// <summary>A model of this very class over the members.</summary>
    public Model Create(JsonMap members)
    {
        var model = _create();
        model.RawMembers = members;
        return model;
    }

    private Dictionary<string, PropertyShape> Collect()
    {
        var found = Base is null
            ? new Dictionary<string, PropertyShape>(StringComparer.Ordinal)
            : new Dictionary<string, PropertyShape>(Base.All, StringComparer.Ordinal);
        foreach (var shape in IsPage ? Links.Concat(Properties) : Properties)
        {
            found[shape.Name] = shape;
        }
        return found;
    }
}

/// <summary>What the schema says of a class, found once for each.</summary>
internal static class TypeOf<T>
    where T : Model
{
    public static readonly ModelType Value = typeof(T) == typeof(Model) ? SchemaTable.FindOrAny(string.Empty) : Activator.CreateInstance<T>().ModelInfo;
}
