<?php

declare(strict_types=1);

namespace Zoo\Generated\Queries;

use Zoo\Runtime\Query;

/**
 * Paths of Zoo.Being.
 *
 * @property-read Query\Text $id
 */
class BeingPath extends Query\ObjectPath
{
    protected const TYPE = 'Zoo.Being';
}
