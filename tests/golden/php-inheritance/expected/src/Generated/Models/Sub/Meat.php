<?php

declare(strict_types=1);

namespace Zoo\Generated\Models\Sub;

/** The complex type Zoo.Sub.Meat. */
class Meat extends Food
{
    public const SCHEMA = [
        'name' => 'Zoo.Sub.Meat',
        'saysType' => true,
        'properties' => ['grams' => ['type' => 'Edm.Int32']],
    ];

    public function getGrams(): ?int
    {
        return $this->readInteger('grams');
    }

    public function setGrams(?int $value): void
    {
        $this->write('grams', $value);
    }
}
