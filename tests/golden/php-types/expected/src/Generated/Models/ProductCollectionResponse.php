<?php

declare(strict_types=1);

namespace Shop\Generated\Models;

use Shop\Runtime\CollectionPage;

/** One page of a collection of Shop.Catalog.Product. */
class ProductCollectionResponse extends CollectionPage
{
    public const SCHEMA = [
        'name' => '',
        'properties' => ['value' => ['type' => 'Shop.Catalog.Product', 'collection' => true, 'nullable' => false]],
    ];

    /** @return list<Product|null>|null */
    public function getValue(): ?array
    {
        return $this->readModels('value', Product::class);
    }

    /** @param array<Product|null>|null $value */
    public function setValue(?array $value): void
    {
        $this->writeModels('value', $value, Product::class);
    }
}
