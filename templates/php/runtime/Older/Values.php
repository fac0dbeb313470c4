<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime\Older;

use EdmundRuntime\Runtime\Base64;
use EdmundRuntime\Runtime\Date;
use EdmundRuntime\Runtime\JsonNumber;
use EdmundRuntime\Runtime\Temporal;
use EdmundRuntime\Runtime\UnexpectedAnswer;
use EdmundRuntime\Runtime\Url;

/**
 * Values as OData 1 to 3 write them: literals of URLs ([MS-ODATA], 2.2.2) and verbose JSON (2.2.6.3).
 *
 * `wire` is the name that the older version has for a type: `Edm.DateTime` for a moment without an offset, `Edm.Time`
 * for a duration.
 */
final class Values
{
    /** Types that 4.01 has under another name. */
    private const NAMES = ['Edm.DateTime' => 'Edm.DateTimeOffset', 'Edm.Time' => 'Edm.Duration'];
    private const TICKS = '~\A/Date\((-?[0-9]{1,17})([+-][0-9]{1,4})?\)/\z~';
    private const LOCAL = '/\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?\z/';
    private const NUMBER = '/\A-?(0|[1-9][0-9]{0,39})(\.[0-9]{1,40})?([eE][+-]?[0-9]{1,4})?\z/';
    private const DURATION = '/\APT(?:([0-9]{1,6})H)?(?:([0-9]{1,6})M)?(?:([0-9]{1,6})(\.[0-9]+)?S)?\z/';
    private const SUFFIXES = ['Edm.Int64' => 'L', 'Edm.Decimal' => 'M', 'Edm.Double' => 'd', 'Edm.Single' => 'f'];
    private const NO_NUMBERS = ['INF', '-INF', 'NaN'];
    /** The seconds from 1970 to the first and the last year that four digits have. */
    private const FIRST = -62_135_596_800;
    private const LAST = 253_402_300_799;
    private const DAY = 86_400;

    private function __construct()
    {
    }

    /**
     * The literal of a value, not percent-encoded: what stands before its quote, its text, and the quote, if any.
     *
     * @return array{string, string, string}
     * @throws \InvalidArgumentException for a value that is none of the type
     */
    public static function literal(mixed $value, string $wire): array
    {
        $text = $value instanceof Date ? "{$value}T00:00:00Z" : Url::plain($value, '');
        if ($wire === 'Edm.DateTime' && Temporal::isDate($text)) {
            $text .= 'T00:00:00Z';
        }
        $text = Url::plain($text, self::NAMES[$wire] ?? $wire);
        return match ($wire) {
            'Edm.String' => ['', str_replace("'", "''", $text), "'"],
            'Edm.DateTime' => ['datetime', self::local($text), "'"],
            'Edm.DateTimeOffset' => ['datetimeoffset', $text, "'"],
            'Edm.Time', 'Edm.Duration' => ['time', self::timeOfDay($text), "'"],
            'Edm.Guid' => ['guid', $text, "'"],
            'Edm.Binary' => ['X', strtoupper(bin2hex(Base64::decode($text) ?? '')), "'"],
            default => ['', $text . (in_array($text, self::NO_NUMBERS, true) ? '' : self::SUFFIXES[$wire] ?? ''), ''],
        };
    }

    /** The same as one text. */
    public static function literalText(mixed $value, string $wire): string
    {
        [$prefix, $text, $quote] = self::literal($value, $wire);
        return $prefix . $quote . $text . $quote;
    }

    /** A JSON value of 4.01 as the older version has it. */
    public static function sent(mixed $value, string $wire, Version $version): mixed
    {
        if ($wire === 'Edm.Int64' || $wire === 'Edm.Decimal') {
            return is_int($value) || is_float($value) || $value instanceof JsonNumber ? self::digits($value) : $value;
        }
        if (!is_string($value)) {
            return $value;
        }
        if ($wire === 'Edm.DateTime' || $wire === 'Edm.DateTimeOffset') {
            if ($version->hasTimesAsText()) {
                return $wire === 'Edm.DateTime' ? self::local($value) : $value;
            }
            return self::ticks($value, $wire === 'Edm.DateTimeOffset');
        }
        if ($wire === 'Edm.Time' || $wire === 'Edm.Duration') {
            return self::timeOfDay($value);
        }
        $bytes = $wire === 'Edm.Binary' ? Base64::decode($value) : null;
        return $bytes === null ? $value : base64_encode($bytes);
    }

    /**
     * A JSON value of the older version as 4.01 has it. What is none of the type stays as it is: reading the property
     * says so.
     *
     * @param string $type its type in 4.01
     * @throws UnexpectedAnswer for a moment that no calendar has
     */
    public static function answered(mixed $value, string $type, string $wire): mixed
    {
        if (!is_string($value)) {
            return $value;
        }
        if (isset(self::SUFFIXES[$wire])) {
            return self::number($value, $wire);
        }
        if ($wire !== 'Edm.DateTime' && $wire !== 'Edm.DateTimeOffset') {
            return $value;
        }
        $match = [];
        if (preg_match(self::TICKS, $value, $match) === 1) {
            $value = self::moment((int) $match[1], (int) ($match[2] ?? 0));
        } elseif (preg_match(self::LOCAL, $value) === 1) {
            $value .= 'Z';
        }
        return $type === 'Edm.Date' ? substr($value, 0, 10) : $value;
    }

    private static function digits(int|float|JsonNumber $value): string
    {
        return $value instanceof JsonNumber ? $value->digits : (string) json_encode($value);
    }

    /** A number that stands as text: with the suffix of a literal, or without. */
    private static function number(string $text, string $wire): mixed
    {
        $hasSuffix = strcasecmp(substr($text, -1), self::SUFFIXES[$wire]) === 0;
        $plain = $hasSuffix ? substr($text, 0, -1) : $text;
        if ($wire === 'Edm.Int64') {
            $number = filter_var($plain, FILTER_VALIDATE_INT);
            return $number === false ? $text : $number;
        }
        return preg_match(self::NUMBER, $plain) === 1 ? new JsonNumber($plain) : $text;
    }

    /** The moment at which a clock of that offset shows the ticks: what .NET, Olingo and datajs mean by them. */
    private static function moment(int $milliseconds, int $minutes): string
    {
        $fraction = (($milliseconds % 1000) + 1000) % 1000;
        $seconds = intdiv($milliseconds - $fraction, 1000);
        if ($seconds < self::FIRST || $seconds > self::LAST || abs($minutes) >= 1440) {
            throw new UnexpectedAnswer('the service answered a time that no calendar has');
        }
        $text = gmdate('Y-m-d\TH:i:s', $seconds) . ($fraction === 0 ? '' : sprintf('.%03d', $fraction));
        $size = abs($minutes);
        $sign = $minutes < 0 ? '-' : '+';
        return $text . ($minutes === 0 ? 'Z' : sprintf('%s%02d:%02d', $sign, intdiv($size, 60), $size % 60));
    }

    /** The moment that a text of 4.01 stands for; of a date its beginning. */
    private static function read(string $text): ?\DateTimeImmutable
    {
        return Temporal::moment(Temporal::isDate($text) ? "{$text}T00:00:00Z" : $text);
    }

    /** A moment without its offset, in universal time. */
    private static function local(string $text): string
    {
        $moment = self::read($text)?->setTimezone(new \DateTimeZone('UTC'));
        if ($moment === null) {
            return $text;
        }
        return rtrim(rtrim($moment->format('Y-m-d\TH:i:s.u'), '0'), '.');
    }

    private static function ticks(string $text, bool $withOffset): string
    {
        $moment = self::read($text);
        if ($moment === null) {
            return $text;
        }
        $minutes = $withOffset ? intdiv($moment->getOffset(), 60) : 0;
        $milliseconds = ($moment->getTimestamp() + $minutes * 60) * 1000 + (int) $moment->format('v');
        return "/Date({$milliseconds}" . ($withOffset ? sprintf('%+05d', $minutes) : '') . ')/';
    }

    /** A duration of less than a day with all its parts: services of SAP take no other form. */
    private static function timeOfDay(string $text): string
    {
        $match = [];
        if (preg_match(self::DURATION, $text, $match) !== 1) {
            return $text;
        }
        $total = (int) ($match[1] ?? 0) * 3600 + (int) ($match[2] ?? 0) * 60 + (int) ($match[3] ?? 0);
        if ($total >= self::DAY) {
            return $text;
        }
        return gmdate('\P\TH\Hi\Ms', $total) . ($match[4] ?? '') . 'S';
    }
}
