using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Graph.Runtime;

namespace Harness;

/// <summary>Calls as users of the client write them.</summary>
public static partial class Scenarios
{
    public static IdentityApiConnector Connector() => new()
    {
        DisplayName = "Test API",
        TargetUrl = "https://someapi.com/api",
        AuthenticationConfiguration = new BasicAuthentication
        {
            Username = "MyUsername",
            Password = "MyPassword",
        },
    };

    public static async Task<object?> Run(Command command)
    {
        using var graphClient = command.Client();
        var connectors = graphClient.Identity.ApiConnectors;
        switch (command.Name)
        {
            case "page":
                return Described(await RunPage(command.Text("block")!, graphClient));
            case "create":
                return Described(await connectors.PostAsync(Connector()));
            case "create with a token":
                using (var source = new CancellationTokenSource())
                {
                    return Described(await connectors.PostAsync(Connector(), source.Token));
                }

            case "create with a certificate":
                return Described(await connectors.PostAsync(new IdentityApiConnector
                {
                    DisplayName = "Test API",
                    TargetUrl = "https://someotherapi.com/api",
                    AuthenticationConfiguration = new Pkcs12Certificate { Pkcs12Value = command.Text("value"), Password = string.Empty },
                }));
            case "list":
                var page = await connectors.GetAsync(configuration =>
                {
                    configuration.QueryParameters.Count = true;
                    configuration.QueryParameters.Select = new[] { "id", "displayName" };
                    configuration.Headers.Add("ConsistencyLevel", "eventual");
                });
                return new { names = page!.Value!.Select(item => item.DisplayName), count = page.OdataCount, next = page.OdataNextLink };
            case "iterate":
                var pages = connectors.IterateAsync(configuration => configuration.QueryParameters.Top = 50);
                var names = new List<string?>();
                await foreach (var item in pages)
                {
                    names.Add(item.DisplayName);
                }
                return new { names, count = pages.Count, delta = pages.DeltaLink };
            case "page iterator":
                return await IteratePages(graphClient, int.Parse(command.Text("most")!));
            case "with a URL":
                var other = await connectors.WithUrl(command.Text("url")!).GetAsync();
                return other!.Value!.Select(item => item.DisplayName);
            case "read":
                var one = await connectors[command.Text("key")!].GetAsync(configuration => configuration.QueryParameters.Select = ["id", "displayName"]);
                return new { one!.Id, one.DisplayName, etag = one.AdditionalData["@odata.etag"], type = one.GetType().Name };
            case "update":
                var answered = await connectors[command.Text("key")!].PatchAsync(
                    new IdentityApiConnector { DisplayName = "New" },
                    configuration => configuration.ETag = command.Text("etag"));
                return answered?.DisplayName;
            case "update to null":
                var nothing = await connectors[command.Text("key")!].PatchAsync(new IdentityApiConnector { TargetUrl = null }, configuration => configuration.Validate = false);
                return nothing?.DisplayName;
            case "delete":
                await connectors[command.Text("key")!].DeleteAsync();
                return "deleted";
            case "upload":
                return await Upload(connectors, command.Text("key")!);
            case "count":
                return await connectors.Count.GetAsync();
            case "twice":
                await connectors.GetAsync();
                await connectors.GetAsync();
                return command.Credential!.Asked;
            case "broken credential":
                using (var broken = new GraphServiceClient(new Broken(), null, command.Root))
                {
                    await broken.Identity.ApiConnectors.GetAsync();
                    return null;
                }

            case "incomplete":
                return Described(await connectors.PostAsync(new IdentityApiConnector { DisplayName = "only a name" }));
            case "incomplete, unchecked":
                return Described(await connectors.PostAsync(new IdentityApiConnector { DisplayName = "only a name" }, configuration => configuration.Validate = false));
            case "batch":
                return await Batch(graphClient);
            case "large batch":
                var content = new BatchRequestContentCollection(graphClient) { InOrder = command.Text("in order") is not null };
                var counts = new List<RequestInformation<int?>>();
                for (var at = 0; at < 45; at++)
                {
                    counts.Add(connectors.Count.ToGetRequestInformation());
                    content.AddBatchRequestStep(counts[at]);
                }
                var counted = await graphClient.Batch.PostAsync(content);
                return counts.Select(counted.GetResponse);
            case "own HTTP client":
                return await OwnHttpClient(command);
            case "closed":
                graphClient.Dispose();
                await connectors.GetAsync();
                return null;
            case "cancelled":
                using (var source = new CancellationTokenSource())
                {
                    source.CancelAfter(200);
                    await connectors.GetAsync(cancellationToken: source.Token);
                    return null;
                }

            case "iterated":
                await foreach (var _ in connectors.IterateAsync())
                {
                    // Only to see where it goes.
                }
                return null;
            case "listed":
                return (await connectors.GetAsync())!.Value!.Count;
            case "raw":
                var raw = await connectors[command.Text("key")!].GetAsync();
                return new
                {
                    json = raw!.ToJson(),
                    type = raw.GetType().Name,
                    configuration = raw.AuthenticationConfiguration?.GetType().Name,
                    names = raw.AdditionalData.Keys,
                    inner = raw.AuthenticationConfiguration?.AdditionalData.Keys,
                };
            case "ETag":
                await connectors["c1"].DeleteAsync(configuration => configuration.ETag = command.Text("value"));
                return null;
            case "secrets":
                return Described((await connectors.GetAsync(configuration =>
                {
                    configuration.Headers.Add("X-Api-Key", "key-789");
                    configuration.Headers.Add("Cookie", "c");
                    configuration.Headers.Add("Proxy-Authorization", "p");
                }))?.Value?.FirstOrDefault());
            case "shown URL":
                var linked = connectors.WithUrl(command.Text("url")!);
                return new { builder = linked.ToString(), request = linked.ToGetRequestInformation().ToString() };
            case "hostile batch":
                var hostile = new BatchRequestContentCollection(graphClient);
                hostile.AddBatchRequestStep(connectors.ToGetRequestInformation(configuration => configuration.QueryParameters.Filter = command.Text("text")));
                hostile.AddBatchRequestStep(connectors[command.Text("text")!].ToPatchRequestInformation(new IdentityApiConnector { DisplayName = command.Text("text") }));
                await graphClient.Batch.PostAsync(hostile);
                return null;
            case "foreign batch":
                using (var foreign = new GraphServiceClient(null, null, command.Text("url")!))
                {
                    new BatchRequestContentCollection(graphClient).AddBatchRequestStep(foreign.Identity.ApiConnectors.ToGetRequestInformation());
                    return null;
                }

            case "header":
                await connectors.GetAsync(configuration => configuration.Headers.Add(command.Text("name")!, command.Text("value")!));
                return null;
            case "filter":
                await connectors.GetAsync(configuration =>
                {
                    configuration.QueryParameters.Filter = command.Text("text");
                    configuration.QueryParameters.Search = command.Text("text");
                });
                return null;
            case "shown":
                var secret = Connector();
                secret.AdditionalData["secretOfTheService"] = "hidden-one";
                var shown = connectors.ToPostRequestInformation(secret, configuration => configuration.Headers.Add("Authorization", "Bearer hidden-two-hidden-two"));
                var credential = await command.Credential!.GetTokenAsync(["x"], default);
                return new { model = secret.ToString(), request = shown.ToString(), token = credential.ToString(), builder = connectors.ToString() };
            default:
                return await Wire(command, graphClient);
        }
    }

    private static object? Described(IdentityApiConnector? connector)
    {
        var configuration = connector?.AuthenticationConfiguration;
        return new
        {
            connector?.Id,
            connector?.DisplayName,
            connector?.TargetUrl,
            configuration = configuration?.GetType().Name,
            type = configuration?.OdataType,
            password = (configuration as BasicAuthentication)?.Password,
            certificates = (configuration as ClientCertificateAuthentication)?.CertificateList?.Select(item => new { item.Thumbprint, item.IsActive, item.NotAfter }),
        };
    }

    private static async Task<object?> IteratePages(GraphServiceClient graphClient, int most)
    {
        var names = new List<string?>();
        var first = await graphClient.Identity.ApiConnectors.GetAsync();
        var iterator = PageIterator<IdentityApiConnector, IdentityApiConnectorCollectionResponse>.CreatePageIterator(
            graphClient,
            first!,
            item =>
            {
                names.Add(item.DisplayName);
                return names.Count != most;
            });
        await iterator.IterateAsync();
        var state = iterator.State.ToString();
        await iterator.ResumeAsync();
        return new { names, state, last = iterator.State.ToString() };
    }

    private static async Task<object?> Upload(Microsoft.Graph.Builders.IdentityContainerApiConnectorsCollectionRequestBuilder connectors, string key)
    {
        var body = new Microsoft.Graph.Identity.ApiConnectors.Item.UploadClientCertificate.UploadClientCertificatePostRequestBody
        {
            Pkcs12Value = "AAAA",
            Password = "secret",
        };
        var answered = await connectors[key].UploadClientCertificate.PostAsync(body);
        return new { answer = Described(answered), shown = body.ToString() };
    }

    private static async Task<object?> Batch(GraphServiceClient graphClient)
    {
        var connectors = graphClient.Identity.ApiConnectors;
        var listing = connectors.ToGetRequestInformation(configuration => configuration.QueryParameters.Top = 1);
        var making = connectors.ToPostRequestInformation(Connector());
        var missing = connectors["none"].ToGetRequestInformation();
        var counting = connectors.Count.ToGetRequestInformation();
        var content = new BatchRequestContentCollection(graphClient) { InOrder = true };
        var id = await content.AddBatchRequestStepAsync(listing);
        content.AddBatchRequestStep(making);
        content.AddBatchRequestStep(missing);
        content.AddBatchRequestStep(counting);
        var answers = await graphClient.Batch.PostAsync(content);
        var failure = string.Empty;
        try
        {
            answers.GetResponse(missing);
        }
        catch (ODataError error)
        {
            failure = $"{error.ResponseStatusCode} {error.Error.Code}";
        }
        var byId = await answers.GetResponseByIdAsync<IdentityApiConnectorCollectionResponse>(id);
        return new
        {
            listed = answers.GetResponse(listing)!.Value!.Select(item => item.DisplayName),
            byId = byId!.Value!.Count,
            made = Described(answers.GetResponse(making)),
            failure,
            counted = answers.GetResponse(counting),
            statuses = answers.GetResponsesStatusCodes(),
        };
    }

    private static async Task<object?> OwnHttpClient(Command command)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("x-own", "1");
        using (var graphClient = command.Client(new ClientOptions { HttpClient = http }))
        {
            await graphClient.Identity.ApiConnectors.GetAsync();
        }
        return (await http.GetAsync(command.Root + "/elsewhere")).StatusCode.ToString();
    }

    private sealed class Broken : ICredential
    {
        public ValueTask<BearerToken> GetTokenAsync(IReadOnlyList<string> scopes, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("https://login.example/?code=0123456789 refused");
    }
}
