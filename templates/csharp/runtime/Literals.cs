using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace EdmundRuntime.Runtime;

/// <summary>A key or parameter in a URL: its name, its value, its type in the schema or <c>json</c>.</summary>
internal readonly record struct UrlPart(string Name, object? Value, string Type);

/// <summary>Segments and OData literals of URLs (OData ABNF, URL Conventions 4.01), each encoded once.</summary>
internal static class Literals
{
    private const RegexOptions Options = RegexOptions.CultureInvariant;
    private const string Number = @"\A(?:[+-]?[0-9]+(?:\.[0-9]+)?(?:[Ee][+-]?[0-9]+)?|-?INF|NaN)\z";

    private static readonly Dictionary<string, Regex> Patterns = new(StringComparer.Ordinal)
    {
        ["Edm.Date"] = new(@"\A-?[0-9]{4,}-[0-9][0-9]-[0-9][0-9]\z", Options),
        ["Edm.DateTimeOffset"] = new(@"\A-?[0-9]{4,}-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9](?::[0-9][0-9](?:\.[0-9]{1,12})?)?(?:Z|[+-][0-9][0-9]:[0-9][0-9])\z", Options),
        ["Edm.TimeOfDay"] = new(@"\A[0-9][0-9]:[0-9][0-9](?::[0-9][0-9](?:\.[0-9]{1,12})?)?\z", Options),
        ["Edm.Duration"] = new(@"\A[+-]?P(?:[0-9]+D)?(?:T(?:[0-9]+H)?(?:[0-9]+M)?(?:[0-9]+(?:\.[0-9]+)?S)?)?\z", Options),
        ["Edm.Guid"] = new(@"\A[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\z", Options),
        ["Edm.Binary"] = new(@"\A[A-Za-z0-9_-]*={0,2}\z", Options),
        ["Edm.Decimal"] = new(Number, Options),
        ["Edm.Double"] = new(Number, Options),
        ["Edm.Single"] = new(Number, Options),
        ["Edm.Boolean"] = new(@"\A(?:true|false)\z", Options),
    };

    /// <summary>One path segment.</summary>
    /// <exception cref="ArgumentException">
    /// It is empty, or <c>.</c> or <c>..</c>, which URL parsers would resolve even when encoded, or none of the type.
    /// </exception>
    public static string Segment(object? value, string type)
    {
        var text = Plain(value, type);
        if (text is "" or "." or "..")
        {
            throw new ArgumentException($"'{text}' cannot be a path segment");
        }
        return Uri.EscapeDataString(text);
    }

    /// <summary>
    /// A literal. Text is quoted with its quotes doubled. A member of an enumeration stands as its name: bare for
    /// <c>enum</c>, qualified for the name of a type (URL Conventions 4.01, section 5.1.1.6.1).
    /// </summary>
    /// <exception cref="ArgumentException">The value is none of the type.</exception>
    public static string Literal(object? value, string type)
    {
        if (value is null)
        {
            return "null";
        }
#if OLDER
        if (type.StartsWith(OlderValues.Mark, StringComparison.Ordinal))
        {
            return OlderLiteral(value, type).Encoded();
        }
#endif
        if (QueryLiterals.IsShape(type) || (type == "Edm.PrimitiveType" && value is JsonNode))
        {
            return Uri.EscapeDataString(QueryLiterals.Of(value, type));
        }
        if (type == "Edm.PrimitiveType")
        {
            return Literal(value, TypeOf(value));
        }
        var text = Plain(value, type);
        if (type is "Edm.String" or "enum" || !type.StartsWith("Edm.", StringComparison.Ordinal))
        {
            var qualified = type is "Edm.String" or "enum" ? string.Empty : Uri.EscapeDataString(type);
            return $"{qualified}'{Uri.EscapeDataString(text.Replace("'", "''", StringComparison.Ordinal))}'";
        }
        var escaped = Uri.EscapeDataString(text);
        return type switch
        {
            "Edm.Duration" => $"duration'{escaped}'",
            "Edm.Binary" => $"binary'{escaped}'",
            _ => escaped,
        };
    }

#if OLDER
    /// <summary>The literal of OData 1 to 3 for a value that is not null; the type may have its mark before it.</summary>
    /// <exception cref="ArgumentException">The value is none of the type.</exception>
    public static OlderLiteral OlderLiteral(object? value, string type)
    {
        var older = type.StartsWith(OlderValues.Mark, StringComparison.Ordinal) ? type[OlderValues.Mark.Length..] : type;
        var today = older == OlderValues.Moment && JsonValues.Wire(value) is string { Length: 10 } ? "Edm.Date" : OlderValues.NameToday(older);
        return OlderValues.Literal(Plain(value, today), older);
    }

#endif
    /// <summary><c>(name=value,...)</c>; a single part without a name gives <c>(value)</c>.</summary>
    public static string KeyPredicate(IEnumerable<UrlPart> parts) =>
        "(" + string.Join(',', parts.Select(part => (part.Name.Length == 0 ? string.Empty : Uri.EscapeDataString(part.Name) + "=") + Literal(part.Value, part.Type))) + ")";

    /// <summary>
    /// <c>/name(a=1,b=@p0)</c>; values that have no literal become parameter aliases for the query (URL Conventions
    /// 4.01, section 5.2), counted from those that are there already.
    /// </summary>
    public static (string Path, IReadOnlyList<KeyValuePair<string, string>> Aliases) Invocation(
        string name, IEnumerable<UrlPart> parts, IReadOnlyList<KeyValuePair<string, string>> known)
    {
        var aliases = known.ToList();
        var written = new List<string>();
        foreach (var part in parts)
        {
            var left = Uri.EscapeDataString(part.Name);
            if (part.Type == "json")
            {
                var alias = $"@p{aliases.Count}";
                aliases.Add(KeyValuePair.Create(alias, Encoding.UTF8.GetString(JsonText.Write(JsonValues.Wire(part.Value)))));
                written.Add($"{left}={alias}");
            }
            else
            {
                written.Add($"{left}={Literal(part.Value, part.Type)}");
            }
        }
        return ($"/{name}({string.Join(',', written)})", aliases);
    }

    /// <summary>The value's text, checked against the type.</summary>
    private static string Plain(object? value, string type)
    {
        if (IntegerRanges.TryGet(type, out var low, out var high))
        {
            var text = Text(value);
            if (!Int128.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || number < low || number > high)
            {
                throw new ArgumentException($"'{Cut(text)}' is no {type}");
            }
            return number.ToString(CultureInfo.InvariantCulture);
        }
        var plain = Text(value);
        if (Patterns.TryGetValue(type, out var pattern) && !pattern.IsMatch(plain))
        {
            throw new ArgumentException($"'{Cut(plain)}' is no {type}");
        }
        try
        {
            new UTF8Encoding(false, true).GetByteCount(plain);
        }
        catch (EncoderFallbackException)
        {
            throw new ArgumentException("text with a lone surrogate cannot be sent");
        }
        return plain;
    }

    /// <summary>What a value of any primitive type is written as.</summary>
    private static string TypeOf(object value) => value switch
    {
        bool => "Edm.Boolean",
        Guid => "Edm.Guid",
        DateTimeOffset => "Edm.DateTimeOffset",
        DateOnly => "Edm.Date",
        TimeOnly => "Edm.TimeOfDay",
        TimeSpan => "Edm.Duration",
        byte[] => "Edm.Binary",
        sbyte or byte or short or ushort or int or uint or long => "Edm.Int64",
        decimal => "Edm.Decimal",
        float or double => "Edm.Double",
        _ => "Edm.String",
    };

    private static string Cut(string text) => text.Length > 80 ? text[..80] : text;

    private static string Text(object? value) => JsonValues.Wire(value) switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        JsonNumber number => number.Text,
        null => throw new ArgumentNullException(nameof(value)),
        _ => throw new ArgumentException("a structured value has no place in a URL"),
    };
}
