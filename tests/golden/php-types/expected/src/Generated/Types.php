<?php

declare(strict_types=1);

namespace Shop\Generated;

use Shop\Runtime\Dialect;

/** Classes by schema name, namespaces by alias. Made by Edmund; the next generation replaces it. */
final class Types
{
    public const CLASSES = [
        'Shop.Catalog.Color' => Models\Color::class,
        'Shop.Catalog.Nothing' => Models\Nothing::class,
        'Shop.Catalog.Days' => Models\Days::class,
        'Shop.Catalog.Size' => Models\Size::class,
        'Shop.Catalog.Product' => Models\Product::class,
    ];
    public const ALIASES = [
        'self' => 'Shop.Catalog',
    ];
    /** Whether a member of an enumeration in a URL says its type: `Shop.Color'Red'`. */
    public const QUALIFIED_ENUMERATIONS = false;

    /** What the service speaks, where that is no version from 4.0 on. */
    public static function older(): ?Dialect
    {
        return null;
    }
}
