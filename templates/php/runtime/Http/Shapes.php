<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

use EdmundRuntime\Generated\Types;
use stdClass;

/**
 * What the description says of types, as the classes themselves declare it.
 *
 * The shape of a value is an array: its `type` by name, or what it is a `list` or `map` of, or its `literal`, or none
 * of these for any JSON value; and what else holds for it.
 */
final class Shapes
{
    /** @var array<class-string<Model>, array<array<string, mixed>>> */
    private static array $properties = [];

    private function __construct()
    {
    }

    /**
     * The class of the type called `name` in the description, or null when it is built in.
     *
     * @return class-string|null
     */
    public static function classOf(string $name): ?string
    {
        return Types::CLASSES[$name] ?? null;
    }

    /**
     * Shapes by wire name, inherited ones included. What a class says of an inherited property stands for its values.
     *
     * @param class-string<Model> $class
     * @return array<array<string, mixed>>
     */
    public static function properties(string $class): array
    {
        return self::$properties[$class] ??= self::collected($class);
    }

    /**
     * @param class-string<Model> $class
     * @return array<array<string, mixed>>
     */
    private static function collected(string $class): array
    {
        $parent = get_parent_class($class);
        $inherited = $parent === false ? [] : self::properties($parent);
        return array_replace($inherited, $class::SCHEMA['properties'] ?? []);
    }

    /**
     * The shape of properties that are not declared.
     *
     * @param class-string<Model> $class
     * @return array<string, mixed>
     */
    public static function additional(string $class): array
    {
        return self::inherited($class, 'additional') ?? [];
    }

    /**
     * Whether there may be properties that nobody declared.
     *
     * @param class-string<Model> $class
     */
    public static function isOpen(string $class): bool
    {
        return self::inherited($class, 'open') ?? false;
    }

    /**
     * The class of an object where a `declared` is expected: what its member says, as far as that is known.
     *
     * @template T of Model
     * @param class-string<T> $declared
     * @return class-string<T>
     */
    public static function told(stdClass $json, string $declared): string
    {
        do {
            $class = $declared;
            $told = self::inherited($class, 'discriminator');
            $value = $told === null ? null : self::text($json->{$told['property']} ?? null);
            $found = $value === null ? null : self::classOf($told['mapping'][$value] ?? '');
            // A derived class may have a member of its own that tells more.
            if ($found !== null && is_subclass_of($found, $class)) {
                $declared = $found;
            }
        } while ($declared !== $class);
        return $class;
    }

    /** What a member that tells types says; null for what is no scalar. */
    public static function text(mixed $value): ?string
    {
        return match (true) {
            is_bool($value) => $value ? 'true' : 'false',
            is_string($value), is_int($value), $value instanceof JsonNumber => (string) $value,
            default => null,
        };
    }

    /**
     * What the nearest of the class and its bases says.
     *
     * @param class-string<Model> $class
     */
    private static function inherited(string $class, string $fact): mixed
    {
        for ($at = $class; $at !== false; $at = get_parent_class($at)) {
            if (isset($at::SCHEMA[$fact])) {
                return $at::SCHEMA[$fact];
            }
        }
        return null;
    }
}
