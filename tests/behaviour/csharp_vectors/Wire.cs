// Models by the names on the wire, for the runners of vectors; compiled together with the output for one model, whose package
// is called Vectors.
using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Text.Json.Nodes;
using Vectors.Runtime;

namespace Runner;

/// <summary>Reads and sets through the properties of models, by the names on the wire.</summary>
public static class Wire
{
    public static JsonObject Answered(JsonObject question)
    {
        var declared = SchemaTable.Find((string)question["type"]!)!;
        var model = declared.Over((JsonMap)JsonText.Parse((string)question["text"]!)!, isKept: false);
        var reads = ((JsonArray)question["reads"]!).Select(read => (JsonNode)Read(model, (string)read!["at"]!)).ToArray();
        Touch(model);
        foreach (var set in (JsonArray)question["sets"]!)
        {
            Set(model, (string)set!["at"]!, (string)set["text"]!);
        }
        return new JsonObject
        {
            ["becomes"] = model.ModelInfo.Name,
            ["reads"] = new JsonArray(reads),
            ["written"] = model.ToJson(),
        };
    }

    /// <summary>Reads all that can be read: that must not change what is written or validated.</summary>
    public static void Touch(Model model)
    {
        foreach (var property in model.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0))
        {
            object? value = null;
            try
            {
                value = property.GetValue(model);
            }
            catch (TargetInvocationException error) when (error.InnerException is DecodeException)
            {
                continue;
            }
            foreach (var item in value is IEnumerable items and not string ? items.Cast<object?>() : new[] { value })
            {
                if (item is Model inner)
                {
                    Touch(inner);
                }
            }
        }
    }

    private static PropertyInfo PropertyOf(Model holder, string name) =>
        holder.GetType().GetProperty(holder.ModelInfo.Find(name)!.Member)!;

    private static (Model Holder, string Name) Reach(Model model, string pointer)
    {
        var steps = pointer.Split('/')[1..];
        object value = model;
        foreach (var step in steps[..^1])
        {
            value = value is IList list ? list[int.Parse(step, CultureInfo.InvariantCulture)]! : PropertyOf((Model)value, step).GetValue(value)!;
        }
        return value is Model holder ? (holder, steps[^1]) : throw new InvalidOperationException("the pointer ends in a list");
    }

    /// <summary>What reading the property at a pointer gives.</summary>
    public static JsonObject Read(Model model, string pointer)
    {
        var last = pointer[(pointer.LastIndexOf('/') + 1)..];
        if (int.TryParse(last, out var at))
        {
            var (owner, name) = Reach(model, pointer[..pointer.LastIndexOf('/')]);
            return Described(((IList)PropertyOf(owner, name).GetValue(owner)!)[at]);
        }
        var (holder, member) = Reach(model, pointer);
        return holder.IsSet(member) ? Described(PropertyOf(holder, member).GetValue(holder)) : new JsonObject { ["state"] = "absent" };
    }

    private static string Text(object value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        double number => Number(number, number.ToString("R", CultureInfo.InvariantCulture)),
        float number => Number(number, number.ToString("R", CultureInfo.InvariantCulture)),
        DateTimeOffset moment => moment.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffffzzz", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss.fffffff", CultureInfo.InvariantCulture),
        TimeSpan length => (length.Ticks / 10_000_000m).ToString(CultureInfo.InvariantCulture),
        byte[] data => Convert.ToHexString(data).ToLowerInvariant(),
        IOpenEnum member => string.Join(',', Flags.Split(member.Text).Order(StringComparer.Ordinal)),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static string Number(double number, string text) => double.IsInfinity(number) ? number > 0 ? "INF" : "-INF" : text;

    /// <summary>Sets the property at a pointer to the value of a JSON text.</summary>
    public static void Set(Model model, string pointer, string json)
    {
        var (holder, name) = Reach(model, pointer);
        PropertyOf(holder, name).SetValue(holder, Converted(json, holder, name));
    }

    /// <summary>What a value is.</summary>
    public static JsonObject Described(object? value) => value switch
    {
        null => new JsonObject { ["state"] = "null" },
        Model model => new JsonObject { ["state"] = "model", ["type"] = model.ModelInfo.Name },
        _ => new JsonObject { ["state"] = "value", ["value"] = Text(value) },
    };

    /// <summary>A value of the property's type: read by a model of its own.</summary>
    private static object? Converted(string json, Model holder, string name)
    {
        var source = holder.ModelInfo.Over(new JsonMap { [name] = JsonText.Parse(json) });
        return PropertyOf(source, name).GetValue(source);
    }
}
