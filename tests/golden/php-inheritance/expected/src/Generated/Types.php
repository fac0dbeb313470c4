<?php

declare(strict_types=1);

namespace Zoo\Generated;

use Zoo\Runtime\Dialect;

/** Classes by schema name, namespaces by alias. Made by Edmund; the next generation replaces it. */
final class Types
{
    public const CLASSES = [
        'Zoo.Being' => Models\Being::class,
        'Zoo.Animal' => Models\Animal::class,
        'Zoo.Lion' => Models\Lion::class,
        'Zoo.Sub.Food' => Models\Sub\Food::class,
        'Zoo.Sub.Meat' => Models\Sub\Meat::class,
    ];
    public const ALIASES = [];
    /** Whether a member of an enumeration in a URL says its type: `Shop.Color'Red'`. */
    public const QUALIFIED_ENUMERATIONS = false;

    /** What the service speaks, where that is no version from 4.0 on. */
    public static function older(): ?Dialect
    {
        return null;
    }
}
