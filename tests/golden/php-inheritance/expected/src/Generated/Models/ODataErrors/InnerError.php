<?php

declare(strict_types=1);

namespace Zoo\Generated\Models\ODataErrors;

/** What the service adds for its own support. */
final class InnerError extends ErrorPart
{
    public function getRequestId(): ?string
    {
        return $this->text('request-id');
    }

    public function getClientRequestId(): ?string
    {
        return $this->text('client-request-id');
    }

    public function getOdataType(): ?string
    {
        return $this->text('@odata.type');
    }

    /** When the error occurred; the service's text lies in the additional data. */
    public function getDate(): ?\DateTimeImmutable
    {
        $text = $this->text('date') ?? '';
        $found = preg_match('/\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/', $text) === 1 ? date_create_immutable($text) : false;
        return $found === false ? null : $found;
    }
}
