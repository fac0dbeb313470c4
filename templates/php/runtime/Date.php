<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

/** A day of the calendar, `2026-01-31` (Edm.Date). */
final class Date implements \JsonSerializable, \Stringable
{
    private readonly string $text;

    /** @throws NotOfType for text that is no date */
    public function __construct(string $text)
    {
        if (!Temporal::isDate($text)) {
            throw new NotOfType('a date');
        }
        $this->text = $text;
    }

    public static function from(\DateTimeInterface $moment): self
    {
        return new self($moment->format('Y-m-d'));
    }

    /** Midnight of the day in UTC. */
    public function toDateTime(): \DateTimeImmutable
    {
        return new \DateTimeImmutable("{$this->text}T00:00:00Z");
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
