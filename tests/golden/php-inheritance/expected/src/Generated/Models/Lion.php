<?php

declare(strict_types=1);

namespace Zoo\Generated\Models;

use Zoo\Generated\Models\Sub\Food;

/** The entity type Zoo.Lion. */
class Lion extends Animal
{
    public const SCHEMA = [
        'name' => 'Zoo.Lion',
        'entity' => true,
        'open' => true,
        'saysType' => true,
        'properties' => ['food' => ['type' => 'Zoo.Sub.Food', 'nullable' => false, 'expectedOnCreate' => true]],
    ];

    public function getFood(): ?Food
    {
        return $this->readModel('food', Food::class);
    }

    public function setFood(?Food $value): void
    {
        $this->writeModel('food', $value);
    }
}
