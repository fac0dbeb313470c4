<?php

declare(strict_types=1);

namespace Shop\Generated\Models;

use Shop\Runtime\CollectionPage;

/** One page of a collection of Shop.Catalog.Size. */
class SizeCollectionResponse extends CollectionPage
{
    public const SCHEMA = [
        'name' => '',
        'properties' => ['value' => ['type' => 'Shop.Catalog.Size', 'collection' => true, 'nullable' => false]],
    ];

    /** @return list<Size|null>|null */
    public function getValue(): ?array
    {
        return $this->readModels('value', Size::class);
    }

    /** @param array<Size|null>|null $value */
    public function setValue(?array $value): void
    {
        $this->writeModels('value', $value, Size::class);
    }
}
