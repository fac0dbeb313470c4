<?php

declare(strict_types=1);

namespace Ops\Generated\Queries;

use Ops\Runtime\Query;

/**
 * Paths of Ops.Order.
 *
 * @property-read Query\Number $id
 * @property-read Query\Number $total
 * @property-read Query\CollectionPath<LinePath> $lines
 */
class OrderPath extends Query\ObjectPath
{
    protected const TYPE = 'Ops.Order';
}
