using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Runtime;

namespace Harness;

/// <summary>What travels, when, and what a caller learns of it.</summary>
public static partial class Scenarios
{
    private static async Task<object?> Wire(Command command, GraphServiceClient graphClient)
    {
        var connectors = graphClient.Identity.ApiConnectors;
        switch (command.Name)
        {
            case "masking time":
                var watch = Stopwatch.StartNew();
                try
                {
                    connectors.WithUrl(command.Text("start") + string.Concat(Enumerable.Repeat(command.Text("part"), int.Parse(command.Text("times")!))));
                    return -1;
                }
                catch (UnsafeUrlException error)
                {
                    return new { watch.ElapsedMilliseconds, error.Message };
                }

            case "send":
                var response = await graphClient.SendAsync(connectors[command.Text("key")!].ToGetRequestInformation(configuration => configuration.Headers.Add("If-None-Match", "\"7\"")));
                return new
                {
                    response.Status,
                    response.Value?.DisplayName,
                    response.Location,
                    response.ETag,
                    response.EntityId,
                    response.RequestId,
                    any = response.Headers.TryGetValue("X-ANY", out var any) ? any : null,
                };
            case "change":
                return await Changed(connectors, command);
            case "grouped batch":
                return await Grouped(graphClient, command);
            case "bind":
                var container = new IdentityContainer();
                container.Bind(nameof(IdentityContainer.ApiConnectors), connectors["c1"], connectors["c2"]);
                return container.ToJson();
            case "bind, no navigation":
                new IdentityApiConnector().Bind(nameof(IdentityApiConnector.DisplayName), connectors["c1"]);
                return null;
            case "not modified":
                return (await connectors[command.Text("key")!].GetAsync(configuration => configuration.Headers.Add("If-None-Match", "\"7\"")))?.DisplayName;
            case "poll":
                var started = await graphClient.SendAsync(connectors.ToPostRequestInformation(Connector()));
                var limit = TimeSpan.FromSeconds(double.Parse(command.Text("limit")!, System.Globalization.CultureInfo.InvariantCulture));
                var done = await graphClient.PollAsync(started, limit);
                return new { before = started.Status, after = done.Status, done.Value?.DisplayName };
            case "many at once":
                var slow = new Slow();
                using (var client = new GraphServiceClient(slow, null, command.Root))
                {
                    await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.Identity.ApiConnectors.GetAsync()));
                }
                return slow.Asked;
            case "invalid, not awaited":
                var task = connectors.PostAsync(new IdentityApiConnector { DisplayName = "only a name" });
                var had = task.IsFaulted;
                try
                {
                    await task;
                    return null;
                }
                catch (ValidationFailedException)
                {
                    return had;
                }

            case "idle":
                using (var client = command.Client(new ClientOptions { IdleTimeout = TimeSpan.FromSeconds(0.3) }))
                {
                    return (await client.Identity.ApiConnectors.GetAsync())!.Value!.Count;
                }

            case "plain http":
                using (var client = new GraphServiceClient(
                    command.Text("credential") is null ? null : new Slow(),
                    null,
                    "http://service.example/v1.0",
                    new ClientOptions { AllowHttp = command.Text("http") is not null, AllowTokenOverHttp = command.Text("token") is not null }))
                {
                    return "made";
                }

            case "own token":
                using (var client = new GraphServiceClient(
                    null,
                    null,
                    "http://service.invalid/v1.0",
                    new ClientOptions { AllowHttp = true, AllowTokenOverHttp = command.Text("token") is not null, MaxRetries = 0 }))
                {
                    var own = client.Identity.ApiConnectors;
                    if (command.Text("batch") is null)
                    {
                        return await own.GetAsync(c => c.Headers.Add("Authorization", "Bearer x"));
                    }
                    var batch = new BatchRequestContentCollection(client);
                    batch.AddBatchRequestStep(own.ToGetRequestInformation(c => c.Headers.Add("Authorization", "Bearer x")));
                    return await client.Batch.PostAsync(batch);
                }

            default:
                return Values(command);
        }
    }

    /// <summary>Reads, changes as told, and updates with what was read.</summary>
    private static async Task<object?> Changed(Microsoft.Graph.Builders.IdentityContainerApiConnectorsCollectionRequestBuilder connectors, Command command)
    {
        var read = await connectors["c1"].GetAsync();
        switch (command.Text("what"))
        {
            case "name":
                _ = ((BasicAuthentication)read!.AuthenticationConfiguration!).Username;
                read.DisplayName = "Two";
                read.TargetUrl = "https://h.example/a";
                break;
            case "inside":
                ((BasicAuthentication)read!.AuthenticationConfiguration!).Password = "new";
                break;
            case "null":
                read!.DisplayName = null;
                read.AdditionalData["more"] = 1;
                break;
            case "unset inside":
                read!.AuthenticationConfiguration!.Unset("password");
                break;
            default:
                _ = read!.AuthenticationConfiguration;
                break;
        }
        await connectors["c1"].PatchAsync(read, configuration =>
        {
            configuration.WholeBody = command.Text("whole") is not null;
            configuration.ETag = read.OdataEtag;
        });
        return read.OdataEtag;
    }

    /// <summary>A group, what waits for it, and requests that fill up the first batch.</summary>
    private static async Task<object?> Grouped(GraphServiceClient graphClient, Command command)
    {
        var counting = graphClient.Identity.ApiConnectors.Count;
        var content = new BatchRequestContentCollection(graphClient);
        var requests = Enumerable.Range(0, 23).Select(_ => counting.ToGetRequestInformation()).ToArray();
        foreach (var request in requests[..18])
        {
            content.AddBatchRequestStep(request);
        }
        var first = content.AddBatchRequestStep(requests[18], null, "g");
        content.AddBatchRequestStep(requests[19], [first], "g");
        content.AddBatchRequestStep(requests[20], [first, "1"]);
        content.AddBatchRequestStep(requests[21]);
        if (command.Text("wrong") is { } wrong)
        {
            content.AddBatchRequestStep(requests[22], wrong == "g" ? null : [wrong], wrong == "g" ? "g" : null);
        }
        var answers = await graphClient.Batch.PostAsync(content);
        var failures = new List<string>();
        foreach (var request in requests[18..21])
        {
            try
            {
                failures.Add($"{answers.GetResponse(request)}");
            }
            catch (Microsoft.Graph.Models.ODataErrors.ODataError error)
            {
                failures.Add($"{error.ResponseStatusCode}");
            }
        }
        return failures;
    }

    private sealed class Slow : ICredential
    {
        private int _asked;

        public int Asked => _asked;

        public async ValueTask<BearerToken> GetTokenAsync(IReadOnlyList<string> scopes, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _asked);
            await Task.Delay(200, cancellationToken);
            return new BearerToken("token-of-the-tests", DateTimeOffset.UtcNow.AddHours(1));
        }
    }
}
