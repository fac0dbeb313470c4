<?php

declare(strict_types=1);

namespace Odd\Generated\Models;

use Odd\Runtime\Model;

/** The entity type Odd.Names.class. */
class EscapedClass extends Model
{
    public const SCHEMA = [
        'name' => 'Odd.Names.class',
        'entity' => true,
        'properties' => [
            'import' => ['type' => 'Edm.String', 'nullable' => false],
            '__class__' => ['type' => 'Edm.String'],
            'list' => ['type' => 'Edm.String', 'collection' => true],
            'str' => ['type' => 'Edm.String'],
            'validate' => ['type' => 'Edm.String'],
            '_data' => ['type' => 'Edm.String'],
            'Größe' => ['type' => 'Edm.Int32'],
            'HTTPServerID2' => ['type' => 'Edm.String'],
            'property' => ['type' => 'Edm.String'],
            'get' => ['type' => 'Odd.Names.class', 'collection' => true, 'nullable' => false, 'navigation' => true],
            'async' => ['type' => 'Odd.Names.class', 'navigation' => true],
        ],
    ];

    public function getImport(): ?string
    {
        return $this->readString('import');
    }

    public function setImport(?string $value): void
    {
        $this->write('import', $value);
    }

    public function getClass(): ?string
    {
        return $this->readString('__class__');
    }

    public function setClass(?string $value): void
    {
        $this->write('__class__', $value);
    }

    /** @return list<string|null>|null */
    public function getList(): ?array
    {
        return $this->readList('list', 'Edm.String');
    }

    /** @param array<string|null>|null $value */
    public function setList(?array $value): void
    {
        $this->writeList('list', 'Edm.String', $value);
    }

    public function getStr(): ?string
    {
        return $this->readString('str');
    }

    public function setStr(?string $value): void
    {
        $this->write('str', $value);
    }

    public function getValidate(): ?string
    {
        return $this->readString('validate');
    }

    public function setValidate(?string $value): void
    {
        $this->write('validate', $value);
    }

    public function getData(): ?string
    {
        return $this->readString('_data');
    }

    public function setData(?string $value): void
    {
        $this->write('_data', $value);
    }

    public function getGroUDFe(): ?int
    {
        return $this->readInteger('Größe');
    }

    public function setGroUDFe(?int $value): void
    {
        $this->write('Größe', $value);
    }

    public function getHttpServerId2(): ?string
    {
        return $this->readString('HTTPServerID2');
    }

    public function setHttpServerId2(?string $value): void
    {
        $this->write('HTTPServerID2', $value);
    }

    public function getProperty(): ?string
    {
        return $this->readString('property');
    }

    public function setProperty(?string $value): void
    {
        $this->write('property', $value);
    }

    /** @return list<EscapedClass|null>|null */
    public function getGet(): ?array
    {
        return $this->readModels('get', EscapedClass::class);
    }

    /** @param array<EscapedClass|null>|null $value */
    public function setGet(?array $value): void
    {
        $this->writeModels('get', $value, EscapedClass::class);
    }

    public function getAsync(): ?EscapedClass
    {
        return $this->readModel('async', EscapedClass::class);
    }

    public function setAsync(?EscapedClass $value): void
    {
        $this->writeModel('async', $value);
    }
}
