<?php

declare(strict_types=1);

namespace Shop\Generated\Models;

use Shop\Runtime\Date;
use Shop\Runtime\Decimal;
use Shop\Runtime\Model;

/** The type Pet. */
class Pet extends Model
{
    public const SCHEMA = [
        'name' => 'Pet',
        'discriminator' => ['property' => 'kind', 'mapping' => ['dog' => 'Dog', 'Pet' => 'Pet']],
        'said' => ['kind' => 'Pet'],
        'open' => true,
        'properties' => [
            'kind' => [
                'type' => 'Edm.String',
                'required' => true,
                'requiredOnCreate' => true,
                'requiredOnUpdate' => true,
            ],
            'name' => [
                'type' => 'Edm.String',
                'minLength' => 1,
                'required' => true,
                'requiredOnCreate' => true,
                'requiredOnUpdate' => true,
            ],
            'born' => ['type' => 'Edm.Date'],
            'price' => ['type' => 'Edm.Decimal'],
            'tags' => ['map' => ['type' => 'Edm.String']],
            'chip' => ['type' => 'Pet_chip'],
            'id' => ['type' => 'Edm.String', 'notInsertable' => true, 'notUpdatable' => true],
        ],
    ];

    public function getKind(): ?string
    {
        return $this->read('kind');
    }

    public function setKind(?string $value): void
    {
        $this->write('kind', $value);
    }

    /** What it is called * / ? > and @ nothing else. */
    public function getName(): ?string
    {
        return $this->read('name');
    }

    public function setName(?string $value): void
    {
        $this->write('name', $value);
    }

    public function getBorn(): ?Date
    {
        return $this->read('born');
    }

    public function setBorn(\Stringable|\DateTimeInterface|string|null $value): void
    {
        $this->write('born', $value);
    }

    public function getPrice(): ?Decimal
    {
        return $this->read('price');
    }

    public function setPrice(Decimal|int|float|string|null $value): void
    {
        $this->write('price', $value);
    }

    /** @return array<string|null>|null */
    public function getTags(): ?array
    {
        return $this->read('tags');
    }

    /** @param array<string|null>|null $value */
    public function setTags(?array $value): void
    {
        $this->write('tags', $value);
    }

    public function getChip(): ?PetChip
    {
        return $this->read('chip');
    }

    public function setChip(?PetChip $value): void
    {
        $this->write('chip', $value);
    }

    public function getId(): ?string
    {
        return $this->read('id');
    }

    public function setId(?string $value): void
    {
        $this->write('id', $value);
    }
}
