<?php

declare(strict_types=1);

namespace Zoo\Generated\Models;

/** Abstract entity type Zoo.Animal. */
class Animal extends Being
{
    public const SCHEMA = [
        'name' => 'Zoo.Animal',
        'entity' => true,
        'abstract' => true,
        'open' => true,
        'saysType' => true,
        'properties' => [
            'name' => ['type' => 'Edm.String'],
            'parent' => ['type' => 'Zoo.Animal', 'navigation' => true],
            'children' => ['type' => 'Zoo.Animal', 'collection' => true, 'nullable' => false, 'navigation' => true],
        ],
    ];

    public function getName(): ?string
    {
        return $this->readString('name');
    }

    public function setName(?string $value): void
    {
        $this->write('name', $value);
    }

    public function getParent(): ?Animal
    {
        return $this->readModel('parent', Animal::class);
    }

    public function setParent(?Animal $value): void
    {
        $this->writeModel('parent', $value);
    }

    /** @return list<Animal|null>|null */
    public function getChildren(): ?array
    {
        return $this->readModels('children', Animal::class);
    }

    /** @param array<Animal|null>|null $value */
    public function setChildren(?array $value): void
    {
        $this->writeModels('children', $value, Animal::class);
    }
}
