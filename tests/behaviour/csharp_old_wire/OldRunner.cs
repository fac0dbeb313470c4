// Answers the vectors of the old wire (tests/old_wire_answers.py says how); compiled together with the output for one model,
// whose package is called Vectors.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Vectors;
using Vectors.Models.ODataErrors;
using Vectors.Runtime;

namespace Runner;

public static class Program
{
    public static async Task Main(string[] arguments)
    {
        var answers = new JsonArray();
        foreach (var question in (JsonArray)JsonNode.Parse(File.ReadAllText(arguments[0]))!)
        {
            answers.Add(await Answered((JsonObject)question!));
        }
        Console.Out.Write(answers.ToJsonString());
    }

    private static async Task<JsonNode> Answered(JsonObject question)
    {
        var given = (JsonObject)question["case"]!;
        var root = (string?)given["base_url"] ?? (string?)question["base_url"] ?? "https://shop.example/odata";
        try
        {
            return (string)question["kind"]! switch
            {
                "literal" => Literal((string)given["type"]!, (string)given["value"]!),
                "filter" => Filter(given),
                "reading" => await Reading(given, root),
                "writing" => await Writing(given, root),
                _ => await Called(given, root),
            };
        }
        catch (Exception error)
        {
            return new JsonObject { ["failed"] = error.ToString() };
        }
    }

    private static JsonObject Literal(string type, string value)
    {
        var culture = CultureInfo.InvariantCulture;
        object typed = type switch
        {
            "Edm.Boolean" => value == "true",
            "Edm.Byte" => byte.Parse(value, culture),
            "Edm.SByte" => sbyte.Parse(value, culture),
            "Edm.Int16" => short.Parse(value, culture),
            "Edm.Int32" => int.Parse(value, culture),
            "Edm.Int64" => long.Parse(value, culture),
            "Edm.Decimal" => decimal.Parse(value, culture),
            "Edm.Double" => value == "-INF" ? double.NegativeInfinity : double.Parse(value, culture),
            "Edm.Single" => float.Parse(value, culture),
            "Edm.Guid" => Guid.Parse(value),
            "Edm.DateTime" when value.Length == 10 => DateOnly.Parse(value, culture),
            "Edm.DateTime" or "Edm.DateTimeOffset" => DateTimeOffset.Parse(value, culture),
            "Edm.Time" => System.Xml.XmlConvert.ToTimeSpan(value),
            "Edm.Binary" => Convert.FromHexString(value),
            _ => value,
        };
        return new JsonObject { ["text"] = Uri.UnescapeDataString(Literals.Literal(typed, $"older:{type}")) };
    }

    private static JsonObject Filter(JsonObject given)
    {
        try
        {
            return new JsonObject { ["text"] = new Trees().Text(given) };
        }
        catch (System.Reflection.TargetInvocationException error) when (error.InnerException is UnsupportedQueryException)
        {
            return new JsonObject { ["refused"] = true };
        }
    }

    private static async Task<JsonObject> Reading(JsonObject given, string root)
    {
        var said = new JsonObject
        {
            ["status"] = 200,
            ["headers"] = new JsonObject { ["content-type"] = "application/json" },
            ["text"] = (string)given["text"]!,
        };
        using var client = new Client(null, null, root, new Service([said]).Options);
        object value;
        var becomes = (string)given["type"]!;
        if (becomes.StartsWith("Collection(", StringComparison.Ordinal))
        {
            value = (await client.Products.GetAsync())!.Value!;
        }
        else
        {
            var model = (await client.Products[1].GetAsync())!;
            (value, becomes) = (model, model.ModelInfo.Name);
        }
        return new JsonObject { ["becomes"] = becomes, ["reads"] = Reads(value, given["reads"]) };
    }

    private static async Task<JsonObject> Writing(JsonObject given, string root)
    {
        var service = new Service([new JsonObject { ["status"] = 204 }]);
        using var client = new Client(null, null, root, service.Options);
        var made = (Vectors.Models.Product)SchemaTable.Find((string)given["type"]!)!.New();
        foreach (var set in (JsonArray)given["sets"]!)
        {
            Wire.Set(made, (string)set!["at"]!, set["value"]?.ToJsonString() ?? "null");
        }
        await ((string)given["operation"]! == "create" ? client.Products.PostAsync(made) : client.Products[1].PatchAsync(made));
        var body = Convert.FromBase64String((string)service.Sent.Single()!["body"]!);
        return new JsonObject { ["written"] = System.Text.Encoding.UTF8.GetString(body) };
    }

    private static async Task<JsonObject> Called(JsonObject given, string root)
    {
        IEnumerable<JsonObject> answers = [given, .. ((JsonArray?)given["then"] ?? []).Select(each => (JsonObject)each!)];
        var service = new Service(answers.Select(each => (JsonObject)each["answer"]!));
        using var client = new Client(null, null, root, service.Options);
        JsonObject gives;
        try
        {
            gives = Given(await Calls.Make(client, (string)given["name"]!), (JsonObject)given["gives"]!);
        }
        catch (ClientException error)
        {
            gives = new JsonObject { ["error"] = Told(error) };
        }
        return new JsonObject { ["sent"] = service.Sent, ["gives"] = gives };
    }

    private static JsonObject Told(ClientException error)
    {
        if (error is not ODataError told)
        {
            return new JsonObject();
        }
        var details = (told.Error.Details ?? []).Select(each => (JsonNode)new JsonObject { ["code"] = each.Code, ["message"] = each.Message });
        return new JsonObject
        {
            ["status"] = told.ResponseStatusCode,
            ["code"] = told.Error.Code,
            ["message"] = told.Error.Message,
            ["details"] = new JsonArray([.. details]),
        };
    }

    /// <summary>What a call gave, in the vectors' words.</summary>
    private static JsonObject Given(object? value, JsonObject wanted)
    {
        switch (value)
        {
            case null:
                return new JsonObject { ["nothing"] = true };
            case ClientException error:
                return new JsonObject { ["error"] = Told(error) };
            case object?[] answers:
                var given = answers.Zip((JsonArray)wanted["answers"]!, (each, want) => (JsonNode)Given(each, (JsonObject)want!));
                return new JsonObject { ["answers"] = new JsonArray([.. given]) };
            case Stream stream:
                using (var copy = new MemoryStream())
                {
                    stream.CopyTo(copy);
                    return new JsonObject { ["base64"] = Convert.ToBase64String(copy.ToArray()) };
                }
            case int count:
                return new JsonObject { ["type"] = "Edm.Int32", ["value"] = count.ToString(CultureInfo.InvariantCulture) };
            case Walked walked:
                return Listed(walked.Items, walked.Count, wanted);
        }
        var model = (Model)value;
        var held = model.GetType().GetProperty("Value")?.GetValue(model);
        if (wanted["references"] is not null)
        {
            return new JsonObject { ["references"] = new JsonArray([.. ((List<string>)held!).Select(each => (JsonNode)each)]) };
        }
        if (wanted["items"] is not null)
        {
            var counted = model.GetType().GetProperty("OdataCount")?.GetValue(model) as long?;
            return Listed((System.Collections.IList)held!, counted, wanted);
        }
        if (wanted["value"] is JsonArray)
        {
            var texts = ((System.Collections.IList)held!).Cast<object>().Select(each => (JsonNode)(string)Wire.Described(each)["value"]!);
            return new JsonObject { ["type"] = (string)wanted["type"]!, ["value"] = new JsonArray([.. texts]) };
        }
        if (wanted["value"] is not null)
        {
            return new JsonObject { ["type"] = (string)wanted["type"]!, ["value"] = (string)Wire.Described(held)["value"]! };
        }
        var annotations = model.AdditionalData.Select(each => KeyValuePair.Create(each.Key, (JsonNode?)each.Value?.ToString()));
        return new JsonObject
        {
            ["becomes"] = model.ModelInfo.Name,
            ["reads"] = Reads(model, wanted["reads"]),
            ["annotations"] = new JsonObject(annotations),
        };
    }

    private static JsonObject Listed(System.Collections.IList items, long? count, JsonObject wanted) => new()
    {
        ["items"] = items.Count,
        ["reads"] = Reads(items, wanted["reads"]),
        ["count"] = count?.ToString(CultureInfo.InvariantCulture),
    };

    private static JsonArray Reads(object value, JsonNode? reads) =>
        new([.. ((JsonArray?)reads ?? []).Select(each => (JsonNode)Read(value, (string)each!["at"]!))]);

    private static JsonObject Read(object value, string pointer)
    {
        if (value is not System.Collections.IList items)
        {
            return Wire.Read((Model)value, pointer);
        }
        var steps = pointer[1..].Split('/', 2);
        var item = items[int.Parse(steps[0], CultureInfo.InvariantCulture)];
        return steps.Length == 1 ? Wire.Described(item) : Wire.Read((Model)item!, "/" + steps[1]);
    }
}

/// <summary>All items of all pages, and how many the service says there are.</summary>
public sealed record Walked(System.Collections.IList Items, long? Count);

/// <summary>A service that gives what it was told to give, and keeps what it was sent.</summary>
public sealed class Service(IEnumerable<JsonObject> answers) : HttpMessageHandler
{
    private readonly Queue<JsonObject> _answers = new(answers);

    public JsonArray Sent { get; } = [];

    public ClientOptions Options => new() { HttpClient = new HttpClient(this), MaxRetries = 0 };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        var headers = request.Headers.NonValidated.Concat(request.Content?.Headers.NonValidated.AsEnumerable() ?? [])
            .Select(field => KeyValuePair.Create(field.Key.ToLowerInvariant(), (JsonNode?)string.Join(", ", field.Value)));
        Sent.Add((JsonNode)new JsonObject
        {
            ["method"] = request.Method.Method,
            ["url"] = request.RequestUri!.OriginalString,
            ["headers"] = new JsonObject(headers),
            ["body"] = Convert.ToBase64String(body),
        });
        var said = _answers.Dequeue();
        var content = said["base64"] is { } bytes ? Convert.FromBase64String((string)bytes!) : System.Text.Encoding.UTF8.GetBytes((string?)said["text"] ?? string.Empty);
        var answer = new HttpResponseMessage((HttpStatusCode)(int)said["status"]!) { Content = new ByteArrayContent(content), RequestMessage = request };
        foreach (var (name, value) in (JsonObject?)said["headers"] ?? [])
        {
            if (!answer.Headers.TryAddWithoutValidation(name, (string)value!))
            {
                answer.Content.Headers.TryAddWithoutValidation(name, (string)value!);
            }
        }
        return answer;
    }
}
