<?php

declare(strict_types=1);

namespace Shop\Generated\Models\ODataErrors;

/** One of an error's details. */
final class ErrorDetails extends ErrorPart
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
}
