<?php

declare(strict_types=1);

namespace Hostile\Generated\Models;

use Hostile\Runtime\Model;

/** ends in a backslash \ */
class Thing extends Model
{
    public const SCHEMA = [
        'name' => 'Hostile.Thing',
        'entity' => true,
        'properties' => [
            'id' => ['type' => 'Edm.String', 'nullable' => false],
            'a' => [
                'type' => 'Edm.String',
                'pattern' =>
                    '5 2 0 9 11 1114111 1 92 92 1 120 120 1 34 34 1 39 39 7 8 2 9 1 -1 0 0 0 1 0 2 2 0 3 0 4 1',
            ],
            'b' => ['type' => 'Edm.String'],
            'c' => ['type' => 'Edm.String'],
        ],
    ];

    /** ends in a quote" */
    public function getId(): ?string
    {
        return $this->readString('id');
    }

    public function setId(?string $value): void
    {
        $this->write('id', $value);
    }

    /**
     * * / phpinfo(); / * ? >
     * \@ deprecated // phpcs :ignoreFile
     * ${phpinfo()} \
     */
    public function getA(): ?string
    {
        return $this->readString('a');
    }

    public function setA(?string $value): void
    {
        $this->write('a', $value);
    }

    /** {{ 7 * 7 }} {% raw %} \u{202e}bidi\u{200b}zero */
    public function getB(): ?string
    {
        return $this->readString('b');
    }

    public function setB(?string $value): void
    {
        $this->write('b', $value);
    }

    /**
     * < ?php @ phpstan -ignore-next-line
     * { @ see x}
     */
    public function getC(): ?string
    {
        return $this->readString('c');
    }

    public function setC(?string $value): void
    {
        $this->write('c', $value);
    }
}
