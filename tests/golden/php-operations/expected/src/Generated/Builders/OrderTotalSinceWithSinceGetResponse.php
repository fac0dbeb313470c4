<?php

declare(strict_types=1);

namespace Ops\Generated\Builders;

use Ops\Runtime\Decimal;
use Ops\Runtime\Model;

/** What is answered by Ops.totalSince. */
class OrderTotalSinceWithSinceGetResponse extends Model
{
    public const SCHEMA = ['name' => '', 'properties' => ['value' => ['type' => 'Edm.Decimal']]];

    public function getValue(): ?Decimal
    {
        return $this->readPrimitive('value', 'Edm.Decimal');
    }

    public function setValue(Decimal|int|float|string|null $value): void
    {
        $this->writePrimitive('value', 'Edm.Decimal', $value);
    }
}
