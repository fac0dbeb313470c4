<?php

declare(strict_types=1);

namespace Hostile\Generated\Queries;

use Hostile\Runtime\Query;

/**
 * Paths of Hostile.Thing.
 *
 * @property-read Query\Text $id
 * @property-read Query\Text $a
 * @property-read Query\Text $b
 * @property-read Query\Text $c
 */
class ThingPath extends Query\ObjectPath
{
    protected const TYPE = 'Hostile.Thing';
}
