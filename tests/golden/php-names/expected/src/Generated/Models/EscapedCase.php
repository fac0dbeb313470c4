<?php

declare(strict_types=1);

namespace Odd\Generated\Models;

use Odd\Runtime\OpenEnum;

/** Values of the enumeration Odd.Names.case. */
class EscapedCase extends OpenEnum
{
    public const IMPORT = 'import';
    public const NAME = 'name';
    public const VALUE = 'value';
    public const MRO = 'mro';
    public const NONE = 'None';
}
