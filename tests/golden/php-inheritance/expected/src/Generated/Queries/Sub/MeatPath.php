<?php

declare(strict_types=1);

namespace Zoo\Generated\Queries\Sub;

use Zoo\Runtime\Query;

/**
 * Paths of Zoo.Sub.Meat.
 *
 * @property-read Query\Number $grams
 */
class MeatPath extends FoodPath
{
    protected const TYPE = 'Zoo.Sub.Meat';
}
