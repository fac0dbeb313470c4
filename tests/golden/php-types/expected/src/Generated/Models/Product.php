<?php

declare(strict_types=1);

namespace Shop\Generated\Models;

use Psr\Http\Message\StreamInterface;
use Shop\Runtime\Date;
use Shop\Runtime\Decimal;
use Shop\Runtime\Duration;
use Shop\Runtime\Model;
use Shop\Runtime\Time;

/** The entity type Shop.Catalog.Product. */
class Product extends Model
{
    public const SCHEMA = [
        'name' => 'Shop.Catalog.Product',
        'entity' => true,
        'properties' => [
            'ID' => ['type' => 'Edm.Guid', 'nullable' => false],
            'Name' => ['type' => 'Edm.String', 'nullable' => false, 'maxLength' => 40, 'expectedOnCreate' => true],
            'Barcode' => ['type' => 'Edm.Binary', 'maxLength' => 12],
            'Big' => ['type' => 'Edm.Int64'],
            'Small' => ['type' => 'Edm.SByte'],
            'Price' => ['type' => 'Edm.Decimal', 'precision' => 10, 'scale' => 2],
            'Net' => ['type' => 'Edm.Decimal', 'precision' => 8, 'scale' => 3],
            'Released' => ['type' => 'Edm.Date'],
            'OpensAt' => ['type' => 'Edm.TimeOfDay'],
            'Changed' => ['type' => 'Edm.DateTimeOffset', 'precision' => 7],
            'Warranty' => ['type' => 'Edm.Duration'],
            'Origin' => ['type' => 'Edm.GeographyPoint'],
            'Anything' => ['type' => 'Edm.Untyped'],
            'Picture' => ['type' => 'Edm.Stream'],
            'Color' => ['type' => 'Shop.Catalog.Color'],
            'Days' => ['type' => 'Shop.Catalog.Days', 'flags' => true],
            'Size' => ['type' => 'Shop.Catalog.Size'],
            'Sizes' => ['type' => 'Shop.Catalog.Size', 'collection' => true, 'nullable' => false],
            'Tags' => ['type' => 'Edm.String', 'collection' => true, 'nullable' => false],
            'Dates' => ['type' => 'Edm.Date', 'collection' => true],
        ],
    ];

    public function getId(): ?string
    {
        return $this->readPrimitive('ID', 'Edm.Guid');
    }

    public function setId(?string $value): void
    {
        $this->writePrimitive('ID', 'Edm.Guid', $value);
    }

    public function getName(): ?string
    {
        return $this->readString('Name');
    }

    public function setName(?string $value): void
    {
        $this->write('Name', $value);
    }

    public function getBarcode(): ?StreamInterface
    {
        return $this->readPrimitive('Barcode', 'Edm.Binary');
    }

    public function setBarcode(StreamInterface|string|null $value): void
    {
        $this->writePrimitive('Barcode', 'Edm.Binary', $value);
    }

    public function getBig(): ?int
    {
        return $this->readInteger('Big');
    }

    public function setBig(?int $value): void
    {
        $this->write('Big', $value);
    }

    public function getSmall(): ?int
    {
        return $this->readInteger('Small');
    }

    public function setSmall(?int $value): void
    {
        $this->write('Small', $value);
    }

    public function getPrice(): ?Decimal
    {
        return $this->readPrimitive('Price', 'Edm.Decimal');
    }

    public function setPrice(Decimal|int|float|string|null $value): void
    {
        $this->writePrimitive('Price', 'Edm.Decimal', $value);
    }

    public function getNet(): ?Decimal
    {
        return $this->readPrimitive('Net', 'Edm.Decimal');
    }

    public function setNet(Decimal|int|float|string|null $value): void
    {
        $this->writePrimitive('Net', 'Edm.Decimal', $value);
    }

    public function getReleased(): ?Date
    {
        return $this->readPrimitive('Released', 'Edm.Date');
    }

    public function setReleased(\Stringable|\DateTimeInterface|string|null $value): void
    {
        $this->writePrimitive('Released', 'Edm.Date', $value);
    }

    public function getOpensAt(): ?Time
    {
        return $this->readPrimitive('OpensAt', 'Edm.TimeOfDay');
    }

    public function setOpensAt(\Stringable|\DateTimeInterface|string|null $value): void
    {
        $this->writePrimitive('OpensAt', 'Edm.TimeOfDay', $value);
    }

    public function getChanged(): ?\DateTimeImmutable
    {
        return $this->readPrimitive('Changed', 'Edm.DateTimeOffset');
    }

    public function setChanged(\DateTimeInterface|string|null $value): void
    {
        $this->writePrimitive('Changed', 'Edm.DateTimeOffset', $value);
    }

    public function getWarranty(): ?Duration
    {
        return $this->readPrimitive('Warranty', 'Edm.Duration');
    }

    public function setWarranty(\DateInterval|string|null $value): void
    {
        $this->writePrimitive('Warranty', 'Edm.Duration', $value);
    }

    public function getOrigin(): ?\stdClass
    {
        return $this->readPrimitive('Origin', 'Edm.GeographyPoint');
    }

    public function setOrigin(\stdClass|array|null $value): void
    {
        $this->writePrimitive('Origin', 'Edm.GeographyPoint', $value);
    }

    public function getAnything(): mixed
    {
        return $this->readPrimitive('Anything', 'Edm.Untyped');
    }

    public function setAnything(mixed $value): void
    {
        $this->writePrimitive('Anything', 'Edm.Untyped', $value);
    }

    public function getPicture(): ?StreamInterface
    {
        return $this->readPrimitive('Picture', 'Edm.Stream');
    }

    public function setPicture(StreamInterface|string|null $value): void
    {
        $this->writePrimitive('Picture', 'Edm.Stream', $value);
    }

    public function getColor(): ?Color
    {
        return $this->readEnum('Color', Color::class);
    }

    public function setColor(Color|string|null $value): void
    {
        $this->writeEnum('Color', $value);
    }

    public function getDays(): ?Days
    {
        return $this->readEnum('Days', Days::class);
    }

    public function setDays(Days|string|null $value): void
    {
        $this->writeEnum('Days', $value);
    }

    public function getSize(): ?Size
    {
        return $this->readModel('Size', Size::class);
    }

    public function setSize(?Size $value): void
    {
        $this->writeModel('Size', $value);
    }

    /** @return list<Size|null>|null */
    public function getSizes(): ?array
    {
        return $this->readModels('Sizes', Size::class);
    }

    /** @param array<Size|null>|null $value */
    public function setSizes(?array $value): void
    {
        $this->writeModels('Sizes', $value, Size::class);
    }

    /** @return list<string|null>|null */
    public function getTags(): ?array
    {
        return $this->readList('Tags', 'Edm.String');
    }

    /** @param array<string|null>|null $value */
    public function setTags(?array $value): void
    {
        $this->writeList('Tags', 'Edm.String', $value);
    }

    /** @return list<Date|null>|null */
    public function getDates(): ?array
    {
        return $this->readList('Dates', 'Edm.Date');
    }

    /** @param array<\Stringable|\DateTimeInterface|string|null>|null $value */
    public function setDates(?array $value): void
    {
        $this->writeList('Dates', 'Edm.Date', $value);
    }
}
