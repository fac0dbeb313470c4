<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

use GuzzleHttp\Psr7\Utils;
use Psr\Http\Message\StreamInterface;
use stdClass;

/**
 * Values between JSON and PHP by their shape (Shapes). Null is null in all of them.
 *
 * What is wrong is said by what was expected; a value, which may be a secret, is never repeated.
 */
final class Codec
{
    private function __construct()
    {
    }

    /**
     * Whether values have parts that are held as objects of this client.
     *
     * @param array<string, mixed> $shape
     */
    public static function holds(array $shape): bool
    {
        $inner = $shape['list'] ?? $shape['map'] ?? null;
        if ($inner !== null) {
            return self::holds($inner);
        }
        $class = Shapes::classOf($shape['type'] ?? '');
        return $class !== null && !is_subclass_of($class, OpenEnum::class);
    }

    /**
     * A JSON value with models and unions in the place of what they stand for; what does not fit stays as it is.
     *
     * @param array<string, mixed> $shape
     */
    public static function held(array $shape, mixed $json): mixed
    {
        if (isset($shape['list'])) {
            $hold = static fn (mixed $item): mixed => self::held($shape['list'], $item);
            return is_array($json) ? array_map($hold, $json) : $json;
        }
        if (isset($shape['map'])) {
            foreach ($json instanceof stdClass ? get_object_vars($json) : [] as $name => $item) {
                $json->{$name} = self::held($shape['map'], $item);
            }
            return $json;
        }
        $class = Shapes::classOf($shape['type'] ?? '');
        if ($class === null || $json === null) {
            return $json;
        }
        if (is_subclass_of($class, Union::class)) {
            return $json instanceof Union ? $json : new $class($json);
        }
        return $json instanceof stdClass && is_subclass_of($class, Model::class) ? Model::over($json, $class) : $json;
    }

    /**
     * What users see of a value that is held.
     *
     * @param array<string, mixed> $shape
     * @throws NotOfType when it is none of the shape
     */
    public static function shown(array $shape, mixed $held): mixed
    {
        if ($held === null) {
            return null;
        }
        if (isset($shape['list'])) {
            $show = static fn (mixed $item): mixed => self::shown($shape['list'], $item);
            return is_array($held) ? array_map($show, $held) : throw new NotOfType('a list');
        }
        if (isset($shape['map'])) {
            $show = static fn (mixed $item): mixed => self::shown($shape['map'], $item);
            return $held instanceof stdClass
                ? array_map($show, get_object_vars($held))
                : throw new NotOfType('an object');
        }
        if (array_key_exists('literal', $shape)) {
            return self::literal($shape['literal'], $held);
        }
        $type = $shape['type'] ?? null;
        $class = $type === null ? null : Shapes::classOf($type);
        return match (true) {
            $type === null => Wire::shown($held),
            $class === null => self::primitive($type, $held),
            is_subclass_of($class, OpenEnum::class) => OpenEnum::read($class, $held),
            default => $held instanceof $class ? $held : throw new NotOfType('an object'),
        };
    }

    /**
     * What is held for a value that a user gave.
     *
     * @param array<string, mixed> $shape
     * @throws NotOfType when it is none of the shape
     */
    public static function taken(array $shape, mixed $value): mixed
    {
        if ($value === null) {
            return null;
        }
        if (isset($shape['list'])) {
            $take = static fn (mixed $item): mixed => self::taken($shape['list'], $item);
            return is_array($value) ? array_map($take, array_values($value)) : throw new NotOfType('a list');
        }
        if (isset($shape['map'])) {
            $take = static fn (mixed $item): mixed => self::taken($shape['map'], $item);
            $items = $value instanceof stdClass ? get_object_vars($value) : $value;
            return is_array($items) ? (object) array_map($take, $items) : throw new NotOfType('an array by name');
        }
        $type = $shape['type'] ?? null;
        $class = $type === null ? null : Shapes::classOf($type);
        return match (true) {
            $type === null => Wire::given($value),
            $class === null => self::written($type, $shape, $value),
            is_subclass_of($class, OpenEnum::class) => self::member($class, $value),
            default => $value instanceof $class ? $value : throw new NotOfType("a {$class}"),
        };
    }

    /** The value of a place where there is one alone, if it is at least of that kind. */
    private static function literal(mixed $literal, mixed $held): mixed
    {
        $value = Wire::shown($held);
        if (is_float($literal) && is_int($value)) {
            return (float) $value;
        }
        return get_debug_type($literal) === get_debug_type($value)
            ? $value
            : throw new NotOfType(Wire::kindOf($literal));
    }

    private static function primitive(string $type, mixed $held): mixed
    {
        if ($type !== 'Edm.Stream') {
            return Primitive::read($type, $held);
        }
        // A file is in JSON what a form would send for it: its bytes as they are.
        return match (true) {
            $held instanceof StreamInterface => $held,
            is_string($held) => Utils::streamFor($held),
            default => throw new NotOfType('a string'),
        };
    }

    /** @param array<string, mixed> $shape */
    private static function written(string $type, array $shape, mixed $value): mixed
    {
        if ($type === 'Edm.Stream') {
            return is_string($value) || $value instanceof StreamInterface ? $value : throw new NotOfType('a stream');
        }
        $text = Primitive::write($type, $value);
        $isBase64 = $value instanceof StreamInterface && ($shape['isBase64'] ?? false);
        return $isBase64 ? strtr($text, '-_', '+/') : $text;
    }

    /** @param class-string<OpenEnum> $class */
    private static function member(string $class, mixed $value): mixed
    {
        return match (true) {
            $value instanceof $class => $value->value(),
            is_scalar($value), $value instanceof JsonNumber => $value,
            default => throw new NotOfType("a {$class}"),
        };
    }
}
