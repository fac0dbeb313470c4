// Takes commands, one JSON object a line, runs the scenario that each names against the service at "root", and
// answers with one JSON object a line: {"result": ...} or {"error": class, "message": ..., "detail": {...}}.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Graph;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Graph.Runtime;

namespace Harness;

/// <summary>Gives the tokens it is made with, one after the other, the last again and again.</summary>
public sealed class Credential : ICredential
{
    private readonly Queue<string> _tokens;
    private readonly TimeSpan _lasts;

    public Credential(IEnumerable<string> tokens, double seconds)
    {
        _tokens = new Queue<string>(tokens);
        _lasts = TimeSpan.FromSeconds(seconds);
    }

    public List<string> Asked { get; } = new();

    public ValueTask<BearerToken> GetTokenAsync(IReadOnlyList<string> scopes, CancellationToken cancellationToken)
    {
        Asked.Add(string.Join(' ', scopes));
        var text = _tokens.Count > 1 ? _tokens.Dequeue() : _tokens.Peek();
        return ValueTask.FromResult(new BearerToken(text, DateTimeOffset.UtcNow + _lasts));
    }
}

/// <summary>What a scenario is given.</summary>
public sealed class Command
{
    private readonly JsonObject _given;

    public Command(JsonObject given) => _given = given;

    public string Name => Text("scenario")!;

    public string Root => Text("root")!;

    public Credential? Credential { get; private set; }

    public string? Text(string name) => (string?)_given[name];

    public JsonNode? Node(string name) => _given[name];

    public IEnumerable<string> Texts(string name) => (_given[name] as JsonArray ?? new JsonArray()).Select(item => (string)item!);

    public GraphServiceClient Client(ClientOptions? options = null)
    {
        if (_given["anonymous"] is null)
        {
            var tokens = Texts("tokens").ToArray();
            Credential = new Credential(tokens.Length > 0 ? tokens : new[] { "token-of-the-tests" }, (double?)_given["lasts"] ?? 3600);
        }
        options ??= new ClientOptions();
        if (_given["retries"] is { } retries)
        {
            options = options with { MaxRetries = (int)retries };
        }
        if (_given["pages"] is { } pages)
        {
            options = options with { MaxPages = (int)pages };
        }
        if (_given["timeout"] is { } timeout)
        {
            options = options with { Timeout = TimeSpan.FromSeconds((double)timeout) };
        }
        if (_given["validate"] is { } validate)
        {
            options = options with { Validate = (bool)validate };
        }
        return new GraphServiceClient(Credential, _given["scopes"] is null ? null : Texts("scopes"), Root, options);
    }
}

public static class Program
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Default };

    public static async Task Main()
    {
        using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true };
        while (await input.ReadLineAsync() is { } line)
        {
            var answer = await Answered(new Command((JsonObject)JsonNode.Parse(line)!));
            await output.WriteLineAsync(answer.ToJsonString(Options));
        }
    }

    private static async Task<JsonObject> Answered(Command command)
    {
        try
        {
            var result = await Scenarios.Run(command);
            return new JsonObject { ["result"] = JsonSerializer.SerializeToNode(result) };
        }
        catch (Exception error)
        {
            return new JsonObject
            {
                ["error"] = error.GetType().Name,
                ["message"] = error.Message,
                ["shown"] = error.ToString(),
                ["detail"] = Detail(error),
            };
        }
    }

    private static JsonNode? Detail(Exception error) => error switch
    {
        ODataError service => new JsonObject
        {
            ["status"] = service.ResponseStatusCode,
            ["code"] = service.Error.Code,
            ["message"] = service.Error.Message,
            ["target"] = service.Error.Target,
            ["details"] = new JsonArray((service.Error.Details ?? new List<ErrorDetails>()).Select(detail => (JsonNode)$"{detail.Code} {detail.Message} {detail.Target}").ToArray()),
            ["innerRequestId"] = service.Error.InnerError?.RequestId,
            ["innerClientRequestId"] = service.Error.InnerError?.ClientRequestId,
            ["year"] = service.Error.InnerError?.Date?.Year,
            ["requestId"] = service.RequestId,
            ["clientRequestId"] = service.ClientRequestId,
        },
        ValidationFailedException failed => new JsonArray(failed.Violations.Select(found => (JsonNode)$"{found.Pointer} {found.Code}").ToArray()),
        RedirectRefusedException refused => refused.Location,
        _ => null,
    };
}
