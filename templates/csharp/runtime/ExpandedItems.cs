using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Runtime.CompilerServices;
using System.Threading;

namespace EdmundRuntime.Runtime;

/// <summary>Expanded collections that go on: a service may give their first items alone, and a link to the next ones.</summary>
public static class ExpandedItems
{
    /// <summary>All items of an expanded collection: those that a model has, and those behind its next link.</summary>
    /// <param name="client">The client that read the model.</param>
    /// <param name="model">The model.</param>
    /// <param name="name">The navigation property's name, such as <c>nameof(User.Messages)</c>, or that on the wire.</param>
    /// <param name="cancellationToken">Stops the iteration.</param>
    /// <typeparam name="T">What the items are.</typeparam>
    /// <exception cref="ArgumentException">The type has no such property.</exception>
    /// <exception cref="UnsafeUrlException">A link leaves the client's origin.</exception>
    public static async IAsyncEnumerable<T> IterateAsync<T>(
        RequestBuilder client, Model model, string name, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where T : Model
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(model);
        var wire = model.WireName(name);
        foreach (var item in model.ItemsOf<T>(wire) ?? [])
        {
            yield return item;
        }
        if (!(model.RawMembers.TryGetValue(wire + "@odata.nextLink", out var link) || model.RawMembers.TryGetValue(wire + "@nextLink", out link))
            || link is not string { Length: > 0 } next)
        {
            yield break;
        }
        var headers = new RequestHeaders { { "accept", "application/json" } };
        var first = new RequestInformation<PageOf<T>?>(HttpMethod.Get, client.Core.Root.Adopt(next), headers, null, null, Answers.Object<PageOf<T>>);
        var walk = new PageWalk<PageOf<T>, T>(client.Core, first);
        while (await walk.NextAsync(cancellationToken).ConfigureAwait(false) is { } page)
        {
            foreach (var item in page.Value ?? [])
            {
                yield return item;
            }
        }
    }
}

/// <summary>A page of which nothing is known but what its items are.</summary>
internal sealed class PageOf<T> : Models.BaseCollectionPaginationCountResponse, IPage<T>
    where T : Model
{
    private static readonly ModelType Declared = new("page", static () => new PageOf<T>())
    {
        IsPayload = true,
        IsPage = true,
        Properties = [new("value", nameof(Value), TypeOf<T>.Value.Name) { IsCollection = true }],
    };

    public List<T>? Value => GetModelList<T>("value");

    internal override ModelType ModelInfo => Declared;
}
