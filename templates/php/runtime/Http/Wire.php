<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

use Psr\Http\Message\StreamInterface;
use stdClass;

/** What is held as plain JSON values, and values of callers as JSON. */
final class Wire
{
    private function __construct()
    {
    }

    /** A model as it goes on the wire: a copy all its own. */
    public static function plain(Model $model): stdClass
    {
        return self::plainValue($model->underlying());
    }

    /** A value that is held, as JSON. */
    public static function plainValue(mixed $value): mixed
    {
        return self::plainly($value, static fn (StreamInterface $stream): string => (string) $stream);
    }

    /** The same without the bytes of its streams, which can be read but once. */
    public static function outline(mixed $value): mixed
    {
        return self::plainly($value, static fn (StreamInterface $stream): string => '');
    }

    /** @param \Closure(StreamInterface): string $bytes what stands for a stream */
    private static function plainly(mixed $value, \Closure $bytes): mixed
    {
        $inner = static fn (mixed $item): mixed => self::plainly($item, $bytes);
        return match (true) {
            is_array($value) => array_map($inner, $value),
            $value instanceof stdClass => (object) array_map($inner, get_object_vars($value)),
            $value instanceof Model, $value instanceof Union => self::plainly($value->underlying(), $bytes),
            $value instanceof StreamInterface => $bytes($value),
            default => $value,
        };
    }

    /** JSON of what a caller gave where any value may stand. */
    public static function given(mixed $value): mixed
    {
        if (is_array($value)) {
            $items = array_map(self::given(...), $value);
            return array_is_list($items) ? $items : (object) $items;
        }
        if ($value instanceof stdClass) {
            return (object) array_map(self::given(...), get_object_vars($value));
        }
        return match (true) {
            $value instanceof Model, $value instanceof Union, $value instanceof JsonNumber => $value,
            $value instanceof OpenEnum => $value->value(),
            $value instanceof \DateTimeInterface => Primitive::write('Edm.DateTimeOffset', $value),
            $value instanceof \DateInterval => Primitive::write('Edm.Duration', $value),
            $value instanceof Decimal => Primitive::write('Edm.Decimal', $value),
            $value instanceof \Stringable => (string) $value,
            is_object($value) => throw new \InvalidArgumentException(
                'a ' . get_debug_type($value) . ' is no JSON value'
            ),
            default => $value,
        };
    }

    /**
     * A copy for callers to look at: objects are arrays by name, unless that would make a list of them; numbers are
     * floats where a float has all their digits.
     */
    public static function shown(mixed $value): mixed
    {
        if ($value instanceof JsonNumber) {
            $float = $value->toFloat();
            try {
                return Decimal::of($value->digits)->equals(Decimal::ofFloat($float)) ? $float : $value;
            } catch (NotOfType) {
                // An exponent beyond all that numbers are for.
                return $value;
            }
        }
        if (is_array($value)) {
            return array_map(self::shown(...), $value);
        }
        if ($value instanceof stdClass) {
            $made = array_map(self::shown(...), get_object_vars($value));
            return array_is_list($made) ? (object) $made : $made;
        }
        return $value instanceof Model || $value instanceof Union ? self::shown(self::plainValue($value)) : $value;
    }

    /** A copy in which changes of the original do not show. */
    public static function copied(mixed $value): mixed
    {
        return match (true) {
            is_array($value) => array_map(self::copied(...), $value),
            $value instanceof stdClass => (object) array_map(self::copied(...), get_object_vars($value)),
            $value instanceof Model, $value instanceof Union => clone $value,
            default => $value,
        };
    }

    /** What kind of thing a value is, in words; never the value itself. */
    public static function kindOf(mixed $value): string
    {
        return $value instanceof Union ? self::kindOf($value->underlying()) : Primitive::kindOf($value);
    }
}
