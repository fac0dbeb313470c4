<?php

declare(strict_types=1);

namespace Microsoft\Graph\Generated\Queries;

use Microsoft\Graph\Runtime\Query;

/**
 * Paths of microsoft.graph.identityContainer.
 *
 * @property-read Query\CollectionPath<IdentityApiConnectorPath> $apiConnectors
 */
class IdentityContainerPath extends EntityPath
{
    protected const TYPE = 'microsoft.graph.identityContainer';
}
