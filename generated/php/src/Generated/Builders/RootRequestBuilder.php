<?php

declare(strict_types=1);

namespace Microsoft\Graph\Generated\Builders;

use Microsoft\Graph\Runtime\ServiceBuilder;

/** The service root. */
class RootRequestBuilder extends ServiceBuilder
{
    /** Identity features of the tenant. */
    public function identity(): IdentityContainerRequestBuilder
    {
        return new IdentityContainerRequestBuilder($this->place->child('/identity'));
    }
}
