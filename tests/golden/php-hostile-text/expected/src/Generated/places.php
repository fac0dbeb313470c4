<?php

declare(strict_types=1);

use Hostile\Generated\Builders\RootRequestBuilder;
use Hostile\Runtime\Places;

Places::register('Hostile', RootRequestBuilder::class);
