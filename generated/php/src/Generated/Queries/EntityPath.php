<?php

declare(strict_types=1);

namespace Microsoft\Graph\Generated\Queries;

use Microsoft\Graph\Runtime\Query;

/**
 * Paths of microsoft.graph.entity.
 *
 * @property-read Query\Text $id
 */
class EntityPath extends Query\ObjectPath
{
    protected const TYPE = 'microsoft.graph.entity';
}
