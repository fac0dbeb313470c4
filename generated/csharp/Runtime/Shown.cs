using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Microsoft.Graph.Runtime;

/// <summary>How a model shows itself: enough to tell it, no secret, never long.</summary>
internal static class Shown
{
    private const int LongestText = 200;
    private const int MostItems = 20;
    private const int Deepest = 5;

    /// <summary>
    /// <c>Class(Property=value, ...)</c> of what is set. Secrets are masked, undeclared members only named: they may
    /// be secrets as well, nobody can say.
    /// </summary>
    public static string Of(Model model) => Of(model, 0);

    private static string Of(Model model, int depth)
    {
        var parts = new List<string>();
        var unknown = new List<string>();
        foreach (var (name, value) in model.RawMembers)
        {
            var shape = model.ModelInfo.Find(name);
            if (shape is not null)
            {
                parts.Add($"{shape.Member}={(shape.IsSecret && value is not null ? "***" : Value(value, depth))}");
            }
            else if (TypeMember.IsShown(name))
            {
                parts.Add($"OdataType={Value(value, depth)}");
            }
            else
            {
                unknown.Add(Quoted(name));
            }
        }
        if (unknown.Count > 0)
        {
            var more = unknown.Count > MostItems ? ", ..." : string.Empty;
            parts.Add($"AdditionalData=<{string.Join(", ", unknown.Take(MostItems))}{more}>");
        }
        return $"{model.GetType().Name}({string.Join(", ", parts)})";
    }

    private static string Value(object? value, int depth)
    {
        switch (value)
        {
            case null:
                return "null";
            case string text:
                return text.Length > LongestText ? $"{Quoted(text[..LongestText])}... ({text.Length} characters)" : Quoted(text);
            case JsonNumber number:
                return number.Text.Length > LongestText ? "<number>" : number.Text;
            case bool flag:
                return flag ? "true" : "false";
            case Model model:
                return depth < Deepest ? Of(model, depth + 1) : "...";
            case ITypedList list:
                return List(list.Items, depth);
            case JsonList list:
                return List(list, depth);
            default:
                // An object that nobody has read yet may hold secrets of its own.
                return "<object>";
        }
    }

    private static string List(IList items, int depth)
    {
        var shown = items.Cast<object?>().Take(MostItems).Select(item => item is string or bool or JsonNumber or Model or null ? Value(item, depth) : "<value>");
        var more = items.Count > MostItems ? $", ... {items.Count} items" : string.Empty;
        return $"[{string.Join(", ", shown)}{more}]";
    }

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in text)
        {
            var plain = character is not ('"' or '\\') && !char.IsControl(character) && !char.IsSurrogate(character)
                && char.GetUnicodeCategory(character) is not (UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
            quoted.Append(plain ? character.ToString() : character is '"' or '\\' ? $"\\{character}" : $"\\u{(int)character:x4}");
        }
        return quoted.Append('"').ToString();
    }
}
