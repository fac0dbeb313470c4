<?php

declare(strict_types=1);

namespace Ops\Generated;

use Ops\Runtime\Dialect;

/** Classes by schema name, namespaces by alias. Made by Edmund; the next generation replaces it. */
final class Types
{
    public const CLASSES = [
        'Ops.Order' => Models\Order::class,
        'Ops.Line' => Models\Line::class,
    ];
    public const ALIASES = [
        'o' => 'Ops',
    ];
    /** Whether a member of an enumeration in a URL says its type: `Shop.Color'Red'`. */
    public const QUALIFIED_ENUMERATIONS = false;

    /** What the service speaks, where that is no version from 4.0 on. */
    public static function older(): ?Dialect
    {
        return null;
    }
}
