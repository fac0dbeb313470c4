<?php

declare(strict_types=1);

namespace Ops\Generated\Builders;

use Ops\Runtime\ServiceBuilder;

/** The service root. */
class RootRequestBuilder extends ServiceBuilder
{
    public function orders(): OrdersCollectionRequestBuilder
    {
        return new OrdersCollectionRequestBuilder($this->place->child('/orders'));
    }

    public function reset(): ResetRequestBuilder
    {
        return new ResetRequestBuilder($this->place->child('/reset'));
    }

    public function version(): VersionRequestBuilder
    {
        return new VersionRequestBuilder($this->place->invoked('version'));
    }
}
