// What of the depot is there at OData 4.0 alone.
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Depot;
using Depot.Builders;
using Depot.Models;

namespace Runner;

public static class Version
{
    /// <summary>What is added to keys: both versions are of one service.</summary>
    public const int Base = 40_000;

    public static readonly string[] SelectedWithMaker = ["ID"];

    public static IEnumerable<(string Name, ClientOptions Options)> Batches =>
    [
        ("multipart", new ClientOptions()),
        ("json", new ClientOptions { BatchFormat = BatchFormat.Json }),
    ];

    public static int FirstOfBatch(string name) => name == "json" ? 800 : 850;

    public static void SetOpens(Tools tool, TimeSpan time) => tool.Opens = TimeOnly.FromTimeSpan(time);

    public static string Opens(Tools tool) => $"{tool.Opens:HH:mm}";

    public static void SetTags(Tools tool, List<string> tags) => tool.Tags = tags;

    public static string Tags(Tools tool) => string.Join('+', tool.Tags ?? []);

    public static void SetMaker(Tools tool, Makers maker, MakersItemRequestBuilder place) => tool.Bind("maker", place);

    public static ContentRequestBuilder Photo(ToolsItemRequestBuilder tool) => tool.Photo;

    public static async Task<List<Tools>> Lighter(DepotClient client, int tool, int most) => (await client.Tools[tool].Lighter(most).GetAsync())!.Value!;

    public static Task<Tools?> Grade(DepotClient client, int tool, int stars, string note) =>
        client.Tools[tool].Grade.PostAsync(new ToolsGradePostRequestBody { Stars = stars, Note = note });
}
