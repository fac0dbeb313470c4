// The story of tests/behaviour/test_csharp_real_service.py: what users do with the depot, at OData 4.0 and at 2.0. Compiled
// together with the client of one version, whose package is called Depot, and with what is otherwise there (`Versions.cs`).
using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;
using Depot;
using Depot.Builders;
using Depot.Models;
using Depot.Models.ODataErrors;
using Depot.Runtime;

namespace Runner;

public static class Story
{
    /// <summary>Prints what each step found, by the step's name; a step that failed says how.</summary>
    public static async Task Main(string[] arguments)
    {
        var steps = new Dictionary<string, Func<DepotClient, Task<object?>>>
        {
            ["created and read"] = CreatedAndRead,
            ["links"] = Links,
            ["pages"] = Pages,
            ["changed"] = Changed,
            ["versions"] = Versions,
            ["stream"] = Stream,
            ["operations"] = Operations,
            ["errors"] = Errors,
            ["deleted"] = Deleted,
            ["queries"] = Queries,
        };
        var found = new Dictionary<string, object?>();
        foreach (var (name, step) in steps)
        {
            using var client = new DepotClient(null, null, arguments[0]);
            found[name] = await Told(() => step(client));
        }
        foreach (var (name, options) in Version.Batches)
        {
            using var client = new DepotClient(null, null, arguments[0], options);
            found[$"batch {name}"] = await Told(() => Batch(client, Version.FirstOfBatch(name)));
        }
        Console.Out.Write(JsonSerializer.Serialize(found));
    }

    private static async Task<object?> Told(Func<Task<object?>> step)
    {
        try
        {
            return await step();
        }
        catch (Exception error)
        {
            return error.ToString();
        }
    }

    private static async Task<Tools> Tool(DepotClient client, int id, Action<Tools>? with = null)
    {
        var made = new Tools { Id = Version.Base + id, Name = $"tool {id}" };
        with?.Invoke(made);
        return (await client.Tools.PostAsync(made))!;
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);

    private static async Task<object?> CreatedAndRead(DepotClient client)
    {
        var made = await Tool(client, 100, tool =>
        {
            tool.Name = "Drehbank «Größe 1»";
            tool.Stock = 3;
            tool.Price = 1200.25m;
            tool.Weight = 80.5;
            tool.Serial = (1L << 53) - 1;
            tool.Bought = new DateOnly(2020, 2, 29);
            Version.SetOpens(tool, new TimeSpan(8, 30, 0));
            tool.CheckedAt = new DateTimeOffset(2024, 2, 29, 12, 0, 0, 123, TimeSpan.Zero);
            Version.SetTags(tool, ["heavy", "iron & steel"]);
            tool.Parts = [new Parts { No = 1, Label = "chuck" }, new Parts { No = 2, Label = null }];
        });
        var read = (await client.Tools[made.Id!.Value].GetAsync(c => c.QueryParameters.Expand = ["parts"]))!;
        var part = (await client.Parts[made.Id!.Value, 1].GetAsync())!;
        var shown = new[] { made, read }.Select(tool => Text(
            $"{tool.Name}|{tool.Stock}|{tool.Price:0.00}|{tool.Weight}|{tool.Serial}|{tool.Bought:yyyy-MM-dd}|{Version.Opens(tool)}|{tool.CheckedAt:yyyy-MM-ddTHH:mm:ss.fffzzz}|{Version.Tags(tool)}"));
        var parts = read.Parts!.OrderBy(each => each.No).Select(each => Text($"{each.No}: {each.Label ?? "null"}"));
        return new[] { string.Join(" = ", shown.Distinct()), Text($"{read.Condition}"), string.Join(", ", parts), part.Label };
    }

    private static async Task<object?> Links(DepotClient client)
    {
        var name = $"O'Neil & Söhne {Version.Base}";
        var maker = (await client.Makers.PostAsync(new Makers { Id = Guid.NewGuid(), Name = name }))!;
        var one = client.Makers[maker.Id!.Value];
        var made = await Tool(client, 200, tool => Version.SetMaker(tool, maker, one));
        var found = (await client.Tools.GetAsync(c =>
        {
            c.QueryParameters.Filter = $"maker/name eq '{name.Replace("'", "''", StringComparison.Ordinal)}' and ID eq {made.Id}";
            c.QueryParameters.Expand = ["maker"];
            c.QueryParameters.Select = Version.SelectedWithMaker;
        }))!.Value!.Single();
        var ofMaker = (await one.Tools.GetAsync())!.Value!.Single();
        return new object?[] { made.MakerId == maker.Id, found.Maker!.Name == name, found.IsSet("Name"), ofMaker.Id == made.Id };
    }

    private static async Task<object?> Pages(DepotClient client)
    {
        for (var number = 300; number < 305; number++)
        {
            await Tool(client, number);
        }
        var some = $"ID ge {Version.Base + 300} and ID lt {Version.Base + 305}";
        void Ask(RequestConfiguration<ListQueryParameters<Tools>> c) => (c.QueryParameters.Filter, c.QueryParameters.Orderby) = (some, ["ID desc"]);
        var first = (await client.Tools.GetAsync(c =>
        {
            Ask(c);
            c.QueryParameters.Count = true;
        }))!;
        var every = new List<int>();
        await foreach (var tool in client.Tools.IterateAsync(Ask))
        {
            every.Add(tool.Id!.Value - Version.Base);
        }
        var count = await client.Tools.Count.GetAsync(c => c.QueryParameters.Filter = some);
        var top = await client.Tools.GetAsync(c =>
        {
            Ask(c);
            c.QueryParameters.Top = 1;
        });
        return new object?[] { first.OdataCount, first.Value!.Count, first.OdataNextLink is not null, string.Join(' ', every), count, top!.Value!.Count };
    }

    private static async Task<object?> Changed(DepotClient client)
    {
        var one = client.Tools[(await Tool(client, 400, tool => (tool.Price, tool.Stock) = (1.5m, 7))).Id!.Value];
        await one.PatchAsync(new Tools { Name = "renamed", Price = null });
        var read = (await one.GetAsync())!;
        var first = Text($"{read.Name} {read.Price is null} {read.Stock}");
        read.Stock = 8;
        await one.PatchAsync(read);
        read = (await one.GetAsync())!;
        return new[] { first, Text($"{read.Name} {read.Stock}") };
    }

    private static async Task<object?> Versions(DepotClient client)
    {
        var note = Version.Base + 1;
        await client.Notes.PostAsync(new Notes { Id = note, Text = "first" });
        var one = client.Notes[note];
        var answer = await client.SendAsync(one.ToGetRequestInformation());
        var etag = answer.Value!.OdataEtag;
        await one.PatchAsync(new Notes { Text = "second" }, c => c.ETag = etag);
        var refused = await Status(() => one.PatchAsync(new Notes { Text = "third" }, c => c.ETag = etag));
        return new object?[] { answer.Status, answer.Value!.Text, etag is not null, refused, (await one.GetAsync())!.Text };
    }

    private static async Task<int> Status(Func<Task> call)
    {
        try
        {
            await call();
            return 0;
        }
        catch (ODataError error)
        {
            return error.ResponseStatusCode;
        }
    }

    private static async Task<object?> Stream(DepotClient client)
    {
        byte[] picture = [0x89, .. "PNG\r\n\u001a\n"u8, .. Enumerable.Range(0, 256 * 300).Select(unit => (byte)unit)];
        var tool = await Tool(client, 500);
        var photo = Version.Photo(client.Tools[tool.Id!.Value]);
        await photo.PutAsync(new MemoryStream(picture), c => c.Headers.Add("Content-Type", "image/png"));
        using var copy = new MemoryStream();
        using (var stream = (await photo.GetAsync())!)
        {
            await stream.CopyToAsync(copy);
        }
        return copy.ToArray().AsSpan().SequenceEqual(picture);
    }

    private static async Task<object?> Operations(DepotClient client)
    {
        foreach (var (number, weight) in new[] { (600, 1.0), (601, 2.0), (602, 600.0) })
        {
            await Tool(client, number, tool => (tool.Stock, tool.Weight, tool.Price) = (2, weight, Version.Base + number + 0.5m));
        }
        var heavy = Version.Base + 602;
        var lighter = await Version.Lighter(client, heavy, 1);
        var within = (await client.Within(Version.Base + 601.5m).GetAsync())!.Value!.Select(tool => tool.Id).ToHashSet();
        var graded = (await Version.Grade(client, Version.Base + 600, 4, "say \"no\""))!;
        var before = (await client.Total.GetAsync())!.Value;
        var left = (await client.Lend.PostAsync(new LendPostRequestBody { Tool = Version.Base + 601, Amount = 2 }))!;
        var after = (await client.Total.GetAsync())!.Value;
        return new object?[]
        {
            lighter.Count,
            within.Contains(Version.Base + 600) && within.Contains(Version.Base + 601) && !within.Contains(heavy),
            Text($"{graded.Id - Version.Base} {graded.Weight} {graded.Name}"),
            left.Stock,
            before - after,
        };
    }

    private static async Task<object?> Errors(DepotClient client)
    {
        var tool = await Tool(client, 700, made => made.Stock = 1);
        var missing = await Status(() => client.Tools[Version.Base + 799].GetAsync());
        try
        {
            await client.Lend.PostAsync(new LendPostRequestBody { Tool = tool.Id, Amount = 5 });
            return "nothing";
        }
        catch (ODataError error)
        {
            return Text($"{error.ResponseStatusCode} {error.Error.Code} {error.Error.Message} {missing}");
        }
    }

    private static async Task<object?> Deleted(DepotClient client)
    {
        var one = client.Tools[(await Tool(client, 900)).Id!.Value];
        await one.DeleteAsync();
        return await Status(() => one.GetAsync());
    }

    private static async Task<object?> Queries(DepotClient client)
    {
        const string hostile = "' or 1 eq 1 or name eq '";
        await Tool(client, 950, tool => (tool.Name, tool.Stock, tool.Price, tool.Bought) = ("O'Neil & Söhne", 3, 10.50m, new DateOnly(2020, 2, 29)));
        await Tool(client, 951, tool => (tool.Name, tool.Stock, tool.Price) = (hostile, 5, 20m));
        await Tool(client, 952, tool => (tool.Name, tool.Stock, tool.CheckedAt) = ("saw", 7, new DateTimeOffset(2024, 2, 29, 12, 0, 0, TimeSpan.Zero)));
        async Task<string> Found(System.Linq.Expressions.Expression<Func<Tools, bool>> condition)
        {
            var (from, to) = (Version.Base + 950, Version.Base + 960);
            var page = await client.Tools.GetAsync(c => c.QueryParameters.Where(tool => tool.Id >= from && tool.Id < to).Where(condition).OrderBy(tool => tool.Id));
            return string.Join(' ', page!.Value!.Select(tool => tool.Id - Version.Base));
        }
        var wanted = new int?[] { 3, 5 };
        return new[]
        {
            await Found(tool => tool.Name == "O'Neil & Söhne"),
            await Found(tool => tool.Name == hostile),
            await Found(tool => tool.Name!.StartsWith("O'") || tool.Name!.Contains("aw")),
            await Found(tool => !(tool.Stock == 5)),
            await Found(tool => wanted.Contains(tool.Stock)),
            await Found(tool => tool.Price > 10.5m && tool.Bought == null),
            await Found(tool => tool.Bought == new DateOnly(2020, 2, 29)),
            await Found(tool => tool.CheckedAt!.Value.Year == 2024),
            await Found(tool => tool.Name!.ToLower().Length == 3),
        };
    }

    private static async Task<object?> Batch(DepotClient client, int first)
    {
        await Tool(client, first);
        await Tool(client, first + 1);
        var at = Version.Base + first;
        var (read, missing) = (client.Tools[at].ToGetRequestInformation(), client.Tools[at + 9].ToGetRequestInformation());
        var (gone, made) = (client.Tools[at + 1].ToDeleteRequestInformation(), client.Tools.ToPostRequestInformation(new Tools { Id = at + 2, Name = "ü in a batch" }));
        var batch = new BatchRequestContentCollection(client);
        batch.AddBatchRequestStep(read);
        batch.AddBatchRequestStep(gone, null, "changes");
        batch.AddBatchRequestStep(made, null, "changes");
        batch.AddBatchRequestStep(missing);
        var answers = await client.Batch.PostAsync(batch);
        answers.GetResponse(gone);
        var one = Text($"{answers.GetResponse(read)!.Id - at} {answers.GetResponse(made)!.Name} {await Status(() => Task.FromResult(answers.GetResponse(missing)))}");

        // All or nothing: the second of these fails.
        var (other, again) = (client.Tools.ToPostRequestInformation(new Tools { Id = at + 3, Name = "never" }), client.Tools.ToPostRequestInformation(new Tools { Id = at, Name = "is there" }));
        batch = new BatchRequestContentCollection(client);
        batch.AddBatchRequestStep(other, null, "changes");
        batch.AddBatchRequestStep(again, null, "changes");
        answers = await client.Batch.PostAsync(batch);
        var refused = await Status(() => Task.FromResult(answers.GetResponse(again))) >= 400;
        var left = await client.Tools.GetAsync(c => (c.QueryParameters.Filter, c.QueryParameters.Orderby) = ($"ID ge {at} and ID lt {at + 9}", ["ID"]));
        return new[] { one, refused.ToString(), string.Join(' ', left!.Value!.Select(tool => tool.Id - at)) };
    }
}
