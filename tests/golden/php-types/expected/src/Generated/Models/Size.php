<?php

declare(strict_types=1);

namespace Shop\Generated\Models;

use Shop\Runtime\Model;

/** The complex type Shop.Catalog.Size. */
class Size extends Model
{
    public const SCHEMA = [
        'name' => 'Shop.Catalog.Size',
        'properties' => [
            'Width' => ['type' => 'Edm.Double', 'nullable' => false, 'expectedOnCreate' => true],
            'Height' => ['type' => 'Edm.Double'],
        ],
    ];

    public function getWidth(): ?float
    {
        return $this->readPrimitive('Width', 'Edm.Double');
    }

    public function setWidth(int|float|null $value): void
    {
        $this->writePrimitive('Width', 'Edm.Double', $value);
    }

    public function getHeight(): ?float
    {
        return $this->readPrimitive('Height', 'Edm.Double');
    }

    public function setHeight(int|float|null $value): void
    {
        $this->writePrimitive('Height', 'Edm.Double', $value);
    }
}
