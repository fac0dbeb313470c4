<?php

declare(strict_types=1);

namespace Microsoft\Graph\Generated\Models;

use Microsoft\Graph\Runtime\Model;

/** What has an identity of its own in the directory. */
class Entity extends Model
{
    public const SCHEMA = [
        'name' => 'microsoft.graph.entity',
        'entity' => true,
        'abstract' => true,
        'properties' => [
            'id' => ['type' => 'Edm.String', 'nullable' => false, 'insertable' => false, 'updatable' => false],
        ],
    ];

    /** The identifier, made by the service when the object is created. */
    public function getId(): ?string
    {
        return $this->readString('id');
    }

    public function setId(?string $value): void
    {
        $this->write('id', $value);
    }
}
