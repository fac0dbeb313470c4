<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime;

use stdClass;

/**
 * JSON text in and out, exactly: no number is rounded, {} and [] stay apart, members keep their order.
 *
 * Objects are stdClass, arrays are lists, numbers that are no plain integer are JsonNumber.
 */
final class Json
{
    public const MAX_DEPTH = 512;

    /** A number that PHP's own reader would round, outside of strings. */
    private const INEXACT = '~"(?:[^"\\\\]++|\\\\.)*+"(*SKIP)(*FAIL)'
        . '|(?<![\w.+-])-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++(?:[eE][+-]?[0-9]++)?|[eE][+-]?[0-9]++)(?![\w.+-])'
        . '|(?<![\w.+-])-?(?:[1-9][0-9]{17,}+|0(?<=-0))(?![\w.+-])~s';

    /** A member's name with its colon; other text is passed over. */
    private const NAME = '~"(?:[^"\\\\]++|\\\\.)*+"(?:[ \t\r\n]*+:|(*SKIP)(*FAIL))~s';

    private function __construct()
    {
    }

    /**
     * The value of a JSON text in UTF-8 (RFC 8259).
     *
     * @throws JsonError when it is none, or an object names a member twice; the message never holds the text, which
     *     may be secret
     */
    public static function decode(string $text): mixed
    {
        if (str_starts_with($text, "\u{FEFF}")) {
            $text = substr($text, 3);
        }
        // A mark that no text of the payload can hold stands before numbers that are to keep their digits.
        $mark = bin2hex(random_bytes(16));
        $count = 0;
        $marked = preg_replace(self::INEXACT, "\"{$mark}\$0\"", $text, -1, $count);
        if ($marked === null) {
            throw new JsonError('the JSON cannot be read: ' . preg_last_error_msg());
        }
        try {
            $value = json_decode($marked, false, self::MAX_DEPTH, JSON_THROW_ON_ERROR);
        } catch (\JsonException $error) {
            throw new JsonError('not JSON: ' . $error->getMessage());
        }
        // Readers of JSON keep the last of two members; which one the service meant nobody knows (RFC 8259, section 4).
        if (preg_match_all(self::NAME, $text) !== self::members($value)) {
            throw new JsonError('an object of the JSON names a member twice');
        }
        return $count === 0 ? $value : self::unmarked($value, $mark);
    }

    /** How many members all objects of the value have. */
    private static function members(mixed $value): int
    {
        $items = $value instanceof stdClass ? get_object_vars($value) : $value;
        if (!is_array($items)) {
            return 0;
        }
        $found = $value instanceof stdClass ? count($items) : 0;
        foreach ($items as $item) {
            if (is_array($item) || $item instanceof stdClass) {
                $found += self::members($item);
            }
        }
        return $found;
    }

    private static function unmarked(mixed $value, string $mark): mixed
    {
        if (is_string($value)) {
            if (!str_starts_with($value, $mark)) {
                return $value;
            }
            $digits = substr($value, strlen($mark));
            $whole = filter_var($digits, FILTER_VALIDATE_INT);
            return $whole !== false && (string) $whole === $digits ? $whole : new JsonNumber($digits);
        }
        if (is_array($value)) {
            foreach ($value as $at => $item) {
                if (is_string($item) || is_array($item) || is_object($item)) {
                    $value[$at] = self::unmarked($item, $mark);
                }
            }
        } elseif ($value instanceof stdClass) {
            foreach (get_object_vars($value) as $name => $item) {
                if (is_string($item) || is_array($item) || is_object($item)) {
                    $value->{$name} = self::unmarked($item, $mark);
                }
            }
        }
        return $value;
    }

    /**
     * JSON text of a value as `decode` gives it, without blanks.
     *
     * @param int $more flags of `json_encode` beside those that all have
     * @throws JsonError for what has no place in JSON
     */
    public static function encode(mixed $value, int $more = 0): string
    {
        $numbers = [];
        $mark = bin2hex(random_bytes(16));
        $flags = $more | JSON_UNESCAPED_SLASHES | JSON_PRESERVE_ZERO_FRACTION | JSON_THROW_ON_ERROR;
        $marked = self::marked($value, $mark, $numbers, 0);
        try {
            $text = json_encode($marked, $flags, self::MAX_DEPTH + 8);
        } catch (\JsonException $error) {
            throw new JsonError('no JSON value: ' . $error->getMessage());
        }
        if ($numbers === []) {
            return $text;
        }
        return (string) preg_replace_callback(
            "~\"{$mark}([0-9]+)\"~",
            static fn (array $found): string => $numbers[(int) $found[1]],
            $text
        );
    }

    /**
     * `value` with a mark for each number whose digits count.
     *
     * @param list<string> $numbers
     */
    private static function marked(mixed $value, string $mark, array &$numbers, int $depth): mixed
    {
        if ($depth > self::MAX_DEPTH) {
            throw new JsonError('the values are nested too deeply');
        }
        if ($value instanceof JsonNumber || is_float($value)) {
            $numbers[] = $value instanceof JsonNumber ? $value->digits : self::digitsOf($value);
            return $mark . (count($numbers) - 1);
        }
        if ($value instanceof stdClass) {
            $made = null;
            foreach (get_object_vars($value) as $name => $item) {
                if (is_array($item) || is_object($item) || is_float($item)) {
                    $made ??= clone $value;
                    $made->{$name} = self::marked($item, $mark, $numbers, $depth + 1);
                }
            }
            return $made ?? $value;
        }
        if (is_array($value)) {
            foreach ($value as $at => $item) {
                if (is_array($item) || is_object($item) || is_float($item)) {
                    $value[$at] = self::marked($item, $mark, $numbers, $depth + 1);
                }
            }
            return array_is_list($value) ? $value : (object) $value;
        }
        if (is_object($value)) {
            throw new JsonError('a ' . get_debug_type($value) . ' is no JSON value');
        }
        return $value;
    }

    /** The shortest text that gives the number again, whatever `serialize_precision` says. */
    private static function digitsOf(float $value): string
    {
        if (!is_finite($value)) {
            throw new JsonError('INF and NaN are no JSON numbers');
        }
        $text = var_export($value, true);
        for ($precision = 15; $precision <= 17; $precision++) {
            $shorter = sprintf("%.{$precision}G", $value);
            if ((float) $shorter === $value) {
                $text = $shorter;
                break;
            }
        }
        // PHP writes 1.0E+25; JSON has no blank digits to lose.
        return str_contains($text, '.') || str_contains($text, 'E') ? $text : "{$text}.0";
    }
}
