<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime;

/** What the schema says of the properties of a model's class, inherited ones included. */
final class Facts
{
    /** @var array<class-string<Model>, array<string, array<string, mixed>>> */
    private static array $properties = [];

    private function __construct()
    {
    }

    /**
     * Facts by wire name. What a class says of an inherited property stands for its own values.
     *
     * @param class-string<Model> $class
     * @return array<string, array<string, mixed>>
     */
    public static function properties(string $class): array
    {
        return self::$properties[$class] ??= self::collected($class);
    }

    /**
     * @param class-string<Model> $class
     * @return array<string, array<string, mixed>>
     */
    private static function collected(string $class): array
    {
        $parent = get_parent_class($class);
        $inherited = $parent === false ? [] : self::properties($parent);
        return [...$inherited, ...($class::SCHEMA['properties'] ?? [])];
    }
}
