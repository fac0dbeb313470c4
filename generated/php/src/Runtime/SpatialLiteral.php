<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime;

use stdClass;

/**
 * GeoJSON as a literal of URLs: `geography'SRID=4326;Point(142.1 64.1)'`.
 *
 * OData ABNF, `geographyPoint` and its like.
 */
final class SpatialLiteral
{
    private const LETTERS = [
        'Point' => 'Point',
        'LineString' => 'LineString',
        'Polygon' => 'Polygon',
        'MultiPoint' => 'MultiPoint',
        'MultiLineString' => 'MultiLineString',
        'MultiPolygon' => 'MultiPolygon',
        'GeometryCollection' => 'Collection',
    ];
    /** How many lists a position lies in. */
    private const DEPTHS = ['Point' => 0, 'LineString' => 1, 'Polygon' => 2, 'MultiPoint' => 1]
        + ['MultiLineString' => 2, 'MultiPolygon' => 3];
    private const CRS = '~\AEPSG:([0-9]{1,6})\z~i';
    /** What positions mean when nothing is said: degrees on the globe, or a plane (CSDL 4.01, section 7.2.7). */
    private const DEFAULTS = ['geography' => '4326', 'geometry' => '0'];
    private const DEEPEST = 16;

    private function __construct()
    {
    }

    /**
     * Without percent-encoding.
     *
     * @param string $type `Edm.GeographyPoint` and the like
     * @param mixed $value the GeoJSON object
     * @throws \InvalidArgumentException for what is no GeoJSON of the type
     */
    public static function text(mixed $value, string $type): string
    {
        $json = Wire::given($value);
        $family = str_starts_with($type, 'Edm.Geography') ? 'geography' : 'geometry';
        $kind = substr($type, strlen('Edm.') + strlen($family));
        $named = $json instanceof stdClass ? $json->type ?? null : null;
        $wanted = $kind === 'Collection' ? 'GeometryCollection' : $kind;
        if (!$json instanceof stdClass || ($wanted !== '' && $named !== $wanted)) {
            throw new \InvalidArgumentException("the value is no {$type}");
        }
        $match = [];
        $crs = $json->crs->properties->name ?? '';
        $isKnown = is_string($crs) && preg_match(self::CRS, $crs, $match) === 1;
        $id = $isKnown ? $match[1] : self::DEFAULTS[$family];
        return "{$family}'SRID={$id};" . self::shape($json, $type, 0) . "'";
    }

    private static function shape(mixed $json, string $type, int $depth): string
    {
        $named = $json instanceof stdClass ? $json->type ?? null : null;
        if (!is_string($named) || !isset(self::LETTERS[$named]) || $depth > self::DEEPEST) {
            throw new \InvalidArgumentException("the value is no {$type}");
        }
        if ($named === 'GeometryCollection') {
            $inner = static fn (mixed $item): string => self::shape($item, $type, $depth + 1);
            $items = implode(',', array_map($inner, self::listed($json->geometries ?? null, $type)));
            return "Collection({$items})";
        }
        $places = self::listed($json->coordinates ?? null, $type);
        $text = self::positions($places, self::DEPTHS[$named], $type);
        if ($named === 'MultiPoint') {
            $text = implode(',', array_map(
                static fn (mixed $place): string => '(' . self::positions(self::listed($place, $type), 0, $type) . ')',
                $places
            ));
        }
        return self::LETTERS[$named] . "({$text})";
    }

    /** @param list<mixed> $places */
    private static function positions(array $places, int $depth, string $type): string
    {
        if ($depth === 0) {
            if (count($places) < 2 || count($places) > 4) {
                throw new \InvalidArgumentException("a position of the {$type} is none");
            }
            return implode(' ', array_map(static fn (mixed $at): string => self::number($at, $type), $places));
        }
        $made = [];
        foreach ($places as $place) {
            $text = self::positions(self::listed($place, $type), $depth - 1, $type);
            $made[] = $depth === 1 ? $text : "({$text})";
        }
        return implode(',', $made);
    }

    private static function number(mixed $value, string $type): string
    {
        return match (true) {
            $value instanceof JsonNumber => $value->digits,
            is_int($value), is_float($value) && is_finite($value) => Json::encode($value),
            default => throw new \InvalidArgumentException("a position of the {$type} is none"),
        };
    }

    /** @return list<mixed> */
    private static function listed(mixed $value, string $type): array
    {
        return is_array($value) && array_is_list($value)
            ? $value
            : throw new \InvalidArgumentException("the value is no {$type}");
    }
}
