<?php

declare(strict_types=1);

use Zoo\Generated\Builders\RootRequestBuilder;
use Zoo\Runtime\Places;

Places::register('Zoo', RootRequestBuilder::class);
