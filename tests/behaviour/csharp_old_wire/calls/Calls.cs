// The calls of tests/vectors/old_wire/calls.json, as users write them.
using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using Vectors;
using Vectors.Builders;
using Vectors.Models;
using Vectors.Models.ODataErrors;
using Vectors.Runtime;

namespace Runner;

public static class Calls
{
    private const string Root = "https://shop.example/odata";
    private static readonly Guid Code = new("01234567-89ab-cdef-0123-456789abcdef");
    private static readonly DateTimeOffset Then = new(2020, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static async Task<object?> Make(Client client, string name)
    {
        var (products, one, food) = (client.Products, client.Products[1], client.Categories["Food"]);
        switch (name)
        {
            case "list":
                return await products.GetAsync();
            case "options":
                return await products.GetAsync(c =>
                {
                    c.QueryParameters.Filter = "Price gt 3.5M and substringof('ea',Name)";
                    c.QueryParameters.Orderby = ["Name desc"];
                    c.QueryParameters.Top = 5;
                    c.QueryParameters.Skip = 10;
                    c.QueryParameters.Select = ["ID", "Name"];
                    c.QueryParameters.Expand = ["Category", "Parts"];
                });
            case "the number of all items":
                return await products.GetAsync(c => (c.QueryParameters.Count, c.QueryParameters.Top) = (true, 1));
            case "all pages":
                return await Walk(products.IterateAsync(c => c.QueryParameters.Count = true));
            case "a page of another origin is not asked for":
                return await Walk(products.IterateAsync());
            case "a count":
                return await products.Count.GetAsync(c => c.QueryParameters.Filter = "Sold eq true");
            case "a long key":
                return await products[9007199254740993].GetAsync();
            case "a text key":
                return await client.Categories["O'Neil & Söhne"].GetAsync();
            case "a key of a guid and a time":
                return await client.Parts[Code, Then].GetAsync();
            case "a key of four other types":
                var east = new DateTimeOffset(2020, 1, 2, 3, 4, 5, TimeSpan.FromHours(2));
                return await client.Samples[3.5m, east, TimeSpan.FromHours(8.5), [0xfb, 0xff]].GetAsync();
            case "navigation to one" or "nothing there":
                return await one.Category.GetAsync();
            case "navigation to many":
                return await one.Parts.GetAsync();
            case "create":
                return await products.PostAsync(new Product { Id = 1, Name = "Tea", Made = Then, Price = 12.5m });
            case "create with a link to what is there":
                var bound = new Product { Id = 1 };
                bound.Bind("Category", food);
                return await products.PostAsync(bound);
            case "create below an entity":
                return await one.Parts.PostAsync(new Part { Code = Code, At = DateTimeOffset.UnixEpoch, Note = "a" });
            case "a change":
                return await one.PatchAsync(new Product { Price = 1.5m }, c => c.ETag = "W/\"1\"");
            case "what was read, changed and is sent back":
                var read = (await food.GetAsync())!;
                read.Since = DateTimeOffset.UnixEpoch;
                return await food.PatchAsync(read, c => c.ETag = read.OdataEtag);
            case "a deletion":
                await one.DeleteAsync(c => c.ETag = "*");
                return null;
            case "a link is added":
                await one.Parts.Ref.PostAsync(new ReferenceCreate { OdataId = $"{Root}/Parts(Code=guid'{Code}',At=datetime'1970-01-01T00:00:00')" });
                return null;
            case "a link is set":
                await one.Category.Ref.PutAsync(new ReferenceUpdate { OdataId = $"{Root}/Categories('Food')" });
                return null;
            case "a link is removed":
                await one.Category.Ref.DeleteAsync();
                return null;
            case "a link of many is removed":
                await one.Parts[Code, DateTimeOffset.UnixEpoch].Ref.DeleteAsync();
                return null;
            case "links are listed":
                return await one.Parts.Ref.GetAsync();
            case "a media resource is read":
                return await client.Photos[1].Content.GetAsync();
            case "a media resource is replaced":
                return await client.Photos[1].Content.PutAsync(new MemoryStream("GIF"u8.ToArray()));
            case "where the content of a media link entry is":
                return await client.Photos[1].GetAsync();
            case "a service operation by GET":
                return await client.Since(Then, "O'Neil", 3.5m).GetAsync(c => c.QueryParameters.Top = 1);
            case "a service operation that gives an entity" or "the same without its name around it":
                return await client.Best.GetAsync();
            case "a service operation that gives a value":
                return await client.Total.GetAsync();
            case "a service operation that gives values":
                return await client.Names.GetAsync();
            case "a service operation that gives a complex value":
                return await client.Biggest.GetAsync();
            case "a service operation by POST":
                return await client.Paint.PostAsync(new PaintPostRequestBody { Id = 1, Color = "a&b" });
            case "an argument that is not given":
                return await client.Paint.PostAsync(new PaintPostRequestBody { Id = 1 });
            case "a service operation that gives nothing":
                await client.Reset.PostAsync();
                return null;
            case "an error" or "an error that says little":
                return await one.GetAsync();
            case "the token against forged requests: fetched, kept, fetched again":
                await products.PostAsync(new Product { Id = 1 });
                await one.DeleteAsync();
                return null;
            case "no token is fetched twice for one request" or "a refusal that wants no token":
                await one.DeleteAsync();
                return null;
            case "options of the service root":
                await one.DeleteAsync();
                return await products.GetAsync(c => c.QueryParameters.Top = 1);
            case "header fields and options of the caller's own":
                return await products.GetAsync(c =>
                {
                    c.Headers.Add("sap-language", "EN");
                    c.QueryParameters.SetCustom("sap-client", "100");
                });
            case "a batch":
                return await Batch(client, withReading: true);
            case "a change set that fails as a whole":
                return await Batch(client, withReading: false);
            default:
                throw new ArgumentException($"no call {name}");
        }
    }

    private static async Task<object?> Batch(Client client, bool withReading)
    {
        var read = client.Products[1].ToGetRequestInformation();
        var created = client.Products.ToPostRequestInformation(new Product { Id = 2 });
        var deleted = client.Products[3].ToDeleteRequestInformation();
        var batch = new BatchRequestContentCollection(client);
        if (withReading)
        {
            batch.AddBatchRequestStep(read);
        }
        batch.AddBatchRequestStep(created, null, "changes");
        batch.AddBatchRequestStep(deleted, null, "changes");
        var answers = await client.Batch.PostAsync(batch);
        object?[] changes = [Answer(() => answers.GetResponse(created)), Answer(() => answers.GetResponse(deleted))];
        return withReading ? [answers.GetResponse(read), .. changes] : changes;
    }

    private static object? Answer(Func<object?> given)
    {
        try
        {
            return given();
        }
        catch (ODataError error)
        {
            return error;
        }
    }

    private static async Task<Walked> Walk<TPage, TItem>(PagedItems<TPage, TItem> pages)
        where TPage : Model, IPage<TItem>
    {
        var items = new List<TItem>();
        await foreach (var item in pages)
        {
            items.Add(item);
        }
        return new Walked(items, pages.Count);
    }
}
