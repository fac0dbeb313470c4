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

    /** Before 4.0 it is an object with the text and its language. */
    public function getMessage(): ?string
    {
        $found = $this->json->message ?? null;
        $text = $found instanceof stdClass ? $found->value ?? null : $found;
        return is_string($text) ? $text : null;
    }

    public function getTarget(): ?string
    {
        return $this->text('target');
    }

    /** @return list<ErrorDetails>|null */
    public function getDetails(): ?array
    {
        // SAP's services of OData 2.0 have them inside.
        $found = $this->json->details ?? $this->json->innererror->errordetails ?? null;
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
