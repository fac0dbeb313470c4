<?php

declare(strict_types=1);

namespace Shop\Generated\Models;

use Shop\Runtime\OpenEnum;

/** Values of the enumeration Kind. */
class Kind extends OpenEnum
{
    public const DOG = 'dog';
    public const CAT___CO = 'cat & co';
    public const X = '';
}
