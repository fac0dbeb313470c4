<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime;

/** Literals of dates and times (OData ABNF 4.01), and where they stand in the order of time. */
final class Temporal
{
    private const DATE = '/\A(-?)([0-9]{4}|[1-9][0-9]{4,5})-([0-9]{2})-([0-9]{2})\z/';
    private const TIME = '/\A([01][0-9]|2[0-3]):([0-5][0-9])(:([0-5][0-9])(\.([0-9]{1,12}))?)?\z/';
    private const OFFSET = '/\A(.+?)([zZ]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])\z/s';
    private const DURATION = '/\A([+-]?)P(?=[0-9T])(?:([0-9]{1,15})D)?'
        . '(?:T(?=[0-9])(?:([0-9]{1,15})H)?(?:([0-9]{1,15})M)?(?:([0-9]{1,15})(?:\.([0-9]{1,15}))?S)?)?\z/';

    private function __construct()
    {
    }

    public static function isDate(string $text): bool
    {
        $match = [];
        if (preg_match(self::DATE, $text, $match) !== 1) {
            return false;
        }
        // The calendar repeats every 400 years.
        $year = (int) $match[2] * ($match[1] === '-' ? -1 : 1);
        return checkdate((int) $match[3], (int) $match[4], 2000 + (($year % 400) + 400) % 400);
    }

    public static function isTimeOfDay(string $text): bool
    {
        return preg_match(self::TIME, $text) === 1;
    }

    public static function isDateTimeOffset(string $text): bool
    {
        $parts = self::momentParts($text);
        return $parts !== null && self::isDate($parts[0]) && self::isTimeOfDay($parts[1]);
    }

    public static function isDuration(string $text): bool
    {
        return self::durationParts($text) !== null;
    }

    /** @return array{0: string, 1: string, 2: string}|null day, time and offset, not checked */
    private static function momentParts(string $text): ?array
    {
        $match = [];
        if (preg_match(self::OFFSET, $text, $match) !== 1) {
            return null;
        }
        $both = explode('T', str_replace('t', 'T', $match[1]), 2);
        return count($both) === 2 ? [$both[0], $both[1], $match[2]] : null;
    }

    /** @return array<string, string>|null the sign, and the digits of days, hours, minutes, seconds and fraction */
    public static function durationParts(string $text): ?array
    {
        $match = [];
        if (preg_match(self::DURATION, $text, $match) !== 1) {
            return null;
        }
        return [
            'sign' => $match[1],
            'days' => $match[2] ?? '',
            'hours' => $match[3] ?? '',
            'minutes' => $match[4] ?? '',
            'seconds' => $match[5] ?? '',
            'fraction' => $match[6] ?? '',
        ];
    }

    /** The point in time; a fraction beyond microseconds is cut, which the text on the wire keeps. */
    public static function moment(string $text): ?\DateTimeImmutable
    {
        if (!self::isDateTimeOffset($text)) {
            return self::leapSecond($text);
        }
        [$day, $time, $offset] = (array) self::momentParts($text);
        [$whole, $fraction] = [...explode('.', $time, 2), ''];
        $whole = strlen($whole) === 5 ? "{$whole}:00" : $whole;
        $fraction = str_pad(substr($fraction, 0, 6), 6, '0');
        $made = \DateTimeImmutable::createFromFormat('X-m-d\TH:i:s.uP', "{$day}T{$whole}.{$fraction}{$offset}");
        return $made === false ? null : $made;
    }

    /** A leap second (RFC 3339, section 5.6) is the second after :59. */
    private static function leapSecond(string $text): ?\DateTimeImmutable
    {
        if (substr($text, 16, 3) !== ':60') {
            return null;
        }
        return self::moment(substr_replace($text, ':59', 16, 3))?->modify('+1 second');
    }

    /**
     * Where a valid literal stands: dates by their day, the others by seconds; null for what is no such literal.
     */
    public static function order(string $type, string $text): ?Decimal
    {
        switch ($type) {
            case 'Edm.Date':
                return self::isDate($text) ? Decimal::of(self::dayNumber($text)) : null;
            case 'Edm.TimeOfDay':
                return self::isTimeOfDay($text) ? self::seconds(self::secondOfDay($text), self::fraction($text)) : null;
            case 'Edm.Duration':
                return self::isDuration($text) ? self::durationSeconds($text) : null;
            case 'Edm.DateTimeOffset':
                if (!self::isDateTimeOffset($text)) {
                    return null;
                }
                [$day, $time, $offset] = (array) self::momentParts($text);
                $whole = 86400 * self::dayNumber($day) + self::secondOfDay($time);
                if (strlen($offset) > 1) {
                    $shift = self::secondOfDay(substr($offset, 1));
                    $whole += $offset[0] === '+' ? -$shift : $shift;
                }
                return self::seconds($whole, self::fraction($time));
        }
        return null;
    }

    public static function durationSeconds(string $text): Decimal
    {
        $part = self::durationParts($text) ?? throw new NotOfType('a duration (ISO 8601)');
        $whole = self::sum(
            self::times($part['days'], 86400),
            self::times($part['hours'], 3600),
            self::times($part['minutes'], 60),
            $part['seconds']
        );
        return Decimal::of(($part['sign'] === '-' ? '-' : '') . "{$whole}.{$part['fraction']}0");
    }

    /** How many digits the fraction of a valid literal's seconds has, trailing zeros aside. */
    public static function fractionDigits(string $type, string $text): int
    {
        return $type === 'Edm.Date' ? 0 : strlen(rtrim(self::fraction($text), '0'));
    }

    private static function fraction(string $text): string
    {
        $match = [];
        return preg_match('/\.([0-9]+)/', $text, $match) === 1 ? $match[1] : '';
    }

    private static function dayNumber(string $text): int
    {
        $match = [];
        preg_match(self::DATE, $text, $match);
        $year = (int) $match[2] * ($match[1] === '-' ? -1 : 1);
        $within = (($year % 400) + 400) % 400;
        $day = (int) floor(gmmktime(0, 0, 0, (int) $match[3], (int) $match[4], 2000 + $within) / 86400);
        return intdiv($year - $within, 400) * 146097 + $day;
    }

    private static function secondOfDay(string $text): int
    {
        $match = [];
        preg_match(self::TIME, $text, $match);
        return 3600 * (int) $match[1] + 60 * (int) $match[2] + (int) ($match[4] ?? 0);
    }

    private static function seconds(int $whole, string $fraction): Decimal
    {
        $digits = rtrim($fraction, '0');
        if ($whole >= 0 || $digits === '') {
            return Decimal::of("{$whole}.{$digits}0");
        }
        // -5 seconds and 0.25 of the next one are -4.75.
        $complement = str_pad((string) (10 ** strlen($digits) - (int) $digits), strlen($digits), '0', STR_PAD_LEFT);
        return Decimal::of('-' . (-$whole - 1) . ".{$complement}");
    }

    /** A number of up to 15 digits times a small one, as digits; nothing overflows. */
    private static function times(string $digits, int $factor): string
    {
        $high = (int) substr($digits, 0, -9) * $factor;
        $low = (int) substr($digits, -9) * $factor;
        $high += intdiv($low, 1_000_000_000);
        return $high . str_pad((string) ($low % 1_000_000_000), 9, '0', STR_PAD_LEFT);
    }

    private static function sum(string ...$numbers): string
    {
        $high = 0;
        $low = 0;
        foreach ($numbers as $digits) {
            $high += (int) substr($digits, 0, -9);
            $low += (int) substr($digits, -9);
        }
        $high += intdiv($low, 1_000_000_000);
        return $high . str_pad((string) ($low % 1_000_000_000), 9, '0', STR_PAD_LEFT);
    }
}
