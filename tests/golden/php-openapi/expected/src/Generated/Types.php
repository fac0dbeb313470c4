<?php

declare(strict_types=1);

namespace Shop\Generated;

/** Classes by schema name, namespaces by alias. Made by Edmund; the next generation replaces it. */
final class Types
{
    public const CLASSES = [
        'Kind' => Models\Kind::class,
        'Pet' => Models\Pet::class,
        'Dog' => Models\Dog::class,
        'Problem' => Models\Problem::class,
        'News' => Models\News::class,
        'Pet_chip' => Models\PetChip::class,
        'PetsItemPhotosPostRequestBody' => Models\PetsItemPhotosPostRequestBody::class,
    ];
    public const ALIASES = [];
}
