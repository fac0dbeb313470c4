<?php

declare(strict_types=1);

namespace Odd\Generated\Models;

use Odd\Runtime\CollectionPage;

/** One page of a collection of Odd.Names.class. */
class ClassCollectionResponse extends CollectionPage
{
    public const SCHEMA = [
        'name' => '',
        'properties' => ['value' => ['type' => 'Odd.Names.class', 'collection' => true, 'nullable' => false]],
    ];

    /** @return list<EscapedClass|null>|null */
    public function getValue(): ?array
    {
        return $this->readModels('value', EscapedClass::class);
    }

    /** @param array<EscapedClass|null>|null $value */
    public function setValue(?array $value): void
    {
        $this->writeModels('value', $value, EscapedClass::class);
    }
}
