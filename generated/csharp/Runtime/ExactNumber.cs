using System;
using System.Globalization;
using System.Numerics;

namespace Microsoft.Graph.Runtime;

/// <summary>
/// A decimal number of any size: <c>Digits</c> times ten to the <c>Exponent</c>, or infinity. Comparing never
/// writes out numbers such as 1e999999.
/// </summary>
internal readonly struct ExactNumber : IComparable<ExactNumber>
{
    private const int LongestText = 10_000;

    public ExactNumber(BigInteger digits, long exponent, int infinity = 0)
    {
        (Digits, Exponent, Infinity) = (digits, exponent, infinity);
    }

    public BigInteger Digits { get; }

    public long Exponent { get; }

    /// <summary>1 or -1 for an infinite number, 0 for all others.</summary>
    public int Infinity { get; }

    public bool IsFinite => Infinity == 0;

    /// <summary>The significant digits without zeros at either end; empty for zero.</summary>
    public string Significant => Digits.IsZero ? string.Empty : BigInteger.Abs(Digits).ToString(CultureInfo.InvariantCulture).TrimEnd('0');

    /// <summary>The exponent that goes with <see cref="Significant"/>.</summary>
    public long SignificantExponent => Digits.IsZero
        ? 0
        : Exponent + BigInteger.Abs(Digits).ToString(CultureInfo.InvariantCulture).Length - Significant.Length;

    public bool IsWhole => IsFinite && SignificantExponent >= 0;

    /// <summary>The exponent of the first digit.</summary>
    public long Adjusted => Digits.IsZero ? Exponent : SignificantExponent + Significant.Length - 1;

    /// <summary>The number that the text of a JSON number or an OData literal is.</summary>
    public static bool TryParse(string? text, out ExactNumber number)
    {
        number = default;
        if (text is null or { Length: 0 or > LongestText })
        {
            return false;
        }
        var at = text[0] is '+' or '-' ? 1 : 0;
        var mantissa = text.AsSpan(at);
        long exponent = 0;
        var mark = mantissa.IndexOfAny('e', 'E');
        if (mark >= 0)
        {
            if (!long.TryParse(mantissa[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent) || Math.Abs(exponent) > 1_000_000_000)
            {
                return false;
            }
            mantissa = mantissa[..mark];
        }
        var point = mantissa.IndexOf('.');
        var digits = point < 0 ? mantissa.ToString() : string.Concat(mantissa[..point], mantissa[(point + 1)..]);
        if (digits.Length == 0 || !BigInteger.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var whole))
        {
            return false;
        }
        exponent -= point < 0 ? 0 : mantissa.Length - point - 1;
        number = new ExactNumber(text[0] == '-' ? -whole : whole, exponent);
        return true;
    }

    /// <summary>The digits of a whole number; empty when that would be more than forty.</summary>
    public string WholeText()
    {
        var zeros = SignificantExponent;
        return zeros > 40 ? string.Empty : (Digits.Sign < 0 ? "-" : string.Empty) + (Digits.IsZero ? "0" : Significant + new string('0', (int)zeros));
    }

    public ExactNumber Abs() => new(BigInteger.Abs(Digits), Exponent, Math.Abs(Infinity));

    public int CompareTo(ExactNumber other)
    {
        if (!IsFinite || !other.IsFinite)
        {
            return Infinity.CompareTo(other.Infinity);
        }
        if (Digits.Sign != other.Digits.Sign || Digits.IsZero)
        {
            return Digits.Sign.CompareTo(other.Digits.Sign);
        }
        if (Adjusted != other.Adjusted)
        {
            return Adjusted.CompareTo(other.Adjusted) * Digits.Sign;
        }
        // The same first digit: padding with zeros makes texts of one length comparable.
        var (mine, theirs) = (Significant, other.Significant);
        var length = Math.Max(mine.Length, theirs.Length);
        return Math.Sign(string.CompareOrdinal(mine.PadRight(length, '0'), theirs.PadRight(length, '0'))) * Digits.Sign;
    }

    /// <summary>Whether this is a whole multiple of the step; true where that cannot be found out.</summary>
    public bool IsMultipleOf(ExactNumber step)
    {
        if (!IsFinite || !step.IsFinite || step.Digits.Sign <= 0)
        {
            return true;
        }
        var low = Math.Min(Exponent, step.Exponent);
        if (Math.Max(Adjusted, step.Adjusted) - low > 1000)
        {
            return true; // Too far apart to be written out; nothing is claimed.
        }
        return (Scaled(this, low) % Scaled(step, low)).IsZero;
    }

    private static BigInteger Scaled(ExactNumber number, long exponent) => BigInteger.Abs(number.Digits) * BigInteger.Pow(10, (int)(number.Exponent - exponent));
}
