<?php

declare(strict_types=1);

use Shop\Generated\Builders\RootRequestBuilder;
use Shop\Runtime\Places;

Places::register('Shop', RootRequestBuilder::class);
