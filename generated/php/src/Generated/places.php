<?php

declare(strict_types=1);

use Microsoft\Graph\Generated\Builders\RootRequestBuilder;
use Microsoft\Graph\Runtime\Places;

Places::register('Microsoft\\Graph', RootRequestBuilder::class);
