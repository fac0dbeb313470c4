<?php

declare(strict_types=1);

namespace Ops\Generated\Builders;

use Ops\Runtime\Date;
use Ops\Runtime\Model;

/** What is sent to Ops.archive. */
class OrderArchivePostRequestBody extends Model
{
    public const SCHEMA = [
        'name' => '',
        'body' => true,
        'properties' => ['before' => ['type' => 'Edm.Date', 'nullable' => false, 'requiredOnCreate' => true]],
    ];

    public function getBefore(): ?Date
    {
        return $this->readPrimitive('before', 'Edm.Date');
    }

    public function setBefore(\Stringable|\DateTimeInterface|string|null $value): void
    {
        $this->writePrimitive('before', 'Edm.Date', $value);
    }
}
