<?php

declare(strict_types=1);

namespace Ops\Generated\Models;

use Ops\Runtime\CollectionPage;

/** One page of a collection of Ops.Line. */
class LineCollectionResponse extends CollectionPage
{
    public const SCHEMA = [
        'name' => '',
        'properties' => ['value' => ['type' => 'Ops.Line', 'collection' => true, 'nullable' => false]],
    ];

    /** @return list<Line|null>|null */
    public function getValue(): ?array
    {
        return $this->readModels('value', Line::class);
    }

    /** @param array<Line|null>|null $value */
    public function setValue(?array $value): void
    {
        $this->writeModels('value', $value, Line::class);
    }
}
