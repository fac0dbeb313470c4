<?php

declare(strict_types=1);

namespace Microsoft\Graph\Generated\Models;

use Microsoft\Graph\Runtime\CollectionPage;

/** One page of a collection of microsoft.graph.identityApiConnector. */
class IdentityApiConnectorCollectionResponse extends CollectionPage
{
    public const SCHEMA = [
        'name' => '',
        'properties' => [
            'value' => ['type' => 'microsoft.graph.identityApiConnector', 'collection' => true, 'nullable' => false],
        ],
    ];

    /** @return list<IdentityApiConnector|null>|null */
    public function getValue(): ?array
    {
        return $this->readModels('value', IdentityApiConnector::class);
    }

    /** @param array<IdentityApiConnector|null>|null $value */
    public function setValue(?array $value): void
    {
        $this->writeModels('value', $value, IdentityApiConnector::class);
    }
}
