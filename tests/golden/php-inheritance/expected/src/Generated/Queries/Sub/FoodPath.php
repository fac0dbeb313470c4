<?php

declare(strict_types=1);

namespace Zoo\Generated\Queries\Sub;

use Zoo\Runtime\Query;

/**
 * Paths of Zoo.Sub.Food.
 *
 * @property-read Query\Text $name
 */
class FoodPath extends Query\ObjectPath
{
    protected const TYPE = 'Zoo.Sub.Food';
}
