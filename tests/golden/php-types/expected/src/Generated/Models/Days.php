<?php

declare(strict_types=1);

namespace Shop\Generated\Models;

use Shop\Runtime\FlagsEnum;

/** Flags of the enumeration Shop.Catalog.Days. */
class Days extends FlagsEnum
{
    public const MONDAY = 'monday';
    public const TUESDAY = 'tuesday';
}
