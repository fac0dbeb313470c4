<?php

declare(strict_types=1);

namespace Ops\Generated\Queries;

use Ops\Runtime\Query;

/**
 * Paths of Ops.Line.
 *
 * @property-read Query\Number $order
 * @property-read Query\Number $number
 */
class LinePath extends Query\ObjectPath
{
    protected const TYPE = 'Ops.Line';
}
