<?php

declare(strict_types=1);

namespace Shop\Generated\Models;

use Shop\Runtime\OpenEnum;

/** Values of the enumeration Shop.Catalog.Nothing. */
class Nothing extends OpenEnum
{
}
