<?php

declare(strict_types=1);

namespace Ops\Generated\Builders;

use Ops\Runtime\Model;

/** What is answered by Ops.version. */
class VersionGetResponse extends Model
{
    public const SCHEMA = ['name' => '', 'properties' => ['value' => ['type' => 'Edm.String', 'nullable' => false]]];

    public function getValue(): ?string
    {
        return $this->readString('value');
    }

    public function setValue(?string $value): void
    {
        $this->write('value', $value);
    }
}
