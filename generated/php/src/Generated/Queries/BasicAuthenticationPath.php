<?php

declare(strict_types=1);

namespace Microsoft\Graph\Generated\Queries;

use Microsoft\Graph\Runtime\Query;

/**
 * Paths of microsoft.graph.basicAuthentication.
 *
 * @property-read Query\Text $password
 * @property-read Query\Text $username
 */
class BasicAuthenticationPath extends ApiAuthenticationConfigurationBasePath
{
    protected const TYPE = 'microsoft.graph.basicAuthentication';
}
