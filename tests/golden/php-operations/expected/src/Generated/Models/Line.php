<?php

declare(strict_types=1);

namespace Ops\Generated\Models;

use Ops\Runtime\Model;

/** The entity type Ops.Line. */
class Line extends Model
{
    public const SCHEMA = [
        'name' => 'Ops.Line',
        'entity' => true,
        'properties' => [
            'order' => ['type' => 'Edm.Int32', 'nullable' => false],
            'number' => ['type' => 'Edm.Int32', 'nullable' => false],
        ],
    ];

    public function getOrder(): ?int
    {
        return $this->readInteger('order');
    }

    public function setOrder(?int $value): void
    {
        $this->write('order', $value);
    }

    public function getNumber(): ?int
    {
        return $this->readInteger('number');
    }

    public function setNumber(?int $value): void
    {
        $this->write('number', $value);
    }
}
