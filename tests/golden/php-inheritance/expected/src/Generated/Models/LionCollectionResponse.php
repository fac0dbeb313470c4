<?php

declare(strict_types=1);

namespace Zoo\Generated\Models;

use Zoo\Runtime\CollectionPage;

/** One page of a collection of Zoo.Lion. */
class LionCollectionResponse extends CollectionPage
{
    public const SCHEMA = [
        'name' => '',
        'properties' => ['value' => ['type' => 'Zoo.Lion', 'collection' => true, 'nullable' => false]],
    ];

    /** @return list<Lion|null>|null */
    public function getValue(): ?array
    {
        return $this->readModels('value', Lion::class);
    }

    /** @param array<Lion|null>|null $value */
    public function setValue(?array $value): void
    {
        $this->writeModels('value', $value, Lion::class);
    }
}
