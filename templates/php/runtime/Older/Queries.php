<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime\Older;

use EdmundRuntime\Runtime\Date;
use EdmundRuntime\Runtime\Decimal;
use EdmundRuntime\Runtime\Query\QueryError;
use Psr\Http\Message\StreamInterface;

/** Queries of OData 1 to 3 ([MS-ODATA], 2.2.3.6.1.1): their functions and literals; what they lack is refused. */
final class Queries
{
    private const FUNCTIONS = [
        'startswith', 'endswith', 'length', 'indexof', 'substring', 'tolower', 'toupper', 'trim', 'concat',
        'year', 'month', 'day', 'hour', 'minute', 'second', 'round', 'floor', 'ceiling',
    ];
    private const SHAPES = ['geo.distance', 'geo.intersects', 'geo.length'];
    private const WHOLE = ['Edm.Byte', 'Edm.SByte', 'Edm.Int16', 'Edm.Int32', 'Edm.Int64'];

    private function __construct()
    {
    }

    /**
     * The text of a function that is called.
     *
     * @param list<string> $arguments
     * @throws QueryError for one that the version does not have
     */
    public static function called(Version $version, string $function, array $arguments): string
    {
        if ($function === 'contains') {
            return "substringof({$arguments[1]},{$arguments[0]})";
        }
        $isShape = $version === Version::V3 && in_array($function, self::SHAPES, true);
        if (!$isShape && !in_array($function, self::FUNCTIONS, true)) {
            $version->since4($function);
        }
        return "{$function}(" . implode(',', $arguments) . ')';
    }

    /**
     * The literal of a value that is of a kind with the type, and not null.
     *
     * @param string $wire the built-in type as those versions call it; '' where it is not known
     */
    public static function literal(mixed $value, string $wire): string
    {
        $isFraction = is_float($value) || $value instanceof Decimal;
        if ($wire === '' || ($isFraction && in_array($wire, self::WHOLE, true))) {
            // A number that the type cannot hold is compared all the same, as what it is.
            $wire = self::typeOf($value);
        }
        return Values::literalText($value, $wire);
    }

    private static function typeOf(mixed $value): string
    {
        return match (true) {
            is_bool($value) => 'Edm.Boolean',
            is_int($value) => abs($value) < 2 ** 31 ? 'Edm.Int32' : 'Edm.Int64',
            is_float($value) => 'Edm.Double',
            $value instanceof Decimal => 'Edm.Decimal',
            $value instanceof Date => 'Edm.DateTime',
            $value instanceof \DateTimeInterface => 'Edm.DateTimeOffset',
            $value instanceof \DateInterval => 'Edm.Time',
            $value instanceof StreamInterface => 'Edm.Binary',
            default => 'Edm.String',
        };
    }
}
