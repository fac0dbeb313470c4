<?php

declare(strict_types=1);

use Ops\Generated\Builders\RootRequestBuilder;
use Ops\Runtime\Places;

Places::register('Ops', RootRequestBuilder::class);
