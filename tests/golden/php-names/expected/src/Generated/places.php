<?php

declare(strict_types=1);

use Odd\Generated\Builders\RootRequestBuilder;
use Odd\Runtime\Places;

Places::register('Odd', RootRequestBuilder::class);
