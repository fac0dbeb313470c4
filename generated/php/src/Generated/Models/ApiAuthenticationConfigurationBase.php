<?php

declare(strict_types=1);

namespace Microsoft\Graph\Generated\Models;

use Microsoft\Graph\Runtime\Model;

/** What every way of authenticating to an API endpoint has in common. */
class ApiAuthenticationConfigurationBase extends Model
{
    public const SCHEMA = [
        'name' => 'microsoft.graph.apiAuthenticationConfigurationBase',
        'abstract' => true,
        'properties' => [],
    ];
}
