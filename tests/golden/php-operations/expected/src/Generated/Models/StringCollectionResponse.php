<?php

declare(strict_types=1);

namespace Ops\Generated\Models;

use Ops\Runtime\Model;
use stdClass;

/** A page of references (OData JSON Format 4.01, section 14). */
class StringCollectionResponse extends Model
{
    public const SCHEMA = [
        'name' => '',
        'properties' => [
            '@odata.nextLink' => ['type' => 'Edm.String'],
            '@odata.count' => ['type' => 'Edm.Int64'],
            'value' => ['type' => 'Edm.Untyped', 'collection' => true],
        ],
    ];

    public function getOdataNextLink(): ?string
    {
        return $this->readString('@odata.nextLink');
    }

    public function getOdataCount(): ?int
    {
        return $this->readInteger('@odata.count');
    }

    /** @return list<string>|null the URLs of the objects referred to */
    public function getValue(): ?array
    {
        $found = $this->json->value ?? null;
        if (!is_array($found)) {
            return null;
        }
        $url = static fn (mixed $item): mixed => $item instanceof stdClass ? ($item->{'@odata.id'} ?? null) : $item;
        return array_values(array_filter(array_map($url, $found), is_string(...)));
    }
}
