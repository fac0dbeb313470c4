<?php

declare(strict_types=1);

namespace Ops\Generated\Models;

use Ops\Runtime\Decimal;
use Ops\Runtime\Model;

/** The entity type Ops.Order. */
class Order extends Model
{
    public const SCHEMA = [
        'name' => 'Ops.Order',
        'entity' => true,
        'properties' => [
            'id' => ['type' => 'Edm.Int32', 'nullable' => false],
            'total' => ['type' => 'Edm.Decimal', 'requiredOnCreate' => true],
            'lines' => ['type' => 'Ops.Line', 'collection' => true, 'nullable' => false, 'navigation' => true],
        ],
    ];

    public function getId(): ?int
    {
        return $this->readInteger('id');
    }

    public function setId(?int $value): void
    {
        $this->write('id', $value);
    }

    public function getTotal(): ?Decimal
    {
        return $this->readPrimitive('total', 'Edm.Decimal');
    }

    public function setTotal(Decimal|int|float|string|null $value): void
    {
        $this->writePrimitive('total', 'Edm.Decimal', $value);
    }

    /** @return list<Line|null>|null */
    public function getLines(): ?array
    {
        return $this->readModels('lines', Line::class);
    }

    /** @param array<Line|null>|null $value */
    public function setLines(?array $value): void
    {
        $this->writeModels('lines', $value, Line::class);
    }
}
