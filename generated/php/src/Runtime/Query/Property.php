<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime\Query;

use Microsoft\Graph\Runtime\Registry;

/** What stands for a property in a query, by what the schema says of it. */
final class Property
{
    private const CLASSES = [
        'Edm.String' => Text::class,
        'Edm.Boolean' => Condition::class,
        'Edm.Byte' => Number::class,
        'Edm.SByte' => Number::class,
        'Edm.Int16' => Number::class,
        'Edm.Int32' => Number::class,
        'Edm.Int64' => Number::class,
        'Edm.Single' => Number::class,
        'Edm.Double' => Number::class,
        'Edm.Decimal' => Number::class,
        'Edm.DateTimeOffset' => DateTimeOffset::class,
        'Edm.Date' => Date::class,
        'Edm.TimeOfDay' => TimeOfDay::class,
        'Edm.Duration' => Duration::class,
        'Edm.Guid' => Guid::class,
        'Edm.Binary' => Binary::class,
    ];

    private function __construct()
    {
    }

    /**
     * @param array<string, mixed> $facts of the property
     * @param string $text the path, types that were cast to included
     * @param string $names the path of properties alone
     */
    public static function path(array $facts, string $text, string $names): Term
    {
        $wire = $facts['wire'] ?? $facts['type'];
        return $facts['collection'] ?? false
            ? new CollectionPath($text, $names, $facts['type'], $wire)
            : self::item($facts['type'], $text, $names, $wire);
    }

    /**
     * What stands for one value of the type.
     *
     * @param string $wire the type as the service's version of OData calls it
     */
    public static function item(string $type, string $text, string $names, string $wire): Expression|ObjectPath
    {
        $path = Registry::path($type);
        if ($path !== null) {
            return new $path($text, $names);
        }
        $class = self::CLASSES[$type] ?? match (true) {
            str_starts_with($type, 'Edm.Geo') => Spatial::class,
            Registry::enum($type) !== null => Enumeration::class,
            default => Value::class,
        };
        $known = $class === Value::class ? '' : $wire;
        return new $class($text, $known, Precedence::Primary, [$names]);
    }
}
