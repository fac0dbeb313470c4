<?php

declare(strict_types=1);

namespace Zoo\Generated\Queries;

use Zoo\Runtime\Query;

/**
 * Paths of Zoo.Animal.
 *
 * @property-read Query\Text $name
 * @property-read AnimalPath $parent
 * @property-read Query\CollectionPath<AnimalPath> $children
 */
class AnimalPath extends BeingPath
{
    protected const TYPE = 'Zoo.Animal';
}
