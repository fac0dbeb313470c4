<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

use EdmundRuntime\Generated\Types;
use EdmundRuntime\Runtime\Query\ObjectPath;

/**
 * Finds classes by schema name, in the package's own table.
 *
 * A name that comes with a payload is only ever looked up here. It never becomes a class or a file to load.
 */
final class Registry
{
    private function __construct()
    {
    }

    /**
     * The model class for a qualified schema name, or null when this package has none.
     *
     * @return class-string<Model>|null
     */
    public static function model(string $name): ?string
    {
        $found = Types::CLASSES[$name] ?? null;
        return $found !== null && is_subclass_of($found, Model::class) ? $found : null;
    }

    /**
     * What stands for an object of the type in queries, or null when this package has no such model: `Models\User` has
     * `Queries\UserPath`.
     *
     * @return class-string<ObjectPath>|null
     */
    public static function path(string $name): ?string
    {
        $model = self::model($name);
        if ($model === null) {
            return null;
        }
        $generated = substr(Types::class, 0, -strlen('Types'));
        $found = "{$generated}Queries" . substr($model, strlen("{$generated}Models")) . 'Path';
        return is_subclass_of($found, ObjectPath::class) ? $found : null;
    }

    /**
     * The enumeration's class for a qualified schema name, or null when this package has none.
     *
     * @return class-string<OpenEnum>|null
     */
    public static function enum(string $name): ?string
    {
        $found = Types::CLASSES[$name] ?? null;
        return $found !== null && is_subclass_of($found, OpenEnum::class) ? $found : null;
    }

    /**
     * The qualified name in an `@odata.type` (OData JSON Format 4.01, section 4.6.3).
     *
     * With or without `#`, relative to a metadata document or not; a schema's alias becomes its namespace.
     */
    public static function plainName(string $text): string
    {
        $at = strrpos($text, '#');
        $name = $at === false ? $text : substr($text, $at + 1);
        if (isset(Types::CLASSES[$name])) {
            return $name;
        }
        $dot = strrpos($name, '.');
        if ($dot === false) {
            return $name;
        }
        $namespace = substr($name, 0, $dot);
        return (Types::ALIASES[$namespace] ?? $namespace) . substr($name, $dot);
    }
}
