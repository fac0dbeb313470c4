<?php

declare(strict_types=1);

namespace Odd\Generated\Models\ODataErrors;

use stdClass;

/** The error itself. */
final class MainError extends ErrorPart
{
    public function getCode(): ?string
    {
        return $this->text('code');
    }

    public function getMessage(): ?string
    {
        return $this->text('message');
    }

    public function getTarget(): ?string
    {
        return $this->text('target');
    }

    /** @return list<ErrorDetails>|null */
    public function getDetails(): ?array
    {
        $found = $this->json->details ?? null;
        if (!is_array($found)) {
            return null;
        }
        $objects = array_filter($found, static fn (mixed $item): bool => $item instanceof stdClass);
        return array_map(static fn (stdClass $item): ErrorDetails => new ErrorDetails($item), array_values($objects));
    }

    public function getInnerError(): ?InnerError
    {
        $found = $this->json->innerError ?? $this->json->innererror ?? null;
        return $found instanceof stdClass ? new InnerError($found) : null;
    }
}
