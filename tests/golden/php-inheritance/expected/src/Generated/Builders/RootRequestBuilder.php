<?php

declare(strict_types=1);

namespace Zoo\Generated\Builders;

use Zoo\Runtime\ServiceBuilder;

/** The service root. */
class RootRequestBuilder extends ServiceBuilder
{
    public function animals(): AnimalCollectionRequestBuilder
    {
        return new AnimalCollectionRequestBuilder($this->place->child('/animals'));
    }

    public function king(): LionRequestBuilder
    {
        return new LionRequestBuilder($this->place->child('/king'));
    }
}
