<?php

declare(strict_types=1);

namespace Hostile\Generated\Builders;

use Hostile\Runtime\ServiceBuilder;

/** The service root. */
class RootRequestBuilder extends ServiceBuilder
{
    public function things(): ThingCollectionRequestBuilder
    {
        return new ThingCollectionRequestBuilder($this->place->child('/things'));
    }
}
