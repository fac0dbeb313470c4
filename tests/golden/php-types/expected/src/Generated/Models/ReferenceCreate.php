<?php

declare(strict_types=1);

namespace Shop\Generated\Models;

use Shop\Runtime\Model;

/** A reference to add: the URL of an object that exists (OData JSON Format 4.01, section 14). */
class ReferenceCreate extends Model
{
    public const SCHEMA = [
        'name' => '',
        'properties' => ['@odata.id' => ['type' => 'Edm.String', 'isUrl' => true]],
    ];

    public function getOdataId(): ?string
    {
        return $this->readString('@odata.id');
    }

    public function setOdataId(?string $value): void
    {
        $this->write('@odata.id', $value);
    }
}
