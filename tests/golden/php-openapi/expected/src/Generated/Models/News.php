<?php

declare(strict_types=1);

namespace Shop\Generated\Models;

use Shop\Runtime\Model;

/** The type News. */
class News extends Model
{
    public const SCHEMA = ['name' => 'News', 'open' => true, 'properties' => ['data' => ['type' => 'Edm.String']]];

    public function getData(): ?string
    {
        return $this->read('data');
    }

    public function setData(?string $value): void
    {
        $this->write('data', $value);
    }
}
