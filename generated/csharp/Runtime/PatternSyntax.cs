using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace Microsoft.Graph.Runtime;

/// <summary>The pattern is malformed, or more than can be matched in bounded time.</summary>
internal sealed class UnsupportedPatternException : Exception
{
    public UnsupportedPatternException(string message)
        : base(message)
    {
    }
}

/// <summary>A part of a pattern.</summary>
internal abstract record PatternNode;

/// <summary>One character (a Unicode code point) that is accepted.</summary>
internal sealed record AnyOf(Func<int, bool> Accepts) : PatternNode;

/// <summary>A condition on a place: <c>^</c>, <c>$</c>, <c>b</c> for a word's boundary, <c>B</c> for none.</summary>
internal sealed record Assertion(char Kind) : PatternNode;

/// <summary>A look-ahead.</summary>
internal sealed record Look(PatternNode Inner, bool IsNegated) : PatternNode;

/// <summary>One after the other.</summary>
internal sealed record Sequence(IReadOnlyList<PatternNode> Items) : PatternNode;

/// <summary>One of several.</summary>
internal sealed record Alternation(IReadOnlyList<PatternNode> Branches) : PatternNode;

/// <summary>Several times; <c>Most</c> null is without end.</summary>
internal sealed record Repeat(PatternNode Inner, int Least, int? Most) : PatternNode;

/// <summary>
/// The syntax of ECMA 262 regular expressions (section 22.2.1, with annex B.1.2), as a tree: a reader with one
/// position, which only moves on. Characters are Unicode code points.
/// </summary>
internal sealed class PatternSyntax
{
    private const int MaxNesting = 50;
    private const int MaxRepeats = 2_000;
    private const int End = -1;

    private static readonly Regex Quantifier = new(@"\G\{([0-9]+)(,([0-9]*))?\}", RegexOptions.CultureInvariant);
    private static readonly Regex Category = new(@"\G\{(?:General_Category=|gc=)?([A-Za-z_]+)\}", RegexOptions.CultureInvariant);

    private static readonly Dictionary<string, string> LongCategories = new(StringComparer.Ordinal)
    {
        ["Letter"] = "L",
        ["Lowercase_Letter"] = "Ll",
        ["Uppercase_Letter"] = "Lu",
        ["Mark"] = "M",
        ["Number"] = "N",
        ["Decimal_Number"] = "Nd",
        ["Punctuation"] = "P",
        ["Symbol"] = "S",
        ["Separator"] = "Z",
        ["Space_Separator"] = "Zs",
    };

    // By their abbreviations, in the order of UnicodeCategory.
    private static readonly string[] Categories =
        "Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Zs Zl Zp Cc Cf Cs Co Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Cn".Split(' ');

    private readonly int[] _pattern;
    private readonly string _ascii;
    private int _at;

    private PatternSyntax(string pattern)
    {
        _pattern = CodePoints(pattern);
        // One unit for each code point, so that regular expressions see the same positions.
        _ascii = string.Concat(_pattern.Select(point => point < 128 ? (char)point : '\uFFFF'));
    }

    /// <summary>The tree of a pattern.</summary>
    /// <exception cref="UnsupportedPatternException">It is not of the dialect handled here.</exception>
    public static PatternNode Parse(string pattern)
    {
        var reader = new PatternSyntax(pattern);
        var node = reader.ReadAlternation(0);
        return reader._at < reader._pattern.Length ? throw new UnsupportedPatternException("unbalanced parenthesis") : node;
    }

    /// <summary>Code points; half a surrogate pair stands for itself.</summary>
    public static int[] CodePoints(string text)
    {
        var points = new List<int>(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]))
            {
                points.Add(char.ConvertToUtf32(text[at], text[at + 1]));
                at++;
            }
            else
            {
                points.Add(text[at]);
            }
        }
        return points.ToArray();
    }

    /// <summary>Whether <c>\w</c> matches: ASCII letters, digits and the underscore.</summary>
    public static bool IsWord(int character) => character < 128 && (char.IsAsciiLetterOrDigit((char)character) || character == '_');

    private static bool IsDigit(int character) => character is >= '0' and <= '9';

    private static bool IsLineEnd(int character) => character is '\n' or '\r' or 0x2028 or 0x2029;

    private static bool IsSpace(int character) =>
        character is '\t' or '\v' or '\f' or ' ' or 0xA0 or 0xFEFF || IsLineEnd(character) || CategoryOf(character) == "Zs";

    private static string CategoryOf(int character) => Categories[(int)CharUnicodeInfo.GetUnicodeCategory(character)];

    private static Func<int, bool>? ClassOf(int character)
    {
        Func<int, bool>? found = char.ToLowerInvariant((char)Math.Max(character, 0)) switch
        {
            'd' => IsDigit,
            'w' => IsWord,
            's' => IsSpace,
            _ => null,
        };
        return found is not null && character is 'D' or 'W' or 'S' ? other => !found!(other) : found;
    }

    private int Peek() => _at < _pattern.Length ? _pattern[_at] : End;

    private int Take() => _at < _pattern.Length ? _pattern[_at++] : throw new UnsupportedPatternException("unexpected end");

    private bool StartsWith(string text, int at) => at <= _ascii.Length && _ascii.AsSpan(at).StartsWith(text, StringComparison.Ordinal);

    private bool Skip(string text)
    {
        var found = StartsWith(text, _at);
        _at += found ? text.Length : 0;
        return found;
    }

    private PatternNode ReadAlternation(int nesting)
    {
        if (nesting > MaxNesting)
        {
            throw new UnsupportedPatternException("nested too deeply");
        }
        var branches = new List<PatternNode> { ReadSequence(nesting) };
        while (Skip("|"))
        {
            branches.Add(ReadSequence(nesting));
        }
        return branches.Count == 1 ? branches[0] : new Alternation(branches);
    }

    private Sequence ReadSequence(int nesting)
    {
        var items = new List<PatternNode>();
        while (Peek() is not (End or '|' or ')'))
        {
            items.Add(Quantified(ReadTerm(nesting)));
        }
        return new Sequence(items);
    }

    private PatternNode ReadTerm(int nesting)
    {
        var character = Take();
        switch (character)
        {
            case '^' or '$':
                return new Assertion((char)character);
            case '(':
                return ReadGroup(nesting);
            case '[':
                return new AnyOf(ReadClass());
            case '.':
                return new AnyOf(static other => !IsLineEnd(other));
            case '\\' when Peek() is 'b' or 'B':
                return new Assertion((char)Take());
            case '\\':
                return new AnyOf(ReadEscape(false));
            case '*' or '+' or '?':
                throw new UnsupportedPatternException("nothing to repeat");
            default:
                return new AnyOf(other => other == character);
        }
    }

    private PatternNode ReadGroup(int nesting)
    {
        bool? isNegated = null;
        if (Skip("?="))
        {
            isNegated = false;
        }
        else if (Skip("?!"))
        {
            isNegated = true;
        }
        else if (Skip("?<"))
        {
            if (Peek() is '=' or '!')
            {
                throw new UnsupportedPatternException("look-behind");
            }
            while (Take() != '>')
            {
                // The group's name does not matter: there are no back references.
            }
        }
        else if (!Skip("?:") && Peek() == '?')
        {
            throw new UnsupportedPatternException("unknown group");
        }
        var inner = ReadAlternation(nesting + 1);
        if (!Skip(")"))
        {
            throw new UnsupportedPatternException("unbalanced parenthesis");
        }
        return isNegated is { } negated ? new Look(inner, negated) : inner;
    }

    private PatternNode Quantified(PatternNode node)
    {
        int least;
        int? most;
        if (Skip("*"))
        {
            (least, most) = (0, null);
        }
        else if (Skip("+"))
        {
            (least, most) = (1, null);
        }
        else if (Skip("?"))
        {
            (least, most) = (0, 1);
        }
        else
        {
            var match = Quantifier.Match(_ascii, _at);
            if (!match.Success)
            {
                return node;
            }
            _at += match.Length;
            if (match.Groups[1].Length > 6 || match.Groups[3].Length > 6)
            {
                throw new UnsupportedPatternException("too many repeats");
            }
            least = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
            most = !match.Groups[2].Success ? least : match.Groups[3].Length > 0 ? int.Parse(match.Groups[3].Value, CultureInfo.InvariantCulture) : null;
        }
        if (node is Assertion)
        {
            throw new UnsupportedPatternException("nothing to repeat");
        }
        if (least > MaxRepeats || most < least || most > MaxRepeats)
        {
            throw new UnsupportedPatternException("too many repeats");
        }
        Skip("?");
        return Peek() is '*' or '+' or '?' ? throw new UnsupportedPatternException("nothing to repeat") : new Repeat(node, least, most);
    }

    /// <summary>What a backslash, already taken, and what follows it accept.</summary>
    private Func<int, bool> ReadEscape(bool isInClass)
    {
        if (ClassOf(Peek()) is { } known)
        {
            _at++;
            return known;
        }
        if (IsCategoryEscape())
        {
            var isNegated = Take() == 'P';
            var category = ReadCategory();
            return isNegated ? character => !category(character) : category;
        }
        var single = ReadEscapedCharacter(isInClass);
        return character => character == single;
    }

    private bool IsCategoryEscape() => Peek() is 'p' or 'P' && StartsWith("{", _at + 1);

    private int ReadEscapedCharacter(bool isInClass)
    {
        var character = Take();
        switch (character)
        {
            case 'b' when isInClass:
                return '\b';
            case '0' when Peek() >= 0 && CategoryOf(Peek()) == "Nd":
                throw new UnsupportedPatternException("octal escape");
            case 't':
                return '\t';
            case 'n':
                return '\n';
            case 'v':
                return '\v';
            case 'f':
                return '\f';
            case 'r':
                return '\r';
            case '0':
                return '\0';
            case 'k':
                throw new UnsupportedPatternException("back reference");
            case 'c':
                var letter = Take();
                return letter < 128 && char.IsAsciiLetter((char)letter) ? letter % 32 : throw new UnsupportedPatternException("malformed escape");
            case 'x':
                return ReadCodePoint(2);
            case 'u':
                return ReadUnicodeEscape();
            default:
                return CategoryOf(character) == "Nd" ? throw new UnsupportedPatternException("back reference") : character;
        }
    }

    private int ReadUnicodeEscape()
    {
        if (Skip("{"))
        {
            var digits = string.Empty;
            int character;
            while ((character = Take()) != '}')
            {
                digits += character < 128 ? (char)character : '?';
            }
            return CodePoint(digits);
        }
        var first = ReadCodePoint(4);
        if (first is < 0xD800 or > 0xDBFF || !Skip("\\u"))
        {
            return first;
        }
        var second = ReadCodePoint(4);
        return second is >= 0xDC00 and <= 0xDFFF
            ? 0x10000 + ((first - 0xD800) << 10) + second - 0xDC00
            : throw new UnsupportedPatternException("unpaired surrogate");
    }

    private int ReadCodePoint(int length)
    {
        if (_at + length > _ascii.Length)
        {
            throw new UnsupportedPatternException("malformed escape");
        }
        _at += length;
        return CodePoint(_ascii.Substring(_at - length, length));
    }

    private static int CodePoint(string digits) =>
        digits.Length is >= 1 and <= 6 && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var point) && point <= 0x10FFFF
            ? point
            : throw new UnsupportedPatternException("malformed escape");

    private Func<int, bool> ReadCategory()
    {
        var match = Category.Match(_ascii, _at);
        var name = match.Success ? LongCategories.GetValueOrDefault(match.Groups[1].Value, match.Groups[1].Value) : string.Empty;
        if (name.Length is < 1 or > 2 || !Array.Exists(Categories, known => known.StartsWith(name, StringComparison.Ordinal)))
        {
            throw new UnsupportedPatternException("unknown Unicode property");
        }
        _at += match.Length;
        return character => CategoryOf(character).StartsWith(name, StringComparison.Ordinal);
    }

    private Func<int, bool> ReadClass()
    {
        var isNegated = Skip("^");
        var singles = new HashSet<int>();
        var ranges = new List<(int Low, int High)>();
        var kinds = new List<Func<int, bool>>();
        while (!Skip("]"))
        {
            var low = ReadClassItem(kinds);
            if (Peek() != '-' || StartsWith("-]", _at))
            {
                singles.UnionWith(low is { } single ? [single] : []);
                continue;
            }
            _at++;
            var high = ReadClassItem(kinds);
            if (low is not { } from || high is not { } to)
            {
                singles.UnionWith(new[] { low, '-', high }.OfType<int>());
            }
            else if (from > to)
            {
                throw new UnsupportedPatternException("range out of order");
            }
            else
            {
                ranges.Add((from, to));
            }
        }
        return character => (singles.Contains(character)
            || ranges.Exists(range => range.Low <= character && character <= range.High)
            || kinds.Exists(kind => kind(character))) != isNegated;
    }

    /// <summary>The next character of a class; null when it was a class escape, now among the kinds.</summary>
    private int? ReadClassItem(List<Func<int, bool>> kinds)
    {
        var character = Take();
        if (character != '\\')
        {
            return character;
        }
        if (ClassOf(Peek()) is not null || IsCategoryEscape())
        {
            kinds.Add(ReadEscape(true));
            return null;
        }
        return ReadEscapedCharacter(true);
    }
}
