using System;
using System.Collections.Generic;
using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Microsoft.Graph.Runtime;

/// <summary>
/// Whether a JSON value is a value of a primitive Edm type (OData JSON Format 4.01, section 7.1), and where it stands
/// in the order of its type. Where 4.0 and 4.01 or the protocol and its services differ, the wider reading counts.
/// </summary>
internal static class ValidationLiterals
{
    private const RegexOptions Options = RegexOptions.CultureInvariant;
    private const int FractionDigits = 15;

    private static readonly BigInteger Units = BigInteger.Pow(10, FractionDigits);
    private static readonly ExactNumber MaxSingle = new(BigInteger.Pow(2, 128) - BigInteger.Pow(2, 104), 0);
    private static readonly ExactNumber MaxDouble = new(BigInteger.Pow(2, 1024) - BigInteger.Pow(2, 970), 0);
    private static readonly HashSet<string> SpecialNumbers = new(StringComparer.Ordinal) { "INF", "-INF", "NaN" };

    private static readonly Regex Integer = new(@"\A[+-]?[0-9]{1,19}\z", Options);
    private static readonly Regex Decimal = new(@"\A[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,9})?\z", Options);
    private static readonly Regex Guid = new(@"\A[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\z", Options);
    private static readonly Regex Date = new(@"\A(-?)([0-9]{4}|[1-9][0-9]{4,5})-([0-9]{2})-([0-9]{2})\z", Options);
    private static readonly Regex Time = new(@"\A([01][0-9]|2[0-3]):([0-5][0-9])(?::([0-5][0-9])(?:\.([0-9]{1,12}))?)?\z", Options);
    private static readonly Regex Offset = new(@"\A(.+?)([zZ]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])\z", Options | RegexOptions.Singleline);

    private static readonly Regex Duration = new(
        @"\A([+-]?)P(?=[0-9T])(?:([0-9]{1,15})D)?(?:T(?=[0-9])(?:([0-9]{1,15})H)?(?:([0-9]{1,15})M)?(?:([0-9]{1,15}(?:\.[0-9]{1,15})?)S)?)?\z", Options);

    /// <summary>The number that a JSON number is; null for anything else.</summary>
    public static ExactNumber? Exact(object? value) => value is JsonNumber json && ExactNumber.TryParse(json.Text, out var number) ? number : null;

    /// <summary>What keeps a value, which is not null, from being one of the type; null when nothing does.</summary>
    public static Finding? Check(string type, object value, bool isFloating)
    {
        if (IntegerRanges.TryGet(type, out var low, out var high))
        {
            return CheckInteger(type, value, low, high);
        }
        switch (type)
        {
            case "Edm.Decimal":
                return CheckDecimal(value, isFloating);
            case "Edm.Double" or "Edm.Single":
                return CheckFloat(type, value);
            case "Edm.Boolean":
                return value is bool ? null : new Finding(Rule.WrongType, "true or false is expected");
            case "Edm.PrimitiveType":
                return value is JsonMap or JsonList or Model ? new Finding(Rule.WrongType, "a primitive value is expected") : null;
            case "Edm.Untyped":
                return null;
        }
        if (type.StartsWith("Edm.Geography", StringComparison.Ordinal) || type.StartsWith("Edm.Geometry", StringComparison.Ordinal))
        {
            var problem = ValidationSpatial.Check(type, value);
            return problem is null ? null : new Finding(value is JsonMap ? Rule.Format : Rule.WrongType, problem);
        }
        return value is string text ? CheckText(type, text) : new Finding(Rule.WrongType, $"text is expected for {type}");
    }

    /// <summary>
    /// Where a valid value stands in the order of its type; null where there is no such order. Numbers stand for
    /// themselves, durations and times of day for their seconds, dates for their day, points in time for seconds.
    /// </summary>
    public static ExactNumber? OrderKey(string type, object? value)
    {
        if (type is "Edm.Date" or "Edm.DateTimeOffset" or "Edm.TimeOfDay" or "Edm.Duration")
        {
            return value is string literal && CheckText(type, literal) is null ? TemporalKey(type, literal) : null;
        }
        if (value is not string text)
        {
            return Exact(value);
        }
        if (SpecialNumbers.Contains(text))
        {
            return text == "NaN" ? null : new ExactNumber(0, 0, text[0] == '-' ? -1 : 1);
        }
        var isNumeric = type is "Edm.Decimal" or "Edm.Double" or "Edm.Single" || IntegerRanges.TryGet(type, out _, out _);
        return isNumeric && ExactNumber.TryParse(text, out var number) ? number : null;
    }

    /// <summary>How many digits the seconds' fraction of a valid literal has, trailing zeros aside.</summary>
    public static int DigitsOfFraction(string type, string text)
    {
        var point = text.IndexOf('.');
        if (point < 0 || type == "Edm.Date")
        {
            return 0;
        }
        var end = point + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }
        return text[(point + 1)..end].TrimEnd('0').Length;
    }

    private static Finding? CheckInteger(string type, object value, Int128 low, Int128 high)
    {
        if (value is string text)
        {
            if (type != "Edm.Int64")
            {
                return new Finding(Rule.WrongType, $"a whole number is expected for {type}");
            }
            if (!Integer.IsMatch(text))
            {
                return new Finding(Rule.Format, "the text is no whole number");
            }
            ExactNumber.TryParse(text, out var given);
            return InRange(type, given, low, high);
        }
        return Exact(value) is { IsWhole: true } number
            ? InRange(type, number, low, high)
            : new Finding(Rule.WrongType, $"a whole number is expected for {type}");
    }

    private static Finding? InRange(string type, ExactNumber number, Int128 low, Int128 high) =>
        number.CompareTo(new ExactNumber((BigInteger)low, 0)) >= 0 && number.CompareTo(new ExactNumber((BigInteger)high, 0)) <= 0
            ? null
            : new Finding(Rule.OutOfRange, string.Create(CultureInfo.InvariantCulture, $"{type} goes from {low} to {high}"));

    private static Finding? CheckDecimal(object value, bool isFloating)
    {
        if (value is string text)
        {
            if (SpecialNumbers.Contains(text))
            {
                return isFloating ? null : new Finding(Rule.Format, "only a decimal with floating scale can be INF, -INF or NaN");
            }
            return Decimal.IsMatch(text) ? null : new Finding(Rule.Format, "the text is no decimal number");
        }
        return value is JsonNumber ? null : new Finding(Rule.WrongType, "a number is expected for Edm.Decimal");
    }

    private static Finding? CheckFloat(string type, object value)
    {
        if (value is string text && SpecialNumbers.Contains(text))
        {
            return null;
        }
        if (Exact(value) is not { } number)
        {
            return new Finding(Rule.WrongType, $"a number is expected for {type}, or INF, -INF or NaN");
        }
        var most = type == "Edm.Single" ? MaxSingle : MaxDouble;
        return number.Abs().CompareTo(most) > 0 ? new Finding(Rule.OutOfRange, $"the number is too large for {type}") : null;
    }

    private static Finding? CheckText(string type, string text)
    {
        var problem = type switch
        {
            "Edm.Guid" when !Guid.IsMatch(text) => "the text is no GUID",
            "Edm.Date" when !IsDate(text) => "the text is no date as in 2026-01-31",
            "Edm.DateTimeOffset" when !IsDateTimeOffset(text) => "the text is no date and time with offset as in 2026-01-31T12:00:00Z",
            "Edm.Duration" when !Duration.IsMatch(text) => "the text is no duration in days, hours, minutes and seconds as in P1DT2H",
            "Edm.TimeOfDay" when !Time.IsMatch(text) => "the text is no time of day as in 12:00:00",
            "Edm.Binary" when Base64.Decode(text) is null => "the text is neither base64 nor base64url",
            _ => null,
        };
        return problem is null ? null : new Finding(Rule.Format, problem);
    }

    private static bool IsDate(string text)
    {
        var match = Date.Match(text);
        if (!match.Success)
        {
            return false;
        }
        var (month, day) = (Int(match.Groups[3].Value), Int(match.Groups[4].Value));
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(YearLike(match), month);
    }

    /// <summary>A year of the same calendar: it repeats every 400 years; DateTime has the years from 1 to 9999.</summary>
    private static int YearLike(Match date) => 2000 + ((Year(date) % 400) + 400) % 400;

    private static int Year(Match date) => Int(date.Groups[2].Value) * (date.Groups[1].Length > 0 ? -1 : 1);

    private static int Int(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static (string Day, string Time, string Zone)? Split(string text)
    {
        var match = Offset.Match(text);
        if (!match.Success)
        {
            return null;
        }
        var parts = match.Groups[1].Value.Replace('t', 'T').Split('T', 2);
        return parts.Length == 2 ? (parts[0], parts[1], match.Groups[2].Value) : null;
    }

    private static bool IsDateTimeOffset(string text) => Split(text) is { } parts && IsDate(parts.Day) && Time.IsMatch(parts.Time);

    private static ExactNumber TemporalKey(string type, string text)
    {
        switch (type)
        {
            case "Edm.Date":
                return new ExactNumber(DayNumber(text), 0);
            case "Edm.TimeOfDay":
                return Seconds(UnitsOfDay(text));
            case "Edm.Duration":
                return Seconds(DurationUnits(text));
        }
        var (day, time, zone) = Split(text)!.Value;
        var units = (86400 * Units * DayNumber(day)) + UnitsOfDay(time);
        if (zone.Length > 1)
        {
            var offset = UnitsOfDay(zone[1..]);
            units += zone[0] == '+' ? -offset : offset;
        }
        return Seconds(units);
    }

    private static ExactNumber Seconds(BigInteger units) => new(units, -FractionDigits);

    private static long DayNumber(string text)
    {
        var match = Date.Match(text);
        var like = YearLike(match);
        var cycles = (Year(match) - (like - 2000)) / 400;
        return (cycles * 146097L) + new DateOnly(like, Int(match.Groups[3].Value), Int(match.Groups[4].Value)).DayNumber;
    }

    private static BigInteger UnitsOfDay(string text)
    {
        var match = Time.Match(text);
        var seconds = (3600 * Int(match.Groups[1].Value)) + (60 * Int(match.Groups[2].Value)) + (match.Groups[3].Success ? Int(match.Groups[3].Value) : 0);
        return (seconds * Units) + Fraction(match.Groups[4].Value);
    }

    private static BigInteger DurationUnits(string text)
    {
        var match = Duration.Match(text);
        var parts = match.Groups[5].Value.Split('.');
        var seconds = (86400 * Big(match.Groups[2].Value)) + (3600 * Big(match.Groups[3].Value)) + (60 * Big(match.Groups[4].Value)) + Big(parts[0]);
        var units = (seconds * Units) + Fraction(parts.Length > 1 ? parts[1] : string.Empty);
        return match.Groups[1].Value == "-" ? -units : units;
    }

    private static BigInteger Big(string digits) => digits.Length == 0 ? 0 : BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static BigInteger Fraction(string digits) => Big(digits.PadRight(FractionDigits, '0'));
}
