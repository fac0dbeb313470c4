<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

use stdClass;

/** Whether a JSON value is a GeoJSON object of an Edm.Geography or Edm.Geometry type (RFC 7946). */
final class Spatial
{
    /** How deep a position lies in `coordinates`. */
    private const DEPTHS = [
        'Point' => 0,
        'LineString' => 1,
        'MultiPoint' => 1,
        'Polygon' => 2,
        'MultiLineString' => 2,
        'MultiPolygon' => 3,
    ];
    private const COLLECTION = 'GeometryCollection';

    private function __construct()
    {
    }

    /** What keeps a value from being of the type, in words; `Edm.Geography` itself stands for any of its kinds. */
    public static function problem(string $type, mixed $value): ?string
    {
        $kind = (string) preg_replace('/\AEdm\.(Geography|Geometry)/', '', $type);
        $wanted = $kind === 'Collection' ? self::COLLECTION : $kind;
        if (!$value instanceof stdClass) {
            return "a GeoJSON object is expected for {$type}";
        }
        $found = $value->type ?? null;
        if (!is_string($found) || (!isset(self::DEPTHS[$found]) && $found !== self::COLLECTION)) {
            return 'the GeoJSON object names no geometry in its type';
        }
        if ($wanted !== '' && $found !== $wanted) {
            return "the GeoJSON object is no {$wanted}";
        }
        if ($found === self::COLLECTION) {
            return self::collectionProblem($value->geometries ?? null);
        }
        $isNest = self::isNestOfPositions($value->coordinates ?? null, self::DEPTHS[$found]);
        return $isNest ? null : "the coordinates are not those of a {$found}";
    }

    private static function collectionProblem(mixed $geometries): ?string
    {
        if (!is_array($geometries)) {
            return 'a GeometryCollection has an array of geometries';
        }
        foreach ($geometries as $geometry) {
            // A collection within a collection is allowed but discouraged; deeper ones are not looked into.
            if ($geometry instanceof stdClass && ($geometry->type ?? null) === self::COLLECTION) {
                continue;
            }
            $problem = self::problem('Edm.Geometry', $geometry);
            if ($problem !== null) {
                return $problem;
            }
        }
        return null;
    }

    private static function isNestOfPositions(mixed $value, int $depth): bool
    {
        if (!is_array($value)) {
            return false;
        }
        foreach ($value as $item) {
            $isNumber = is_int($item) || is_float($item) || $item instanceof JsonNumber;
            if ($depth > 0 ? !self::isNestOfPositions($item, $depth - 1) : !$isNumber) {
                return false;
            }
        }
        return $depth > 0 || count($value) >= 2;
    }
}
