<?php

declare(strict_types=1);

namespace Ops\Generated\Builders;

use Ops\Runtime\Model;

/** What is sent to Ops.cancel. */
class OrderCancelPostRequestBody extends Model
{
    public const SCHEMA = [
        'name' => '',
        'body' => true,
        'properties' => [
            'reason' => ['type' => 'Edm.String'],
            'notify' => ['type' => 'Edm.Boolean', 'nullable' => false, 'requiredOnCreate' => true],
        ],
    ];

    public function getReason(): ?string
    {
        return $this->readString('reason');
    }

    public function setReason(?string $value): void
    {
        $this->write('reason', $value);
    }

    public function getNotify(): ?bool
    {
        return $this->readBoolean('notify');
    }

    public function setNotify(?bool $value): void
    {
        $this->write('notify', $value);
    }
}
