<?php

declare(strict_types=1);

namespace Shop\Generated\Models;

/** The type Dog. */
class Dog extends Pet
{
    public const SCHEMA = [
        'name' => 'Dog',
        'said' => ['kind' => 'dog'],
        'open' => true,
        'properties' => ['tricks' => ['list' => ['type' => 'Edm.String']], 'friend' => ['type' => 'Pet']],
    ];

    /** @return list<string|null>|null */
    public function getTricks(): ?array
    {
        return $this->read('tricks');
    }

    /** @param array<string|null>|null $value */
    public function setTricks(?array $value): void
    {
        $this->write('tricks', $value);
    }

    public function getFriend(): ?Pet
    {
        return $this->read('friend');
    }

    public function setFriend(?Pet $value): void
    {
        $this->write('friend', $value);
    }
}
