<?php

declare(strict_types=1);

namespace Hostile\Generated;

use Hostile\Runtime\Dialect;

/** Classes by schema name, namespaces by alias. Made by Edmund; the next generation replaces it. */
final class Types
{
    public const CLASSES = [
        'Hostile.Thing' => Models\Thing::class,
    ];
    public const ALIASES = [];
    /** Whether a member of an enumeration in a URL says its type: `Shop.Color'Red'`. */
    public const QUALIFIED_ENUMERATIONS = true;

    /** What the service speaks, where that is no version from 4.0 on. */
    public static function older(): ?Dialect
    {
        return null;
    }
}
