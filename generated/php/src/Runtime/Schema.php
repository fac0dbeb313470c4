<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime;

/** Facts of types for the validators, as the classes themselves declare them. */
final class Schema
{
    private function __construct()
    {
    }

    /**
     * The entity or complex type called `name`: its name, flags and properties; null when there is none.
     *
     * @return array<string, mixed>|null
     */
    public static function structured(string $name): ?array
    {
        $class = Registry::model($name);
        return $class === null ? null : self::shapeOf($class);
    }

    /**
     * @param class-string<Model> $class
     * @return array<string, mixed>
     */
    public static function shapeOf(string $class): array
    {
        return [...$class::SCHEMA, 'properties' => Facts::properties($class)];
    }

    /** Whether the type `name` is `base` or derives from it. */
    public static function isA(string $name, string $base): bool
    {
        if ($name === $base) {
            return true;
        }
        $class = Registry::model($name);
        if ($class === null) {
            return false;
        }
        if ($base === 'Edm.EntityType' || $base === 'Edm.ComplexType') {
            return ($class::SCHEMA['entity'] ?? false) === ($base === 'Edm.EntityType');
        }
        $above = Registry::model($base);
        return $above !== null && is_a($class, $above, true);
    }
}
