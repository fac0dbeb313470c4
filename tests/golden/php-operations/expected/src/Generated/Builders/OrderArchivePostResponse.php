<?php

declare(strict_types=1);

namespace Ops\Generated\Builders;

use Ops\Generated\Models\Order;
use Ops\Runtime\CollectionPage;

/** What is answered by Ops.archive. */
class OrderArchivePostResponse extends CollectionPage
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
