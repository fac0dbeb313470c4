<?php

declare(strict_types=1);

namespace Microsoft\Graph\Generated\Models;

/** The entry point of identity features. */
class IdentityContainer extends Entity
{
    public const SCHEMA = [
        'name' => 'microsoft.graph.identityContainer',
        'entity' => true,
        'properties' => [
            'apiConnectors' => [
                'type' => 'microsoft.graph.identityApiConnector',
                'collection' => true,
                'nullable' => false,
                'navigation' => true,
            ],
        ],
    ];

    /**
     * The API connectors of the tenant.
     *
     * @return list<IdentityApiConnector|null>|null
     */
    public function getApiConnectors(): ?array
    {
        return $this->readModels('apiConnectors', IdentityApiConnector::class);
    }

    /** @param array<IdentityApiConnector|null>|null $value */
    public function setApiConnectors(?array $value): void
    {
        $this->writeModels('apiConnectors', $value, IdentityApiConnector::class);
    }
}
