// What of the depot is there at OData 2.0 alone: bound operations are service operations with the key as an argument, times of
// day are durations, the one stream is that of the entity, and there are no collections of values.
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
    public const int Base = 20_000;

    public static readonly string[] SelectedWithMaker = ["ID", "maker"];

    public static IEnumerable<(string Name, ClientOptions Options)> Batches => [("multipart", new ClientOptions())];

    public static int FirstOfBatch(string name) => 800;

    public static void SetOpens(Tools tool, TimeSpan time) => tool.Opens = time;

    public static string Opens(Tools tool) => $"{tool.Opens:hh\\:mm}";

    public static void SetTags(Tools tool, List<string> tags)
    {
    }

    public static string Tags(Tools tool) => "heavy+iron & steel";

    /// <summary>The adapter does not look at links in a body.</summary>
    public static void SetMaker(Tools tool, Makers maker, MakersItemRequestBuilder place) => tool.MakerId = maker.Id;

    public static ContentRequestBuilder Photo(ToolsItemRequestBuilder tool) => tool.Content;

    public static async Task<List<Tools>> Lighter(DepotClient client, int tool, int most) => (await client.ToolsLighter(tool, most).GetAsync())!.Value!;

    public static Task<Tools?> Grade(DepotClient client, int tool, int stars, string note) =>
        client.ToolsGrade.PostAsync(new ToolsGradePostRequestBody { Id = tool, Stars = stars, Note = note });
}
