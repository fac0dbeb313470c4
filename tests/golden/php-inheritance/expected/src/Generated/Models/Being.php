<?php

declare(strict_types=1);

namespace Zoo\Generated\Models;

use Zoo\Runtime\Model;

/** Abstract entity type Zoo.Being. */
class Being extends Model
{
    public const SCHEMA = [
        'name' => 'Zoo.Being',
        'entity' => true,
        'abstract' => true,
        'properties' => ['id' => ['type' => 'Edm.String', 'nullable' => false]],
    ];

    public function getId(): ?string
    {
        return $this->readString('id');
    }

    public function setId(?string $value): void
    {
        $this->write('id', $value);
    }
}
