<?php

declare(strict_types=1);

namespace Shop\Generated\Queries;

use Shop\Runtime\Query;

/**
 * Paths of Shop.Catalog.Size.
 *
 * @property-read Query\Number $width
 * @property-read Query\Number $height
 */
class SizePath extends Query\ObjectPath
{
    protected const TYPE = 'Shop.Catalog.Size';
}
