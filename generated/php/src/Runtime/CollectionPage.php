<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime;

/** One page of a collection; its items are the `value` of the derived class (OData JSON Format 4.01, section 13). */
abstract class CollectionPage extends Model
{
    public const SCHEMA = [
        'name' => '',
        'properties' => [
            '@odata.count' => ['type' => 'Edm.Int64'],
            '@odata.nextLink' => ['type' => 'Edm.String'],
            '@odata.deltaLink' => ['type' => 'Edm.String'],
        ],
    ];

    /** How many items the whole collection has, where the request asked for it. */
    final public function getOdataCount(): ?int
    {
        return $this->readInteger('@odata.count');
    }

    final public function setOdataCount(?int $value): void
    {
        $this->write('@odata.count', $value);
    }

    /** Where the next page is; null on the last one. */
    final public function getOdataNextLink(): ?string
    {
        return $this->readString('@odata.nextLink');
    }

    final public function setOdataNextLink(?string $value): void
    {
        $this->write('@odata.nextLink', $value);
    }

    /** Where to ask later for what has changed; on the last page of a delta query. */
    final public function getOdataDeltaLink(): ?string
    {
        return $this->readString('@odata.deltaLink');
    }

    final public function setOdataDeltaLink(?string $value): void
    {
        $this->write('@odata.deltaLink', $value);
    }
}
