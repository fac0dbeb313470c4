<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime;

use Microsoft\Graph\Generated\Types;
use Psr\Http\Message\StreamInterface;

/** Parts of URLs: segments encoded once, and OData literals that are checked against their type. */
final class Url
{
    private const INTEGERS = [
        'Edm.Byte' => [0, 255],
        'Edm.SByte' => [-128, 127],
        'Edm.Int16' => [-32768, 32767],
        'Edm.Int32' => [-2147483648, 2147483647],
        'Edm.Int64' => [PHP_INT_MIN, PHP_INT_MAX],
    ];
    /** What stands before the name of a type whose literal is that of OData 1 to 3. */
    private const OLDER = 'older:';
    private const NUMBER = '[+-]?\d+(\.\d+)?([Ee][+-]?\d+)?|-?INF|NaN';
    private const PATTERNS = [
        'Edm.Date' => '-?\d{4,}-\d\d-\d\d',
        'Edm.DateTimeOffset' => '-?\d{4,}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,12})?)?(Z|[+-]\d\d:\d\d)',
        'Edm.TimeOfDay' => '\d\d:\d\d(:\d\d(\.\d{1,12})?)?',
        'Edm.Duration' => '[+-]?P(\d+D)?(T(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?',
        'Edm.Guid' => '[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}',
        'Edm.Binary' => '[A-Za-z0-9_-]*={0,2}',
        'Edm.Decimal' => self::NUMBER,
        'Edm.Double' => self::NUMBER,
        'Edm.Single' => self::NUMBER,
        'Edm.Boolean' => 'true|false',
    ];

    private function __construct()
    {
    }

    /**
     * One path segment, percent-encoded once.
     *
     * @throws \InvalidArgumentException for an empty value, for `.` and `..`, which URL parsers would resolve even
     *     when encoded, and for a value that is none of the type
     */
    public static function segment(mixed $value, string $type = 'Edm.String'): string
    {
        $text = self::plain($value, $type);
        if ($text === '' || $text === '.' || $text === '..') {
            throw new \InvalidArgumentException("'{$text}' cannot be a path segment");
        }
        return rawurlencode($text);
    }

    /**
     * An OData literal for a URL (OData ABNF, `primitiveLiteral`), percent-encoded. Text is quoted with its quotes
     * doubled.
     *
     * @param string $type `Edm.X`; `enum` for an enumeration of which the service wants the member alone, `'Red'`; any
     *     other name is that of an enumeration, `Shop.Color'Red'` (URL Conventions 4.01, section 5.1.1.14.1);
     *     `older:Edm.X` asks for the literal of OData 1 to 3
     * @throws \InvalidArgumentException for a value that is none of the type
     */
    public static function literal(mixed $value, string $type = 'Edm.String'): string
    {
        [$prefix, $text, $quote] = self::literalParts($value, $type);
        return rawurlencode($prefix) . $quote . rawurlencode($text) . $quote;
    }

    /**
     * The same, not percent-encoded.
     *
     * @throws \InvalidArgumentException for a value that is none of the type
     */
    public static function plainLiteral(mixed $value, string $type = 'Edm.String'): string
    {
        [$prefix, $text, $quote] = self::literalParts($value, $type);
        return $prefix . $quote . $text . $quote;
    }

    /** @return array{string, string, string} what stands before the quote, what follows it, and the quote, if any */
    private static function literalParts(mixed $value, string $type): array
    {
        if ($value === null) {
            return ['', 'null', ''];
        }
        $older = str_starts_with($type, self::OLDER) ? Types::older() : null;
        if ($older !== null) {
            return $older->literal($value, substr($type, strlen(self::OLDER)));
        }
        if ($type === 'Edm.PrimitiveType') {
            $type = self::typeOf($value);
        }
        if (str_starts_with($type, 'Edm.Geo')) {
            [$family, $shape] = explode("'", SpatialLiteral::text($value, $type));
            return [$family, $shape, "'"];
        }
        $text = self::plain($value, $type);
        if ($type === 'Edm.String' || !str_starts_with($type, 'Edm.')) {
            return [$type === 'Edm.String' || $type === 'enum' ? '' : $type, str_replace("'", "''", $text), "'"];
        }
        if ($type === 'Edm.Duration' || $type === 'Edm.Binary') {
            return [strtolower(substr($type, 4)), $text, "'"];
        }
        return ['', $text, ''];
    }

    /** The type that a value has of itself, where the schema leaves it open. */
    private static function typeOf(mixed $value): string
    {
        return match (true) {
            is_bool($value) => 'Edm.Boolean',
            is_int($value) => 'Edm.Int64',
            is_float($value) => 'Edm.Double',
            $value instanceof Decimal => 'Edm.Decimal',
            $value instanceof Date => 'Edm.Date',
            $value instanceof Time => 'Edm.TimeOfDay',
            $value instanceof \DateTimeInterface => 'Edm.DateTimeOffset',
            $value instanceof \DateInterval => 'Edm.Duration',
            $value instanceof StreamInterface => 'Edm.Binary',
            $value instanceof OpenEnum => 'enum',
            default => 'Edm.String',
        };
    }

    /**
     * `(name=value,...)`; a part with an empty name gives `(value)`.
     *
     * @param array{string, mixed, string} ...$parts name, value, type
     */
    public static function keyPredicate(array ...$parts): string
    {
        $written = [];
        foreach ($parts as [$name, $value, $type]) {
            $written[] = ($name === '' ? '' : rawurlencode($name) . '=') . self::literal($value, $type);
        }
        return '(' . implode(',', $written) . ')';
    }

    /**
     * `/name(a=1,b=@p0)` and the parameter aliases for the query (URL Conventions 4.01, section 5.2).
     *
     * @param array<array{string, mixed, string}> $parts name, value, type; the type `json` is for values that have
     *     no literal: they become aliases `@p0`, `@p1`, counted from `used`
     * @return array{string, array<string, string>}
     */
    public static function invocation(string $name, array $parts, int $used = 0): array
    {
        $written = [];
        $aliases = [];
        foreach ($parts as [$part, $value, $type]) {
            if ($type === 'json') {
                $alias = '@p' . ($used + count($aliases));
                $aliases[$alias] = Json::encode(self::json($value));
                $written[] = rawurlencode($part) . "={$alias}";
            } else {
                $written[] = rawurlencode($part) . '=' . self::literal($value, $type);
            }
        }
        return ["/{$name}(" . implode(',', $written) . ')', $aliases];
    }

    /** Numbers that JSON lacks are `INF` and `NaN`. */
    private static function json(mixed $value): mixed
    {
        if (is_array($value)) {
            return array_map(self::json(...), $value);
        }
        if ($value instanceof Model) {
            return Wire::plain($value);
        }
        $isConstant = is_float($value) && !is_finite($value);
        return $isConstant ? self::text($value) : Wire::plainValue(Wire::given($value), null);
    }

    /**
     * The text of a value without quotes, checked against its type.
     *
     * @throws \InvalidArgumentException for a value that is none of the type
     */
    public static function plain(mixed $value, string $type): string
    {
        if (isset(self::INTEGERS[$type])) {
            return self::integer($value, $type);
        }
        $text = self::text($value);
        $pattern = self::PATTERNS[$type] ?? null;
        if ($pattern !== null && preg_match("~\\A(?:{$pattern})\\z~", $text) !== 1) {
            throw new \InvalidArgumentException("the value is no {$type}");
        }
        if (preg_match('//u', $text) !== 1) {
            throw new \InvalidArgumentException('text that is not UTF-8 cannot be sent');
        }
        return $text;
    }

    private static function integer(mixed $value, string $type): string
    {
        if (is_string($value) && preg_match('/\A[+-]?\d{1,20}\z/', $value) === 1) {
            $value = filter_var((string) preg_replace('/\A\+?(-?)0*(?=\d)/', '$1', $value), FILTER_VALIDATE_INT);
        }
        if (!is_int($value)) {
            throw new \InvalidArgumentException("the value is no {$type}");
        }
        [$low, $high] = self::INTEGERS[$type];
        if ($value < $low || $value > $high) {
            throw new \InvalidArgumentException("the value is out of range for {$type}");
        }
        return (string) $value;
    }

    /** The OData text of a PHP value, without quotes. */
    private static function text(mixed $value): string
    {
        return match (true) {
            is_string($value) => $value,
            is_bool($value) => $value ? 'true' : 'false',
            is_int($value) => (string) $value,
            is_float($value) => is_finite($value) ? Json::encode($value) : (string) Decimal::ofFloat($value),
            $value instanceof \DateTimeInterface => Primitive::write('Edm.DateTimeOffset', $value),
            $value instanceof \DateInterval => Primitive::write('Edm.Duration', $value),
            $value instanceof StreamInterface => Primitive::write('Edm.Binary', $value),
            is_array($value) => implode(',', self::sorted(array_map(self::text(...), $value))),
            $value instanceof \Stringable => (string) $value,
            default => throw new \InvalidArgumentException('a ' . get_debug_type($value) . ' has no literal'),
        };
    }

    /**
     * @param array<string> $texts
     * @return list<string>
     */
    private static function sorted(array $texts): array
    {
        sort($texts, SORT_STRING);
        return $texts;
    }
}
