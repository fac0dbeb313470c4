<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime;

use stdClass;

/**
 * Whether a JSON value is a value of a primitive Edm type (OData JSON Format 4.01, section 7.1).
 *
 * Where 4.0 and 4.01 or the protocol and its services differ, the wider reading counts: Int64 and Decimal as numbers
 * or as text (IEEE754Compatible), binary data in either base64 alphabet with or without padding.
 */
final class Literal
{
    private const INTEGERS = [
        'Edm.Byte' => ['0', '255'],
        'Edm.SByte' => ['-128', '127'],
        'Edm.Int16' => ['-32768', '32767'],
        'Edm.Int32' => ['-2147483648', '2147483647'],
        'Edm.Int64' => ['-9223372036854775808', '9223372036854775807'],
    ];
    private const NUMBERS = ['Edm.Decimal', 'Edm.Double', 'Edm.Single'];
    private const TEMPORAL = ['Edm.Date', 'Edm.DateTimeOffset', 'Edm.TimeOfDay', 'Edm.Duration'];
    private const SPECIAL = ['INF', '-INF', 'NaN'];
    private const MAX_SINGLE = '340282346638528859811704183484516925440';
    /** The largest double to its last digit: what is above it is a double no more. */
    private const MAX_DOUBLE = ''
        . '17976931348623158079372897140530341507993413271003782693617377898044496829276475094664901797758'
        . '72070963302864166928879109465555478519404026306574886715058206819089020007083836762738548458177'
        . '11531764475730270069855571366959622842914819860834936475292719074168444365510704342711559699508'
        . '093042880177904174497792';
    private const INTEGER = '/\A[+-]?[0-9]{1,19}\z/';
    private const DECIMAL = '/\A[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,9})?\z/';
    private const GUID = '/\A[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\z/';

    private function __construct()
    {
    }

    /**
     * What keeps a value, not null, from being one of the type; null when nothing does. A type that is not known here
     * has no values that could be wrong.
     *
     * @param bool $floating for an Edm.Decimal whose scale is floating
     * @return array{Rule, string}|null
     */
    public static function check(string $type, mixed $value, bool $floating = false): ?array
    {
        if (isset(self::INTEGERS[$type])) {
            return self::checkInteger($type, $value);
        }
        switch ($type) {
            case 'Edm.Decimal':
                return self::checkDecimal($value, $floating);
            case 'Edm.Double':
            case 'Edm.Single':
                return self::checkFloat($type, $value);
            case 'Edm.Boolean':
                return is_bool($value) ? null : [Rule::WrongType, 'true or false is expected'];
            case 'Edm.PrimitiveType':
                $isStructured = is_array($value) || $value instanceof stdClass;
                return $isStructured ? [Rule::WrongType, 'a primitive value is expected'] : null;
            case 'Edm.Untyped':
                return null;
        }
        if (str_starts_with($type, 'Edm.Geography') || str_starts_with($type, 'Edm.Geometry')) {
            $problem = Spatial::problem($type, $value);
            $rule = $value instanceof stdClass ? Rule::Format : Rule::WrongType;
            return $problem === null ? null : [$rule, $problem];
        }
        if (!is_string($value)) {
            return [Rule::WrongType, "text is expected for {$type}"];
        }
        $problem = self::textProblem($type, $value);
        return $problem === null ? null : [Rule::Format, $problem];
    }

    /** The number that a JSON number is, exactly; null for anything else. */
    public static function exact(mixed $value): ?Decimal
    {
        try {
            return match (true) {
                is_int($value) => Decimal::of($value),
                is_float($value) => Decimal::ofFloat($value),
                $value instanceof JsonNumber => Decimal::of($value->digits),
                default => null,
            };
        } catch (NotOfType) {
            return null;
        }
    }

    /**
     * Where a valid value stands in the order of its type, or null where there is no such order: numbers stand for
     * themselves, durations and times of day for their seconds, dates for their day, points in time for the seconds.
     */
    public static function order(string $type, mixed $value): ?Decimal
    {
        if (in_array($type, self::TEMPORAL, true)) {
            return is_string($value) ? Temporal::order($type, $value) : null;
        }
        if (!is_string($value)) {
            return self::exact($value);
        }
        if (in_array($value, self::SPECIAL, true)) {
            return $value === 'NaN' ? null : Decimal::of($value);
        }
        if (!isset(self::INTEGERS[$type]) && !in_array($type, self::NUMBERS, true)) {
            return null;
        }
        try {
            return Decimal::of($value);
        } catch (NotOfType) {
            return null;
        }
    }

    /** @return array{Rule, string}|null */
    private static function checkInteger(string $type, mixed $value): ?array
    {
        if (is_string($value)) {
            if ($type !== 'Edm.Int64') {
                return [Rule::WrongType, "a whole number is expected for {$type}"];
            }
            if (preg_match(self::INTEGER, $value) !== 1) {
                return [Rule::Format, 'the text is no whole number'];
            }
            $number = Decimal::of($value);
        } else {
            $number = self::exact($value);
            if ($number === null || !$number->isWhole()) {
                return [Rule::WrongType, "a whole number is expected for {$type}"];
            }
        }
        [$low, $high] = self::INTEGERS[$type];
        $fits = $number->compare(Decimal::of($low)) >= 0 && $number->compare(Decimal::of($high)) <= 0;
        return $fits ? null : [Rule::OutOfRange, "{$type} goes from {$low} to {$high}"];
    }

    /** @return array{Rule, string}|null */
    private static function checkDecimal(mixed $value, bool $floating): ?array
    {
        if (is_string($value)) {
            if (in_array($value, self::SPECIAL, true)) {
                $problem = 'only a decimal with floating scale can be INF, -INF or NaN';
                return $floating ? null : [Rule::Format, $problem];
            }
            $isDecimal = preg_match(self::DECIMAL, $value) === 1;
            return $isDecimal ? null : [Rule::Format, 'the text is no decimal number'];
        }
        $number = self::exact($value);
        return $number?->isFinite ? null : [Rule::WrongType, 'a number is expected for Edm.Decimal'];
    }

    /** @return array{Rule, string}|null */
    private static function checkFloat(string $type, mixed $value): ?array
    {
        if (is_string($value) && in_array($value, self::SPECIAL, true)) {
            return null;
        }
        $number = self::exact($value);
        if (!$number?->isFinite) {
            return [Rule::WrongType, "a number is expected for {$type}, or INF, -INF or NaN"];
        }
        $most = Decimal::of($type === 'Edm.Single' ? self::MAX_SINGLE : self::MAX_DOUBLE);
        $isTooLarge = $number->abs()->compare($most) > 0;
        return $isTooLarge ? [Rule::OutOfRange, "the number is too large for {$type}"] : null;
    }

    private static function textProblem(string $type, string $text): ?string
    {
        return match ($type) {
            'Edm.Guid' => preg_match(self::GUID, $text) === 1 ? null : 'the text is no GUID',
            'Edm.Date' => Temporal::isDate($text) ? null : 'the text is no date as in 2026-01-31',
            'Edm.DateTimeOffset' => Temporal::isDateTimeOffset($text)
                ? null
                : 'the text is no date and time with offset as in 2026-01-31T12:00:00Z',
            'Edm.Duration' => Temporal::isDuration($text)
                ? null
                : 'the text is no duration in days, hours, minutes and seconds as in P1DT2H',
            'Edm.TimeOfDay' => Temporal::isTimeOfDay($text) ? null : 'the text is no time of day as in 12:00:00',
            'Edm.Binary' => Base64::decode($text) !== null ? null : 'the text is neither base64 nor base64url',
            default => null,
        };
    }
}
