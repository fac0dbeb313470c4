using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Microsoft.Graph.Runtime;

/// <summary>Rules on a single value that has the right type: facets and constraints.</summary>
internal static class ValidationFacets
{
    /// <summary>What is wrong with a value that is a valid literal of the shape's primitive type.</summary>
    public static IEnumerable<Finding> Check(ValueShape shape, object value)
    {
        var findings = Enumerable.Empty<Finding>();
        if (value is string text)
        {
            findings = findings.Concat(CheckLength(shape, text)).Concat(CheckText(shape, text));
            if (shape.Type is "Edm.DateTimeOffset" or "Edm.Duration" or "Edm.TimeOfDay")
            {
                findings = findings.Concat(CheckSeconds(shape, text));
            }
        }
        if (shape.Type == "Edm.Decimal")
        {
            findings = findings.Concat(CheckDigits(shape, value));
        }
        findings = findings.Concat(CheckInterval(shape, value));
        return shape.AllowedValues is not null && !IsAllowed(shape, value)
            ? findings.Append(new Finding(Rule.AllowedValues, "the value is none of those allowed"))
            : findings;
    }

    /// <summary>What is wrong with the number of a collection's items.</summary>
    public static IEnumerable<Finding> CheckItems(ValueShape shape, int count)
    {
        if (count < shape.MinItems)
        {
            yield return new Finding(Rule.MinItems, $"{count} items; at least {shape.MinItems} are asked for");
        }
        if (count > shape.MaxItems)
        {
            yield return new Finding(Rule.MaxItems, $"{count} items; at most {shape.MaxItems} are allowed");
        }
    }

    /// <summary>Whether a value is one of the allowed ones; numbers and times compare as such.</summary>
    public static bool IsAllowed(ValueShape shape, object? value) =>
        (shape.AllowedValues ?? []).Any(allowed => IsSame(shape.Type, value, JsonText.Parse(allowed)));

    private static IEnumerable<Finding> CheckLength(ValueShape shape, string text)
    {
        if (shape.MaxLength is not { } most)
        {
            yield break;
        }
        if (shape.Type == "Edm.String")
        {
            // Characters as Unicode counts them, not UTF-16 units.
            var length = text.Length - text.Where(char.IsLowSurrogate).Count();
            if (length > most)
            {
                yield return new Finding(Rule.MaxLength, $"{length} characters; at most {most} are allowed");
            }
        }
        if (shape.Type == "Edm.Binary" && Base64.Decode(text) is { } data && data.Length > most)
        {
            yield return new Finding(Rule.MaxLength, $"{data.Length} bytes; at most {most} are allowed");
        }
    }

    private static IEnumerable<Finding> CheckText(ValueShape shape, string text)
    {
        if (shape.Type != "Edm.String")
        {
            yield break;
        }
        if (shape.Pattern is { } pattern)
        {
            switch (PatternMatcher.Matches(pattern, text))
            {
                case null:
                    yield return new Finding(Rule.PatternSkipped, "the declared pattern cannot be checked in bounded time");
                    break;
                case false:
                    yield return new Finding(Rule.Pattern, "the text does not match the declared pattern");
                    break;
            }
        }
        if (shape.IsUrl && !UrlReference.IsOne(text))
        {
            yield return new Finding(Rule.Url, "the text is no URL");
        }
        if (shape.IsBase64 && Base64.Decode(text) is null)
        {
            yield return new Finding(Rule.Base64, "the text is neither base64 nor base64url");
        }
    }

    private static IEnumerable<Finding> CheckSeconds(ValueShape shape, string text)
    {
        if (ValidationLiterals.DigitsOfFraction(shape.Type, text) > shape.Precision)
        {
            yield return new Finding(Rule.Precision, $"at most {shape.Precision} fractional digits of a second are allowed");
        }
    }

    private static IEnumerable<Finding> CheckDigits(ValueShape shape, object value)
    {
        if (ValidationLiterals.OrderKey("Edm.Decimal", value) is not { IsFinite: true } number)
        {
            yield break;
        }
        var significant = number.Significant.Length;
        var left = Math.Max(0, significant + number.SignificantExponent);
        var right = Math.Max(0, -number.SignificantExponent);
        if (shape.IsFloating)
        {
            if (significant > shape.Precision)
            {
                yield return new Finding(Rule.Precision, $"at most {shape.Precision} significant digits are allowed");
            }
            yield break;
        }
        if (right > shape.Scale)
        {
            yield return new Finding(Rule.Scale, $"at most {shape.Scale} fractional digits are allowed");
        }
        if (shape.Precision is not { } precision)
        {
            yield break;
        }
        if (shape.Scale is { } scale)
        {
            if (left > precision - scale)
            {
                yield return new Finding(Rule.Precision, $"at most {precision - scale} digits before the decimal point are allowed");
            }
        }
        else if (left + right > precision)
        {
            yield return new Finding(Rule.Precision, $"at most {precision} digits are allowed");
        }
    }

    private static IEnumerable<Finding> CheckInterval(ValueShape shape, object value)
    {
        if ((shape.Minimum is null && shape.Maximum is null && shape.MultipleOf is null) || ValidationLiterals.OrderKey(shape.Type, value) is not { } number)
        {
            yield break;
        }
        if (shape.Minimum is { } minimum && Limit(shape, minimum) is { } low)
        {
            var order = number.CompareTo(low);
            if (order < 0)
            {
                yield return new Finding(Rule.Minimum, $"the minimum is {Plain(minimum.Text)}");
            }
            else if (order == 0 && minimum.Exclusive)
            {
                yield return new Finding(Rule.Minimum, $"the value must be above {Plain(minimum.Text)}");
            }
        }
        if (shape.Maximum is { } maximum && Limit(shape, maximum) is { } high)
        {
            var order = number.CompareTo(high);
            if (order > 0)
            {
                yield return new Finding(Rule.Maximum, $"the maximum is {Plain(maximum.Text)}");
            }
            else if (order == 0 && maximum.Exclusive)
            {
                yield return new Finding(Rule.Maximum, $"the value must be below {Plain(maximum.Text)}");
            }
        }
        if (shape.MultipleOf is { } text && ExactNumber.TryParse(text, out var step) && !number.IsMultipleOf(step))
        {
            yield return new Finding(Rule.MultipleOf, $"the value must be a multiple of {text}");
        }
    }

    private static ExactNumber? Limit(ValueShape shape, Bound bound) => ValidationLiterals.OrderKey(shape.Type, JsonText.Parse(bound.Text));

    private static string Plain(string json) => JsonText.Parse(json) as string ?? json;

    private static bool IsSame(string type, object? value, object? allowed)
    {
        if (value is bool or null || allowed is bool or null)
        {
            return Equals(value, allowed);
        }
        if (ValidationLiterals.OrderKey(type, value) is { } mine && ValidationLiterals.OrderKey(type, allowed) is { } theirs)
        {
            return mine.CompareTo(theirs) == 0;
        }
        var comparison = type == "Edm.Guid" ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return value is string text && allowed is string other ? string.Equals(text, other, comparison) : Equals(value, allowed);
    }
}
