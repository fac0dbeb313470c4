// Answers the questions of tests/vector_answers.py; compiled together with the output for one model, whose package
// is called Vectors.
using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Vectors.Runtime;

namespace Runner;

public static class Program
{
    public static async Task Main(string[] arguments)
    {
        if (arguments[0] == "live")
        {
            Console.Out.Write(JsonSerializer.Serialize(await Calls.Live(arguments[1])));
            return;
        }
        var questions = (JsonArray)JsonNode.Parse(File.ReadAllText(arguments[0]))!;
        var answers = new JsonArray(questions.Select(question => (JsonNode)Answered((JsonObject)question!)).ToArray());
        Console.Out.Write(answers.ToJsonString());
    }

    private static JsonObject Answered(JsonObject question)
    {
        try
        {
            return (string)question["kind"]! switch
            {
                "validation" => Validated(question),
                "wire" => Wire.Answered(question),
                "call" => Requests.Shown(Calls.Make((string)question["name"]!)),
                _ => Requests.Answered(question),
            };
        }
        catch (Exception error)
        {
            return new JsonObject { ["error"] = error.ToString() };
        }
    }

    private static JsonObject Validated(JsonObject question)
    {
        WriteOperation? operation = (string?)question["operation"] switch
        {
            "create" => WriteOperation.Create,
            "update" => WriteOperation.Update,
            _ => null,
        };
        var (type, text) = ((string)question["type"]!, (string)question["text"]!);
        var found = Validation.Check(type, text, operation);
        if (SchemaTable.Find(type) is { } known && JsonText.Parse(text) is JsonMap members && !members.ContainsKey("@odata.type") && !known.IsAbstract)
        {
            // A model that was read gives the same, whatever was looked at.
            var model = known.Over(members, isKept: false);
            Wire.Touch(model);
            var again = model.Validate(operation);
            if (!found.Order(ByText).SequenceEqual(again.Order(ByText)))
            {
                return new JsonObject { ["error"] = "the model gives " + string.Join("; ", again) };
            }
        }
        return new JsonObject
        {
            ["violations"] = new JsonArray(found.Select(violation =>
                (JsonNode)new JsonArray(violation.Pointer, violation.Code, violation.Severity.ToString().ToLowerInvariant())).ToArray()),
        };
    }

    private static readonly Comparer<Violation> ByText = Comparer<Violation>.Create((one, other) => string.CompareOrdinal(one.ToString(), other.ToString()));
}

/// <summary>Calls by the segments of their paths.</summary>
public static class Requests
{
    private static readonly Dictionary<string, string> Methods = new()
    {
        ["list"] = "Get",
        ["read"] = "Get",
        ["count"] = "Get",
        ["create"] = "Post",
        ["invoke"] = "Post",
        ["update"] = "Patch",
        ["delete"] = "Delete",
    };

    public static JsonObject Answered(JsonObject question)
    {
        object builder = new Vectors.Client(null, null, "https://graph.microsoft.com/v1.0");
        foreach (var segment in (JsonArray)question["path"]!)
        {
            builder = segment is JsonObject key ? Item(builder, (string)key["key"]!) : Child(builder, (string)segment!);
        }
        var method = builder.GetType().GetMethod($"To{Methods[(string)question["operation"]!]}RequestInformation")!;
        var parameters = method.GetParameters();
        var arguments = new object?[parameters.Length];
        if (question["body"] is { } body)
        {
            var type = (string?)body["type"];
            var declared = type is null ? ((Model)Activator.CreateInstance(parameters[0].ParameterType)!).ModelInfo : SchemaTable.Find(type)!;
            arguments[0] = declared.Over((JsonMap)JsonText.Parse((string)body["text"]!)!, isKept: false);
        }
        arguments[^1] = Configuration(parameters[^1].ParameterType, question);
        return Shown((RequestInformation)method.Invoke(builder, arguments)!);
    }

    public static JsonObject Shown(RequestInformation request) => new()
    {
        ["method"] = request.HttpMethod.Method,
        ["url"] = request.URI.OriginalString,
        ["headers"] = new JsonObject(request.Headers.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)string.Join(", ", field.Value)))),
        ["body"] = request.Content is null ? null : Encoding.UTF8.GetString(request.Content),
    };

    private static object Item(object builder, string key) => builder.GetType().GetProperty("Item")!.GetValue(builder, new object[] { key })!;

    private static object Child(object builder, string segment)
    {
        var name = segment.TrimStart('$');
        name = name[(name.LastIndexOf('.') + 1)..];
        return builder.GetType().GetProperty(char.ToUpperInvariant(name[0]) + name[1..])!.GetValue(builder)!;
    }

    /// <summary>An <c>Action&lt;RequestConfiguration&lt;T&gt;&gt;</c> that sets what the question says.</summary>
    private static object Configuration(Type action, JsonObject question) =>
        typeof(Requests).GetMethod(nameof(Configured), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(action.GetGenericArguments()[0].GetGenericArguments()[0])
            .Invoke(null, new object[] { question })!;

    private static Action<RequestConfiguration<T>> Configured<T>(JsonObject question)
        where T : QueryParameters, new() => configuration =>
        {
            foreach (var (name, value) in question["query"] as JsonObject ?? new JsonObject())
            {
                var property = typeof(T).GetProperty(char.ToUpperInvariant(name[0]) + name[1..])!;
                property.SetValue(configuration.QueryParameters, value switch
                {
                    JsonArray items => items.Select(item => (string)item!).ToArray(),
                    JsonValue flag when flag.TryGetValue<bool>(out var found) => found,
                    JsonValue number when number.TryGetValue<int>(out var found) => found,
                    _ => (string?)value,
                });
            }
            foreach (var (name, value) in question["headers"] as JsonObject ?? new JsonObject())
            {
                configuration.Headers.Add(name, (string)value!);
            }
        };
}
