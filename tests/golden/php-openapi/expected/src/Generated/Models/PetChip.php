<?php

declare(strict_types=1);

namespace Shop\Generated\Models;

use Shop\Runtime\Union;

/** The union Pet_chip. */
class PetChip extends Union
{
    public const SCHEMA = [
        'name' => 'Pet_chip',
        'variants' => [
            ['shape' => ['type' => 'Edm.Int64'], 'kinds' => ['number']],
            ['shape' => ['type' => 'Edm.String'], 'kinds' => ['string']],
        ],
    ];

    /** The union of a value of Int64. */
    public static function ofInt64(int $value): static
    {
        $made = new static();
        $made->write(0, $value);
        return $made;
    }

    /** Null where the value is of another type. */
    public function getInt64(): ?int
    {
        return $this->read(0);
    }

    public function setInt64(int $value): void
    {
        $this->write(0, $value);
    }

    /** The union of a value of String. */
    public static function ofString(string $value): static
    {
        $made = new static();
        $made->write(1, $value);
        return $made;
    }

    /** Null where the value is of another type. */
    public function getString(): ?string
    {
        return $this->read(1);
    }

    public function setString(string $value): void
    {
        $this->write(1, $value);
    }
}
