<?php

declare(strict_types=1);

namespace Microsoft\Graph\Generated\Queries;

use Microsoft\Graph\Runtime\Query;

/**
 * Paths of microsoft.graph.identityApiConnector.
 *
 * @property-read ApiAuthenticationConfigurationBasePath $authenticationConfiguration
 * @property-read Query\Text $displayName
 * @property-read Query\Text $targetUrl
 */
class IdentityApiConnectorPath extends EntityPath
{
    protected const TYPE = 'microsoft.graph.identityApiConnector';
}
