<?php

declare(strict_types=1);

namespace Shop\Generated\Models;

use Shop\Runtime\Model;

/** The type Problem. */
class Problem extends Model
{
    public const SCHEMA = [
        'name' => 'Problem',
        'open' => true,
        'additional' => ['type' => 'Edm.Int64'],
        'properties' => ['message' => ['type' => 'Edm.String', 'nullable' => true]],
    ];

    public function getMessage(): ?string
    {
        return $this->read('message');
    }

    public function setMessage(?string $value): void
    {
        $this->write('message', $value);
    }
}
