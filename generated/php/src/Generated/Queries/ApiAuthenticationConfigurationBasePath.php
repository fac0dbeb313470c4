<?php

declare(strict_types=1);

namespace Microsoft\Graph\Generated\Queries;

use Microsoft\Graph\Runtime\Query;

/** Paths of microsoft.graph.apiAuthenticationConfigurationBase. */
class ApiAuthenticationConfigurationBasePath extends Query\ObjectPath
{
    protected const TYPE = 'microsoft.graph.apiAuthenticationConfigurationBase';
}
