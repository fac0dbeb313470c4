<?php

declare(strict_types=1);

namespace Zoo\Generated\Models;

use Zoo\Runtime\CollectionPage;

/** One page of a collection of Zoo.Animal. */
class AnimalCollectionResponse extends CollectionPage
{
    public const SCHEMA = [
        'name' => '',
        'properties' => ['value' => ['type' => 'Zoo.Animal', 'collection' => true, 'nullable' => false]],
    ];

    /** @return list<Animal|null>|null */
    public function getValue(): ?array
    {
        return $this->readModels('value', Animal::class);
    }

    /** @param array<Animal|null>|null $value */
    public function setValue(?array $value): void
    {
        $this->writeModels('value', $value, Animal::class);
    }
}
