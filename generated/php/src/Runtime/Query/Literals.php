<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime\Query;

use Microsoft\Graph\Generated\Types;
use Microsoft\Graph\Runtime\Date as Day;
use Microsoft\Graph\Runtime\Decimal;
use Microsoft\Graph\Runtime\OpenEnum;
use Microsoft\Graph\Runtime\Time;
use Microsoft\Graph\Runtime\Url;
use Psr\Http\Message\StreamInterface;

/** Literals of queries: a PHP value as text that means it and nothing else, whatever it holds. */
final class Literals
{
    private function __construct()
    {
    }

    /**
     * The literal of a value that is compared with one of the type: as the service's version of OData calls it, or ''
     * where that is not known.
     *
     * @throws \TypeError for a value of another kind
     * @throws \InvalidArgumentException for one that the type cannot have
     */
    public static function text(mixed $value, string $type): string
    {
        if ($value === null) {
            return 'null';
        }
        if ($type === '') {
            return Types::older()?->compared($value, '') ?? Url::plainLiteral($value, 'Edm.PrimitiveType');
        }
        if (!self::isComparable($value, $type)) {
            throw new \TypeError("{$type} is asked for here, not " . get_debug_type($value));
        }
        $older = Types::older();
        if ($older !== null) {
            return $older->compared($value, $type);
        }
        if (!str_starts_with($type, 'Edm.')) {
            return Url::plainLiteral((string) $value, Types::QUALIFIED_ENUMERATIONS ? $type : 'enum');
        }
        return match (true) {
            is_int($value), is_float($value), $value instanceof Decimal, $value instanceof Day
                => Url::plainLiteral($value, 'Edm.PrimitiveType'),
            $type === 'Edm.Date' && $value instanceof \DateTimeInterface
                => Url::plainLiteral(Day::from($value), $type),
            $type === 'Edm.TimeOfDay' && $value instanceof \DateTimeInterface
                => Url::plainLiteral(Time::from($value), $type),
            default => Url::plainLiteral($value, $type),
        };
    }

    private static function isComparable(mixed $value, string $type): bool
    {
        return match ($type) {
            'Edm.String', 'Edm.Guid' => is_string($value),
            'Edm.Boolean' => is_bool($value),
            'Edm.Byte', 'Edm.SByte', 'Edm.Int16', 'Edm.Int32', 'Edm.Int64', 'Edm.Single', 'Edm.Double', 'Edm.Decimal'
                => is_int($value) || is_float($value) || is_string($value) || $value instanceof Decimal,
            'Edm.Date', 'Edm.DateTimeOffset', 'Edm.DateTime'
                => is_string($value) || $value instanceof Day || $value instanceof \DateTimeInterface,
            'Edm.TimeOfDay' => is_string($value) || $value instanceof Time || $value instanceof \DateTimeInterface,
            'Edm.Duration', 'Edm.Time' => is_string($value) || $value instanceof \DateInterval,
            'Edm.Binary' => is_string($value) || $value instanceof StreamInterface,
            default => str_starts_with($type, 'Edm.Geo')
                ? is_array($value) || $value instanceof \stdClass
                : is_string($value) || $value instanceof OpenEnum,
        };
    }
}
