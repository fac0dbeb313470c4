<?php

declare(strict_types=1);

namespace Hostile\Generated\Models;

use Hostile\Runtime\CollectionPage;

/** One page of a collection of Hostile.Thing. */
class ThingCollectionResponse extends CollectionPage
{
    public const SCHEMA = [
        'name' => '',
        'properties' => ['value' => ['type' => 'Hostile.Thing', 'collection' => true, 'nullable' => false]],
    ];

    /** @return list<Thing|null>|null */
    public function getValue(): ?array
    {
        return $this->readModels('value', Thing::class);
    }

    /** @param array<Thing|null>|null $value */
    public function setValue(?array $value): void
    {
        $this->writeModels('value', $value, Thing::class);
    }
}
