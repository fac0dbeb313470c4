// The calls of tests/vectors/old_wire/calls3.json, as users write them.
using System;
using System.Threading.Tasks;
using Vectors;
using Vectors.Builders;
using Vectors.Models;

namespace Runner;

public static class Calls
{
    private static readonly DateTimeOffset Then = new(2020, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static async Task<object?> Make(Client client, string name) => name switch
    {
        "verbose JSON is asked for" or "an answer in light JSON" => await client.Products.GetAsync(c => c.QueryParameters.Count = true),
        "an update is PATCH" or "an error in light JSON" => await client.Products[1].PatchAsync(new Product { Made = Then }),
        "arguments of an action are its body" => await client.Discount.PostAsync(new DiscountPostRequestBody { Percent = 12.5m, Until = Then }),
        _ => throw new ArgumentException($"no call {name}"),
    };
}
