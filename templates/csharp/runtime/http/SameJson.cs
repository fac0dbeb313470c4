using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace EdmundRuntime.Runtime;

/// <summary>When two JSON values are the same: numbers by what they are worth, objects whatever the order of their members.</summary>
internal static class SameJson
{
    /// <summary>Whether both are the same.</summary>
    public static bool Are(object? one, object? other) => Canonical(one) == Canonical(other);

    /// <summary>Whether two of the values are the same.</summary>
    public static bool HasTwins(IEnumerable<object?> values)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return values.Any(value => !seen.Add(Canonical(value)));
    }

    /// <summary>A text that values have in common when they are the same, and only then.</summary>
    private static string Canonical(object? value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    private static void Append(StringBuilder text, object? value)
    {
        switch (ParameterText.Plain(value))
        {
            case JsonList list:
                text.Append('[');
                foreach (var item in list)
                {
                    Append(text, item);
                    text.Append(',');
                }
                text.Append(']');
                break;
            case JsonMap map:
                text.Append('{');
                foreach (var (name, member) in map.OrderBy(member => member.Key, StringComparer.Ordinal))
                {
                    AppendText(text, name);
                    Append(text, member);
                    text.Append(',');
                }
                text.Append('}');
                break;
            case string plain:
                AppendText(text, plain);
                break;
            case JsonNumber number when ExactNumber.TryParse(number.Text, out var exact):
                text.Append(exact.Digits.Sign).Append(' ').Append(exact.Significant).Append('e').Append(exact.SignificantExponent);
                break;
            case var scalar:
                text.Append(Scalars.Text(scalar) ?? "null");
                break;
        }
    }

    /// <summary>The length says where a text ends.</summary>
    private static void AppendText(StringBuilder text, string plain) => text.Append(plain.Length).Append('"').Append(plain);
}
