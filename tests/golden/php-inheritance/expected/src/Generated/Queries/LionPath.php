<?php

declare(strict_types=1);

namespace Zoo\Generated\Queries;

use Zoo\Generated\Queries\Sub\FoodPath;
use Zoo\Runtime\Query;

/**
 * Paths of Zoo.Lion.
 *
 * @property-read FoodPath $food
 */
class LionPath extends AnimalPath
{
    protected const TYPE = 'Zoo.Lion';
}
