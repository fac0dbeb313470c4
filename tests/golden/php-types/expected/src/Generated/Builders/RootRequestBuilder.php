<?php

declare(strict_types=1);

namespace Shop\Generated\Builders;

use Shop\Runtime\ServiceBuilder;

/** The service root. */
class RootRequestBuilder extends ServiceBuilder
{
    public function products(): ProductCollectionRequestBuilder
    {
        return new ProductCollectionRequestBuilder($this->place->child('/Products'));
    }
}
