<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

use GuzzleHttp\Psr7\Utils;
use Psr\Http\Message\StreamInterface;
use stdClass;

/**
 * Primitive values between JSON and PHP (OData JSON Format 4.01, section 7.1).
 *
 * What is wrong is said by what was expected; a value, which may be a secret, is never repeated.
 */
final class Primitive
{
    private const GUID = '/\A[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\z/';
    private const TIMESTAMP = '/\A\d{4}-\d\d-\d\d[Tt]\d\d:\d\d(:\d\d(\.\d{1,12})?)?([Zz]|[+-]\d\d:\d\d)\z/';
    private const NOT_FINITE = ['INF' => INF, '-INF' => -INF, 'NaN' => NAN];

    private function __construct()
    {
    }

    /** What kind of thing a value is, in words; never the value itself. */
    public static function kindOf(mixed $value): string
    {
        return match (true) {
            $value === null => 'null',
            is_bool($value) => 'a boolean',
            is_string($value) => 'a string',
            is_int($value), is_float($value), $value instanceof JsonNumber => 'a number',
            is_array($value) => 'a list',
            $value instanceof stdClass, $value instanceof Model => 'an object',
            default => 'a ' . get_debug_type($value),
        };
    }

    /** @throws NotOfType when the JSON value, not null, is none of the type */
    public static function read(string $type, mixed $value): mixed
    {
        return match ($type) {
            'Edm.String' => is_string($value) ? $value : throw new NotOfType('a string'),
            'Edm.Boolean' => is_bool($value) ? $value : throw new NotOfType('a boolean'),
            'Edm.Byte', 'Edm.SByte', 'Edm.Int16', 'Edm.Int32', 'Edm.Int64' => self::readInteger($value),
            'Edm.Single', 'Edm.Double' => self::readFloat($value),
            'Edm.Decimal' => self::readDecimal($value),
            'Edm.DateTimeOffset' => (is_string($value) ? Temporal::moment($value) : null)
                ?? throw new NotOfType('a date and time with an offset'),
            'Edm.Date' => is_string($value) ? new Date($value) : throw new NotOfType('a date'),
            'Edm.TimeOfDay' => is_string($value) ? new Time($value) : throw new NotOfType('a time of day'),
            'Edm.Duration' => is_string($value) ? new Duration($value) : throw new NotOfType('a duration'),
            'Edm.Guid' => self::readGuid($value),
            'Edm.Binary', 'Edm.Stream' => self::readBinary($value),
            default => self::isSpatial($type) ? self::readSpatial($value) : Wire::shown($value),
        };
    }

    /** @throws NotOfType when the PHP value, not null, is none of the type; text is taken as on the wire */
    public static function write(string $type, mixed $value): mixed
    {
        switch ($type) {
            case 'Edm.Single':
            case 'Edm.Double':
                if (is_float($value) && !is_finite($value)) {
                    return is_nan($value) ? 'NaN' : ($value > 0 ? 'INF' : '-INF');
                }
                self::readFloat($value);
                return $value;
            case 'Edm.Decimal':
                return self::writeDecimal($value);
            case 'Edm.DateTimeOffset':
                return self::writeMoment($value);
            case 'Edm.Date':
                return (string) ($value instanceof \DateTimeInterface ? Date::from($value) : new Date((string) $value));
            case 'Edm.TimeOfDay':
                return (string) ($value instanceof \DateTimeInterface ? Time::from($value) : new Time((string) $value));
            case 'Edm.Duration':
                $interval = $value instanceof \DateInterval;
                return (string) ($interval ? Duration::from($value) : new Duration((string) $value));
            case 'Edm.Guid':
                return self::readGuid((string) $value);
            case 'Edm.Binary':
            case 'Edm.Stream':
                return self::writeBinary($value);
            case 'Edm.Int64':
                self::readInteger($value);
                return $value;
            case 'Edm.String':
            case 'Edm.Boolean':
            case 'Edm.Byte':
            case 'Edm.SByte':
            case 'Edm.Int16':
            case 'Edm.Int32':
                return self::read($type, $value);
        }
        $json = Wire::given($value);
        return self::isSpatial($type) && !$json instanceof stdClass
            ? throw new NotOfType('a GeoJSON object')
            : $json;
    }

    private static function isSpatial(string $type): bool
    {
        return str_starts_with($type, 'Edm.Geo');
    }

    private static function readSpatial(mixed $value): stdClass
    {
        return $value instanceof stdClass ? (object) Wire::shown($value) : throw new NotOfType('a GeoJSON object');
    }

    /** Text as well: what IEEE754Compatible=true gives. Numbers such as 1.0 are integers too. */
    private static function readInteger(mixed $value): int
    {
        if (is_int($value)) {
            return $value;
        }
        $text = $value instanceof JsonNumber ? $value->digits : $value;
        if (is_string($text) && strlen($text) <= 400) {
            $number = Decimal::of($text);
            if ($number->isWhole() && $number->adjusted() < 19) {
                $zeros = $number->digits === '' ? 1 : $number->exponent;
                $digits = ($number->sign < 0 ? '-' : '') . $number->digits . str_repeat('0', $zeros);
                $whole = filter_var($digits, FILTER_VALIDATE_INT);
                if ($whole !== false) {
                    return $whole;
                }
            }
        }
        throw new NotOfType('an integer of 64 bits');
    }

    private static function readFloat(mixed $value): float
    {
        if (is_string($value)) {
            return self::NOT_FINITE[$value] ?? Decimal::of($value)->toFloat();
        }
        if ($value instanceof JsonNumber) {
            return $value->toFloat();
        }
        return is_int($value) || is_float($value) ? (float) $value : throw new NotOfType('a number');
    }

    private static function readDecimal(mixed $value): Decimal
    {
        return match (true) {
            $value instanceof JsonNumber => Decimal::of($value->digits),
            is_int($value), is_string($value) => Decimal::of($value),
            is_float($value) => Decimal::ofFloat($value),
            default => throw new NotOfType('a decimal number'),
        };
    }

    private static function writeDecimal(mixed $value): mixed
    {
        if (is_int($value)) {
            return $value;
        }
        $number = match (true) {
            is_float($value) => Decimal::ofFloat($value),
            is_string($value), $value instanceof \Stringable => Decimal::of((string) $value),
            default => throw new NotOfType('a decimal number'),
        };
        if (is_string($value) || !$number->isFinite) {
            return (string) $number;
        }
        // What is no JSON number as it stands goes as text, which services take as well.
        $text = (string) $number;
        $isJson = preg_match('/\A-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?\z/', $text) === 1;
        return $isJson ? new JsonNumber($text) : $text;
    }

    private static function writeMoment(mixed $value): string
    {
        if ($value instanceof \DateTimeInterface) {
            $fraction = rtrim($value->format('u'), '0');
            $text = $value->format('Y-m-d\TH:i:s') . ($fraction === '' ? '' : ".{$fraction}");
            $offset = $value->format('P');
            return $text . ($offset === '+00:00' ? 'Z' : $offset);
        }
        if (is_string($value) && preg_match(self::TIMESTAMP, $value) === 1 && Temporal::moment($value) !== null) {
            return $value;
        }
        throw new NotOfType('a date and time with an offset');
    }

    private static function readGuid(mixed $value): string
    {
        return is_string($value) && preg_match(self::GUID, $value) === 1 ? $value : throw new NotOfType('a GUID');
    }

    /** Either alphabet, with padding or without. */
    private static function readBinary(mixed $value): StreamInterface
    {
        $bytes = is_string($value) ? Base64::decode($value) : null;
        return $bytes === null ? throw new NotOfType('base64url text') : Utils::streamFor($bytes);
    }

    private static function writeBinary(mixed $value): string
    {
        if ($value instanceof StreamInterface) {
            if ($value->isSeekable()) {
                $value->rewind();
            }
            return Base64::encode($value->getContents());
        }
        return is_string($value) && Base64::decode($value) !== null
            ? $value
            : throw new NotOfType('a stream, or base64url text');
    }
}
