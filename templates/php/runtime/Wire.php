<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

use stdClass;

/** Models as plain JSON values, and values of callers as JSON. */
final class Wire
{
    private function __construct()
    {
    }

    /**
     * A model as it goes on the wire: a copy all its own, each model in it saying its type where the
     * declared type would not (OData JSON Format 4.01, section 4.6.3).
     *
     * @param string|null $declared the schema type that is expected at this place; null for its own
     */
    public static function plain(Model $model, ?string $declared = null): stdClass
    {
        $made = new stdClass();
        $json = $model->underlying();
        $name = $model::SCHEMA['name'];
        if ($declared !== null && $declared !== $name && $name !== '' && !self::saysType($json)) {
            $made->{'@odata.type'} = "#{$name}";
        }
        $facts = Facts::properties($model::class);
        foreach (get_object_vars($json) as $wire => $value) {
            $made->{$wire} = is_array($value) || is_object($value)
                ? self::plainValue($value, $facts[$wire]['type'] ?? null)
                : $value;
        }
        return $made;
    }

    private static function saysType(stdClass $json): bool
    {
        return property_exists($json, '@odata.type') || property_exists($json, '@type');
    }

    /** @param string|null $declared the schema type of the value or its items */
    public static function plainValue(mixed $value, ?string $declared): mixed
    {
        if ($value instanceof Model) {
            return self::plain($value, $declared);
        }
        if (is_array($value)) {
            return array_map(static fn (mixed $item): mixed => self::plainValue($item, $declared), $value);
        }
        if ($value instanceof stdClass) {
            $made = new stdClass();
            foreach (get_object_vars($value) as $name => $item) {
                $made->{$name} = self::plainValue($item, null);
            }
            return $made;
        }
        return $value;
    }

    /** JSON of what a caller put among the additional data. */
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
            $value instanceof Model, $value instanceof JsonNumber => $value,
            $value instanceof OpenEnum => $value->value(),
            $value instanceof \DateTimeInterface => Primitive::write('Edm.DateTimeOffset', $value),
            $value instanceof \DateInterval => Primitive::write('Edm.Duration', $value),
            $value instanceof Decimal => Primitive::write('Edm.Decimal', $value),
            $value instanceof \Psr\Http\Message\StreamInterface => Primitive::write('Edm.Binary', $value),
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
        return $value instanceof Model ? self::shown(self::plain($value)) : $value;
    }

    /** A copy in which changes of the original do not show. */
    public static function copied(stdClass $json): stdClass
    {
        $made = clone $json;
        foreach (get_object_vars($json) as $name => $value) {
            if (is_array($value) || is_object($value)) {
                $made->{$name} = self::copiedValue($value);
            }
        }
        return $made;
    }

    private static function copiedValue(mixed $value): mixed
    {
        return match (true) {
            is_array($value) => array_map(self::copiedValue(...), $value),
            $value instanceof stdClass => self::copied($value),
            is_object($value) => clone $value,
            default => $value,
        };
    }
}
