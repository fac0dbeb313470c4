// The story of a kennel: logs in, stays, pages, changes, errors, files, cookies, streams. Compiled together with the client,
// whose package is called Kennel.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Kennel;
using Kennel.Models;
using Kennel.Runtime;

namespace Runner;

public static class Story
{
    public static async Task Main(string[] arguments)
    {
        using var client = new KennelClient(new SchemeCredentials { new BearerCredential("token-of-ann"), new ApiKeyCredential("k&y") }, arguments[0]);
        using var open = new KennelClient(null, arguments[0]);
        var told = new Dictionary<string, object?>();
        await Stays(client, told);
        await Refusals(client, open, told);
        await FilesAndStreams(client, told);
        Console.Out.Write(JsonSerializer.Serialize(told));
    }

    private static async Task Stays(KennelClient client, Dictionary<string, object?> told)
    {
        var login = new Body_log_in_token_post { Username = "ann", Password = "s3cret+&" };
        var token = (await client.Token.PostAsync(login))!;
        told["token"] = new[] { token.AccessToken, token.TokenType };
        login.Password = "no";
        told["no token"] = await Failed(() => client.Token.PostAsync(login));

        Stay[] stays =
        [
            new() { Animal = new Cat { Name = "Tom" }, Mood = Mood.Very_wild, Box = 3 },
            new() { Animal = new Dog { Name = "Rex", Tricks = ["sit"], Born = new DateTimeOffset(2024, 2, 29, 12, 0, 0, TimeSpan.Zero) }, Box = "b" },
            new() { Animal = new Cat { Name = "Kit" }, Weights = new() { ["2024"] = [1.5, 2] } },
        ];
        var ids = new List<Guid>();
        foreach (var stay in stays)
        {
            var made = (await client.Stays.PostAsync(stay))!;
            ids.Add(made.Id!.Value);
            var animal = made.Animal!;
            told[animal.AsCat?.Name ?? animal.AsDog!.Name!] = animal.AsCat is { } cat ? cat.Lives : animal.AsDog!.Born!.Value.UtcDateTime.ToString("yyyy-MM-dd");
            told[$"box of {ids.Count}"] = made.Box?.AsInt64Object is not null;
            told[$"weights of {ids.Count}"] = made.Weights;
        }
        told["a page"] = (await client.Stays.GetAsync())!.Select(stay => stay.Id!.Value).SequenceEqual(ids.Take(2));
        var every = new List<Guid>();
        await foreach (var stay in client.Stays.IterateAsync(c => c.QueryParameters.Limit = 1))
        {
            every.Add(stay.Id!.Value);
        }
        told["all pages"] = every.SequenceEqual(ids);
        var wild = await client.Stays.GetAsync(c => c.QueryParameters.Mood = [Mood.Very_wild]);
        told["wild ones"] = wild!.Single().Id == ids[0];

        var one = client.Stays[ids[0]];
        told["one"] = (await one.GetAsync())!.Id == ids[0];
        var changed = (await one.PatchAsync(new Change { Mood = null, Box = "c" }))!;
        told["changed"] = new object?[] { changed.Mood is null, changed.IsSet("Mood"), changed.Box!.AsStringObject };
        await one.DeleteAsync();
        told["gone"] = await Failed(() => one.GetAsync());
    }

    private static async Task Refusals(KennelClient client, KennelClient open, Dictionary<string, object?> told)
    {
        var nameless = new Stay { Animal = new Cat { Name = string.Empty } };
        told["refused by the service"] = await Failed(() => client.Stays.PostAsync(nameless, c => c.Validate = false));
        told["refused by the client"] = await Failed(() => client.Stays.PostAsync(nameless));
        told["full"] = await Failed(async () =>
        {
            for (var count = 0; count < 9; count++)
            {
                await client.Stays.PostAsync(new Stay { Animal = new Cat { Name = "More" } });
            }
        });
        told["no credentials"] = await Failed(() => open.Stays.PostAsync(new Stay { Animal = new Cat { Name = "Tom" } }));
        told["none needed"] = (await open.Stays.GetAsync())!.Count > 0;
    }

    /// <summary>What an error says, of the service or of the client.</summary>
    private static async Task<object?> Failed(Func<Task> call)
    {
        try
        {
            await call();
            return "nothing";
        }
        catch (ApiException error)
        {
            return new { status = error.ResponseStatusCode, body = error.Value?.GetType().Name, code = (error.Value as Problem)?.Code };
        }
        catch (ValidationFailedException error)
        {
            return error.Violations[0].Code;
        }
        catch (AuthenticationFailedException)
        {
            return "no credentials";
        }
    }

    private static async Task FilesAndStreams(KennelClient client, Dictionary<string, object?> told)
    {
        var photos = new Body_add_photos_stays__stay_id__photos_post
        {
            Caption = "Süß & \"x\"",
            Photos = [new FilePart(new byte[300_000], "large.bin"), new FilePart("abc"u8.ToArray(), "ä.png", "image/png")],
        };
        var uploaded = (await client.Stays[Guid.NewGuid()].Photos.PostAsync(photos))!;
        told["uploaded"] = new object?[] { uploaded.Caption, uploaded.Sizes, uploaded.Names, uploaded.Types![1] };

        static void Visit(RequestConfiguration<Kennel.Builders.SessionGetQueryParameters> c) => (c.QueryParameters.Visits, c.QueryParameters.AcceptLanguage) = (4, "de");
        var session = (await client.Session.GetAsync(Visit))!;
        told["session"] = new object?[] { session["visits"].AsInt64Object, session["language"].AsStringObject };
        var answer = await client.SendAsync(client.Session.ToGetRequestInformation(Visit));
        told["cookie"] = answer.Headers["set-cookie"].StartsWith("visits=5", StringComparison.Ordinal);

        told["ticks"] = await Numbers(client, 3, 9);
        told["one of many ticks"] = await Numbers(client, 100_000, 1);
        long sum = 0;
        await using (var lines = (await client.Export.GetAsync(c => c.QueryParameters.Count = 1000))!)
        {
            await foreach (var line in lines)
            {
                sum += line.Number!.Value;
            }
        }
        told["lines"] = sum;
        told["bytes"] = await Length(client, 70_000);
        told["stream"] = await Length(client, 500_000);
    }

    private static async Task<List<long>> Numbers(KennelClient client, long count, int most)
    {
        var found = new List<long>();
        await using var ticks = (await client.Ticks.GetAsync(c => c.QueryParameters.Count = count))!;
        await foreach (var tick in ticks)
        {
            found.Add(tick.Number!.Value);
            if (found.Count == most)
            {
                break;
            }
        }
        return found;
    }

    private static async Task<long> Length(KennelClient client, long size)
    {
        using var copy = new MemoryStream();
        await using var photo = (await client.Photos[size].GetAsync())!;
        await photo.CopyToAsync(copy);
        return copy.Length;
    }
}
