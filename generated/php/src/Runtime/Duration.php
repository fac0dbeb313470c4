<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime;

/**
 * A length of time in days, hours, minutes and seconds, `-P1DT2H3M4.5S` (Edm.Duration).
 *
 * PHP's own interval, which keeps six digits of a second's fraction; the text has all of them.
 */
final class Duration extends \DateInterval implements \Stringable
{
    private string $text;

    /** @throws NotOfType for text that is no duration; weeks, months and years have no fixed length */
    public function __construct(string $text)
    {
        $part = Temporal::durationParts($text) ?? throw new NotOfType('a duration (ISO 8601)');
        parent::__construct('PT0S');
        $this->text = $text;
        $this->d = (int) $part['days'];
        $this->h = (int) $part['hours'];
        $this->i = (int) $part['minutes'];
        $this->s = (int) $part['seconds'];
        $this->f = (float) "0.{$part['fraction']}";
        $this->invert = $part['sign'] === '-' ? 1 : 0;
    }

    /**
     * @throws NotOfType for an interval with years or months that was not made by subtracting dates
     */
    public static function from(\DateInterval $interval): self
    {
        if ($interval instanceof self) {
            return $interval;
        }
        $days = $interval->days !== false ? $interval->days : $interval->d;
        if ($interval->days === false && ($interval->y !== 0 || $interval->m !== 0)) {
            throw new NotOfType('a duration without years and months, which have no fixed length');
        }
        $fraction = rtrim(substr(sprintf('%.6F', abs($interval->f)), 2), '0');
        $clock = ($interval->h !== 0 ? "{$interval->h}H" : '') . ($interval->i !== 0 ? "{$interval->i}M" : '');
        if ($fraction !== '') {
            $clock .= "{$interval->s}.{$fraction}S";
        } elseif ($interval->s !== 0 || ($clock === '' && $days === 0)) {
            $clock .= "{$interval->s}S";
        }
        $sign = $interval->invert === 1 ? '-' : '';
        return new self("{$sign}P" . ($days !== 0 ? "{$days}D" : '') . ($clock !== '' ? "T{$clock}" : ''));
    }

    /** The whole length in seconds as a decimal number, such as `-3600.25`. */
    public function totalSeconds(): Decimal
    {
        return Temporal::durationSeconds($this->text);
    }

    public function __toString(): string
    {
        return $this->text;
    }
}
