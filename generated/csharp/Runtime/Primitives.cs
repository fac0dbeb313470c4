using System;
using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Microsoft.Graph.Runtime;

/// <summary>
/// How one primitive type is read from JSON and written (OData JSON Format 4.01, section 7.1). Reading gives
/// false for what is no such value; no message repeats a value, which may be a secret.
/// </summary>
internal sealed record Primitive<T>(string Expected, Primitive<T>.Reader Read, Func<T, object> Write)
{
    public delegate bool Reader(object value, out T result);
}

/// <summary>The primitive types. Numbers are exact; what is written as text is written as OData has it.</summary>
internal static class Primitives
{
    public static readonly Primitive<string> String = new(
        "a string",
        (object value, out string text) => (text = (value as string)!) is not null,
        value => value);

    public static readonly Primitive<bool> Boolean = new(
        "a boolean",
        (object value, out bool flag) =>
        {
            flag = value is true;
            return value is bool;
        },
        value => value);

    public static readonly Primitive<byte> Byte = Integer<byte>();
    public static readonly Primitive<sbyte> SByte = Integer<sbyte>();
    public static readonly Primitive<short> Int16 = Integer<short>();
    public static readonly Primitive<int> Int32 = Integer<int>();
    public static readonly Primitive<long> Int64 = Integer<long>();

    public static readonly Primitive<float> Single = new("a number", ReadSingle, value => Number(value, value.ToString("R", CultureInfo.InvariantCulture)));
    public static readonly Primitive<double> Double = new("a number", ReadDouble, value => Number(value, value.ToString("R", CultureInfo.InvariantCulture)));

    public static readonly Primitive<decimal> Decimal = new(
        "a decimal number that System.Decimal can hold",
        (object value, out decimal number) => TryDecimal(NumberText(value), out number),
        value => new JsonNumber(value.ToString(CultureInfo.InvariantCulture)));

    public static readonly Primitive<DateTimeOffset> DateTimeOffset = new("a date and time with an offset", ReadMoment, WriteMoment);

    public static readonly Primitive<DateOnly> Date = new(
        "a date",
        (object value, out DateOnly date) => DateOnly.TryParseExact(value as string, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date),
        value => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public static readonly Primitive<TimeOnly> TimeOfDay = new("a time of day", ReadTime, value => WriteTime(value.Ticks));

    public static readonly Primitive<TimeSpan> Duration = new("a duration (ISO 8601)", ReadDuration, WriteDuration);

    public static readonly Primitive<Guid> Guid = new(
        "a GUID",
        (object value, out Guid guid) => System.Guid.TryParseExact(value as string, "D", out guid),
        value => value.ToString("D"));

    public static readonly Primitive<byte[]> Binary = new("base64url text", ReadBinary, value => Base64Url(value));

    private static Primitive<T> Integer<T>()
        where T : IBinaryInteger<T> => new(
            $"a whole number that fits {typeof(T).Name}",
            (object value, out T number) =>
            {
                // Text as well: what IEEE754Compatible=true gives. Numbers such as 1.0 are whole too.
                var text = NumberText(value);
                if (T.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number!))
                {
                    return true;
                }
                return value is JsonNumber && ExactNumber.TryParse(text, out var exact)
                    && exact.IsWhole && T.TryParse(exact.WholeText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number!);
            },
            value => new JsonNumber(value.ToString(null, CultureInfo.InvariantCulture)));

    private static string? NumberText(object value) => value is JsonNumber number ? number.Text : Protocol.HasNumbersAsText ? value as string : null;

    /// <summary>The decimal that a number's text stands for, if System.Decimal holds every digit of it.</summary>
    public static bool TryDecimal(string? text, out decimal number)
    {
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number))
        {
            return false;
        }
        return ExactNumber.TryParse(text, out var wanted)
            && ExactNumber.TryParse(number.ToString(CultureInfo.InvariantCulture), out var found)
            && wanted.CompareTo(found) == 0;
    }

    private static bool ReadSingle(object value, out float number)
    {
        var found = ReadDouble(value, out var wide);
        number = (float)wide;
        return found && (float.IsFinite(number) || !double.IsFinite(wide));
    }

    private static bool ReadDouble(object value, out double number)
    {
        switch (value)
        {
            case "INF" when Protocol.HasNumbersAsText:
                number = double.PositiveInfinity;
                return true;
            case "-INF" when Protocol.HasNumbersAsText:
                number = double.NegativeInfinity;
                return true;
            case "NaN" when Protocol.HasNumbersAsText:
                number = double.NaN;
                return true;
            default:
                return double.TryParse(NumberText(value), NumberStyles.Float & ~NumberStyles.AllowTrailingWhite & ~NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out number)
                    && double.IsFinite(number);
        }
    }

    private static object Number(double value, string text)
    {
        if (double.IsNaN(value))
        {
            return "NaN";
        }
        return double.IsInfinity(value) ? value > 0 ? "INF" : "-INF" : new JsonNumber(text);
    }

    private static readonly Regex MomentLiteral = new(@"\A(\d{4}-\d\d-\d\d)[Tt](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,12}))?)?([Zz]|[+-]\d\d:\d\d)\z", RegexOptions.ECMAScript);

    /// <summary>Fractions of more than seven digits are cut: the text on the wire keeps them.</summary>
    private static bool ReadMoment(object value, out DateTimeOffset moment)
    {
        moment = default;
        var match = value is string text ? MomentLiteral.Match(text) : Match.Empty;
        if (!match.Success || !DateOnly.TryParseExact(match.Groups[1].Value, "yyyy-MM-dd", out var date))
        {
            return false;
        }
        var (hour, minute) = (Int(match.Groups[2]), Int(match.Groups[3]));
        var second = match.Groups[4].Success ? Int(match.Groups[4]) : 0;
        if (hour > 23 || minute > 59 || second > 60)
        {
            return false;
        }
        var zone = match.Groups[6].Value;
        var minutes = zone.Length == 1 ? 0 : ((Digits(zone, 1) * 60) + Digits(zone, 4)) * (zone[0] == '-' ? -1 : 1);
        if (Math.Abs(minutes) > 14 * 60)
        {
            return false;
        }
        try
        {
            // A leap second (RFC 3339, section 5.6) is the second after :59.
            var clock = new DateTime(date, new TimeOnly(hour, minute));
            moment = new DateTimeOffset(clock.AddTicks((second * TimeSpan.TicksPerSecond) + Ticks(match.Groups[5].Value)), TimeSpan.FromMinutes(minutes));
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static int Int(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int Digits(string text, int at) => int.Parse(text.AsSpan(at, 2), NumberStyles.None, CultureInfo.InvariantCulture);

    private static long Ticks(string fraction) => fraction.Length == 0 ? 0 : long.Parse(fraction.PadRight(7, '0')[..7], CultureInfo.InvariantCulture);

    private static string WriteMoment(DateTimeOffset value)
    {
        var zone = value.Offset == TimeSpan.Zero ? "Z" : value.ToString("zzz", CultureInfo.InvariantCulture);
        return value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T" + WriteTime(value.TimeOfDay.Ticks) + zone;
    }

    private static readonly Regex TimeLiteral = new(@"\A(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,12}))?)?\z", RegexOptions.ECMAScript);

    private static bool ReadTime(object value, out TimeOnly time)
    {
        time = default;
        var match = value is string text ? TimeLiteral.Match(text) : Match.Empty;
        if (!match.Success)
        {
            return false;
        }
        var (hour, minute) = (Int(match.Groups[1]), Int(match.Groups[2]));
        var second = match.Groups[3].Success ? Int(match.Groups[3]) : 0;
        if (hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }
        time = new TimeOnly(hour, minute, second).Add(TimeSpan.FromTicks(Ticks(match.Groups[4].Value)));
        return true;
    }

    private static string WriteTime(long ticks)
    {
        var time = new TimeOnly(ticks);
        var fraction = ticks % TimeSpan.TicksPerSecond == 0 ? string.Empty : time.ToString(".FFFFFFF", CultureInfo.InvariantCulture);
        return time.ToString("HH:mm:ss", CultureInfo.InvariantCulture) + fraction;
    }

    private static readonly Regex SpanLiteral = new(@"\A([+-])?P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d+))?S)?)?\z", RegexOptions.ECMAScript);

    /// <summary>Fractions of more than seven digits are cut: the text on the wire keeps them.</summary>
    private static bool ReadDuration(object value, out TimeSpan length)
    {
        length = default;
        if (value is not string { Length: <= 100 } text || text.EndsWith('P') || text.EndsWith('T'))
        {
            return false;
        }
        var match = SpanLiteral.Match(text);
        if (!match.Success)
        {
            return false;
        }
        var seconds = (Big(match.Groups[2]) * 86400) + (Big(match.Groups[3]) * 3600) + (Big(match.Groups[4]) * 60) + Big(match.Groups[5]);
        var ticks = (seconds * TimeSpan.TicksPerSecond) + Ticks(match.Groups[6].Value);
        ticks = match.Groups[1].Value == "-" ? -ticks : ticks;
        if (ticks > long.MaxValue || ticks < long.MinValue)
        {
            return false;
        }
        length = new TimeSpan((long)ticks);
        return true;
    }

    private static BigInteger Big(Group group) => group.Success ? BigInteger.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    private static string WriteDuration(TimeSpan value)
    {
        var ticks = BigInteger.Abs(value.Ticks);
        var (days, rest) = ((long)(ticks / TimeSpan.TicksPerDay), (long)(ticks % TimeSpan.TicksPerDay));
        var clock = string.Empty;
        clock += Part(rest / TimeSpan.TicksPerHour, "H");
        clock += Part(rest / TimeSpan.TicksPerMinute % 60, "M");
        var (seconds, fraction) = (rest / TimeSpan.TicksPerSecond % 60, rest % TimeSpan.TicksPerSecond);
        if (fraction != 0)
        {
            clock += $"{seconds}.{fraction:0000000}".TrimEnd('0') + "S";
        }
        else if (seconds != 0 || (days == 0 && clock.Length == 0))
        {
            clock += $"{seconds}S";
        }
        return (value.Ticks < 0 ? "-P" : "P") + Part(days, "D") + (clock.Length == 0 ? clock : "T" + clock);
    }

    private static string Part(long number, string unit) => number == 0 ? string.Empty : number.ToString(CultureInfo.InvariantCulture) + unit;

    /// <summary>Either alphabet, with padding or without.</summary>
    private static bool ReadBinary(object value, out byte[] data)
    {
        var found = value is string text ? Base64.Decode(text) : null;
        data = found ?? [];
        return found is not null;
    }

    /// <summary>Bytes in the URL's alphabet with padding (RFC 4648, section 5).</summary>
    public static string Base64Url(byte[] value) => Convert.ToBase64String(value).Replace('+', '-').Replace('/', '_');
}
