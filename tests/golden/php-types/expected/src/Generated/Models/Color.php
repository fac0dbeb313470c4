<?php

declare(strict_types=1);

namespace Shop\Generated\Models;

use Shop\Runtime\OpenEnum;

/** Values of the enumeration Shop.Catalog.Color. */
class Color extends OpenEnum
{
    public const RED = 'red';
    public const NONE = 'None';
}
