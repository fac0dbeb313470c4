<?php

declare(strict_types=1);

namespace Shop\Generated\Builders;

use Shop\Runtime\ServiceBuilder;

/** What lies at /. */
class RootRequestBuilder extends ServiceBuilder
{
    public function pets(): PetsRequestBuilder
    {
        return new PetsRequestBuilder($this->place);
    }

    public function news(): NewsRequestBuilder
    {
        return new NewsRequestBuilder($this->place);
    }
}
