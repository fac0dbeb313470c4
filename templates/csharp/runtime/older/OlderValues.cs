using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.RegularExpressions;

namespace EdmundRuntime.Runtime;

/// <summary>A literal: what stands before its quote, its text, and whether it is quoted.</summary>
internal readonly record struct OlderLiteral(string Prefix, string Text, bool IsQuoted)
{
    /// <summary>As it stands in a URL, encoded once.</summary>
    public string Encoded() => IsQuoted ? $"{Prefix}'{Uri.EscapeDataString(Text)}'" : Uri.EscapeDataString(Text);

    /// <summary>As it stands in a query, not encoded.</summary>
    public override string ToString() => IsQuoted ? $"{Prefix}'{Text}'" : Text;
}

/// <summary>
/// Values as OData 1 to 3 write them: literals of URLs ([MS-ODATA], 2.2.2) and JSON (2.2.6.3). A type is that of the older
/// version: <c>Edm.DateTime</c> for a moment without an offset, <c>Edm.Time</c> for a duration.
/// </summary>
internal static class OlderValues
{
    /// <summary>What stands before the name of a type whose literal is that of OData 1 to 3.</summary>
    public const string Mark = "older:";

    public const string Moment = "Edm.DateTime";
    private const string MomentOfPlace = "Edm.DateTimeOffset";
    private const string Time = "Edm.Time";
    private const string Length = "Edm.Duration";
    private const string Bytes = "Edm.Binary";
    private const string LocalFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF";
    private const RegexOptions Options = RegexOptions.ECMAScript;

    private static readonly Dictionary<string, char> Suffixes = new(StringComparer.Ordinal)
    {
        ["Edm.Int64"] = 'L',
        ["Edm.Decimal"] = 'M',
        ["Edm.Double"] = 'd',
        ["Edm.Single"] = 'f',
    };

    private static readonly Regex Ticks = new(@"\A/Date\((-?[0-9]{1,17})([+-][0-9]{1,4})?\)/\z", Options);
    private static readonly Regex Local = new(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?\z", Options);
    private static readonly Regex Number = new(@"\A-?(?:0|[1-9][0-9]{0,39})(?:\.[0-9]{1,40})?(?:[eE][+-]?[0-9]{1,4})?\z", Options);
    private static readonly Regex PartsOfTime = new(@"\APT(?:([0-9]{1,6})H)?(?:([0-9]{1,6})M)?(?:([0-9]{1,6})(\.[0-9]+)?S)?\z", Options);

    /// <summary>The name that 4.01 has for a type, by whose rules the text of a value is made.</summary>
    public static string NameToday(string type) => type switch
    {
        Moment => MomentOfPlace,
        Time => Length,
        _ => type,
    };

    /// <summary>The literal of a value.</summary>
    /// <param name="text">As 4.01 has it, checked.</param>
    /// <param name="type">Its type.</param>
    public static OlderLiteral Literal(string text, string type)
    {
        switch (type)
        {
            case "Edm.String":
                return new(string.Empty, text.Replace("'", "''", StringComparison.Ordinal), true);
            case Moment:
                return new("datetime", InUniversalTime(text), true);
            case MomentOfPlace:
                return new("datetimeoffset", text, true);
            case Time or Length:
                return new("time", TimeOfDay(text), true);
            case "Edm.Guid":
                return new("guid", text, true);
            case Bytes:
                return new("X", Convert.ToHexString(Base64.Decode(text) ?? []), true);
            default:
                var isNumber = text is not ("INF" or "-INF" or "NaN") && Suffixes.ContainsKey(type);
                return new(string.Empty, isNumber ? text + Suffixes[type] : text, false);
        }
    }

    /// <summary>A JSON value of 4.01 as the older version has it.</summary>
    public static object? Sent(object? value, string type, OlderVersion version)
    {
        switch (type)
        {
            case "Edm.Int64" or "Edm.Decimal":
                return value is JsonNumber number ? number.Text : value;
            case Moment or MomentOfPlace when value is string text:
                if (version.HasTimesAsText)
                {
                    return type == Moment ? InUniversalTime(text) : text;
                }
                return AsTicks(text, type == MomentOfPlace);
            case Time or Length when value is string text:
                return TimeOfDay(text);
            case Bytes when value is string text && Base64.Decode(text) is { } bytes:
                return Convert.ToBase64String(bytes);
            default:
                return value;
        }
    }

    /// <summary>
    /// A JSON value of the older version as 4.01 has it. What is none of the type stays as it is: reading the property says so.
    /// </summary>
    /// <param name="value">The value.</param>
    /// <param name="today">Its type in 4.01.</param>
    /// <param name="type">Its type in the older version.</param>
    /// <exception cref="UnexpectedAnswerException">It is a moment that no calendar has.</exception>
    public static object? Answered(object? value, string today, string type)
    {
        if (value is not string text)
        {
            return value;
        }
        if (Suffixes.TryGetValue(type, out var suffix))
        {
            var hasSuffix = text.EndsWith(suffix.ToString(), StringComparison.OrdinalIgnoreCase);
            var plain = hasSuffix ? text[..^1] : text;
            return Number.IsMatch(plain) ? new JsonNumber(plain) : text;
        }
        if (type is not (Moment or MomentOfPlace))
        {
            return value;
        }
        if (Ticks.Match(text) is { Success: true } match)
        {
            text = MomentOf(match);
        }
        else if (Local.IsMatch(text))
        {
            text += "Z";
        }
        return today == "Edm.Date" && text.Length > 10 ? text[..10] : text;
    }

    /// <summary>The moment at which a clock of that offset shows the ticks: what .NET, Olingo and datajs mean by them.</summary>
    private static string MomentOf(Match ticks)
    {
        var milliseconds = long.Parse(ticks.Groups[1].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var minutes = ticks.Groups[2].Success ? int.Parse(ticks.Groups[2].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0;
        try
        {
            var clock = DateTime.SpecifyKind(DateTime.UnixEpoch, DateTimeKind.Unspecified).AddMilliseconds(milliseconds);
            return (string)Primitives.DateTimeOffset.Write(new DateTimeOffset(clock, TimeSpan.FromMinutes(minutes)));
        }
        catch (ArgumentException error)
        {
            throw new UnexpectedAnswerException("the service answered a time that no calendar has", error);
        }
    }

    private static DateTimeOffset? Read(string text) =>
        Primitives.DateTimeOffset.Read(Primitives.Date.Read(text, out _) ? $"{text}T00:00:00Z" : text, out var moment) ? moment : null;

    /// <summary>A moment without its offset.</summary>
    private static string InUniversalTime(string text) => Read(text) is { } moment ? moment.UtcDateTime.ToString(LocalFormat, CultureInfo.InvariantCulture) : text;

    private static string AsTicks(string text, bool hasOffset)
    {
        if (Read(text) is not { } moment)
        {
            return text;
        }
        var clock = hasOffset ? moment.DateTime : moment.UtcDateTime;
        var milliseconds = Math.DivRem(clock.Ticks - DateTime.UnixEpoch.Ticks, TimeSpan.TicksPerMillisecond, out var rest) - (rest < 0 ? 1 : 0);
        var offset = hasOffset ? moment.TotalOffsetMinutes.ToString("+0000;-0000;+0000", CultureInfo.InvariantCulture) : string.Empty;
        return string.Create(CultureInfo.InvariantCulture, $"/Date({milliseconds}{offset})/");
    }

    /// <summary>A duration of less than a day with all its parts: services of SAP take no other form.</summary>
    private static string TimeOfDay(string text)
    {
        var match = PartsOfTime.Match(text);
        var total = match.Success ? (Part(match.Groups[1]) * 3600) + (Part(match.Groups[2]) * 60) + Part(match.Groups[3]) : long.MaxValue;
        if (total >= 86_400)
        {
            return text;
        }
        return string.Create(CultureInfo.InvariantCulture, $"PT{total / 3600:00}H{total / 60 % 60:00}M{total % 60:00}{match.Groups[4].Value}S");
    }

    private static long Part(Group group) => group.Success ? long.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
}
