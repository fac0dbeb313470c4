<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

/** Which characters the classes of ECMA 262 regular expressions take. */
final class PatternCharacters
{
    private const LINE_ENDS = ["\n", "\r", "\u{2028}", "\u{2029}"];
    private const SPACES = ["\t", "\v", "\f", ' ', "\u{A0}", "\u{FEFF}", ...self::LINE_ENDS];
    private const LONG_CATEGORIES = [
        'Letter' => 'L',
        'Lowercase_Letter' => 'Ll',
        'Uppercase_Letter' => 'Lu',
        'Mark' => 'M',
        'Number' => 'N',
        'Decimal_Number' => 'Nd',
        'Punctuation' => 'P',
        'Symbol' => 'S',
        'Separator' => 'Z',
        'Space_Separator' => 'Zs',
    ];
    private const CATEGORY = '/\A(?:L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|S[mcko]?|Z[slp]?|C[cfson]?)\z/';

    private function __construct()
    {
    }

    /** ASCII letters, digits and the underscore. */
    public static function isWord(string $character): bool
    {
        return preg_match('/\A[A-Za-z0-9_]\z/', $character) === 1;
    }

    public static function isNoLineEnd(string $character): bool
    {
        return !in_array($character, self::LINE_ENDS, true);
    }

    /** Whether the character is a decimal digit of any script. */
    public static function isDecimal(string $character): bool
    {
        return preg_match('/\A\p{Nd}\z/u', $character) === 1;
    }

    /**
     * What `\d`, `\W` and the like take; null for a letter that names no class.
     *
     * @return (\Closure(string): bool)|null
     */
    public static function class(string $letter): ?\Closure
    {
        return match ($letter) {
            'd' => static fn (string $c): bool => strlen($c) === 1 && $c >= '0' && $c <= '9',
            'w' => self::isWord(...),
            's' => static fn (string $c): bool => in_array($c, self::SPACES, true) || preg_match('/\p{Zs}/u', $c) === 1,
            'D', 'W', 'S' => self::negation(self::class(strtolower($letter)) ?? self::isWord(...)),
            default => null,
        };
    }

    /**
     * What a Unicode property takes.
     *
     * @return \Closure(string): bool
     * @throws UnsupportedPattern for one that is not a general category
     */
    public static function category(string $name): \Closure
    {
        $short = self::LONG_CATEGORIES[$name] ?? $name;
        if (preg_match(self::CATEGORY, $short) !== 1) {
            throw new UnsupportedPattern('unknown Unicode property');
        }
        return static fn (string $character): bool => preg_match("/\\A\\p{{$short}}\\z/us", $character) === 1;
    }

    /**
     * @param \Closure(string): bool $accepts
     * @return \Closure(string): bool
     */
    public static function negation(\Closure $accepts): \Closure
    {
        return static fn (string $character): bool => !$accepts($character);
    }

    /** @throws UnsupportedPattern for digits that are no code point */
    public static function ofCodePoint(string $digits): string
    {
        if (preg_match('/\A[0-9A-Fa-f]{1,6}\z/', $digits) !== 1 || hexdec($digits) > 0x10FFFF) {
            throw new UnsupportedPattern('malformed escape');
        }
        $code = (int) hexdec($digits);
        return match (true) {
            $code < 0x80 => chr($code),
            $code < 0x800 => chr(0xC0 | $code >> 6) . chr(0x80 | $code & 0x3F),
            $code < 0x10000 => chr(0xE0 | $code >> 12) . chr(0x80 | $code >> 6 & 0x3F) . chr(0x80 | $code & 0x3F),
            default => chr(0xF0 | $code >> 18) . chr(0x80 | $code >> 12 & 0x3F) . chr(0x80 | $code >> 6 & 0x3F)
                . chr(0x80 | $code & 0x3F),
        };
    }
}
