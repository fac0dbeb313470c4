<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime;

/** A time of day without a zone, `12:00:00.5` (Edm.TimeOfDay); keeps all digits of its fraction. */
final class Time implements \JsonSerializable, \Stringable
{
    private readonly string $text;

    /** @throws NotOfType for text that is no time of day */
    public function __construct(string $text)
    {
        if (!Temporal::isTimeOfDay($text)) {
            throw new NotOfType('a time of day');
        }
        $this->text = $text;
    }

    /** Without a fraction where there is none: services that know seconds alone take no other form. */
    public static function from(\DateTimeInterface $moment): self
    {
        $fraction = rtrim($moment->format('u'), '0');
        return new self($moment->format('H:i:s') . ($fraction === '' ? '' : ".{$fraction}"));
    }

    public function __toString(): string
    {
        return $this->text;
    }

    public function jsonSerialize(): string
    {
        return $this->text;
    }
}
