<?php

declare(strict_types=1);

namespace Odd\Generated\Builders;

use Odd\Runtime\ServiceBuilder;

/** The service root. */
class RootRequestBuilder extends ServiceBuilder
{
    public function from(): ClassCollectionRequestBuilder
    {
        return new ClassCollectionRequestBuilder($this->place->child('/from'));
    }
}
