<?php

declare(strict_types=1);

namespace Zoo\Generated\Models\Sub;

use Zoo\Runtime\Model;

/** Abstract complex type Zoo.Sub.Food. */
class Food extends Model
{
    public const SCHEMA = [
        'name' => 'Zoo.Sub.Food',
        'abstract' => true,
        'properties' => ['name' => ['type' => 'Edm.String']],
    ];

    public function getName(): ?string
    {
        return $this->readString('name');
    }

    public function setName(?string $value): void
    {
        $this->write('name', $value);
    }
}
