<?php

declare(strict_types=1);

namespace Ops\Generated\Models;

use Ops\Runtime\CollectionPage;

/** One page of a collection of Ops.Order. */
class OrderCollectionResponse extends CollectionPage
{
    public const SCHEMA = [
        'name' => '',
        'properties' => ['value' => ['type' => 'Ops.Order', 'collection' => true, 'nullable' => false]],
    ];

    /** @return list<Order|null>|null */
    public function getValue(): ?array
    {
        return $this->readModels('value', Order::class);
    }

    /** @param array<Order|null>|null $value */
    public function setValue(?array $value): void
    {
        $this->writeModels('value', $value, Order::class);
    }
}
