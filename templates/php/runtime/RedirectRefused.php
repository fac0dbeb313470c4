<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

/** A redirect that the client does not follow; no credential is sent there. */
final class RedirectRefused extends UnexpectedAnswer
{
    /** @param string $location the URL as the service gave it; what to do with it is the caller's decision */
    public function __construct(string $message, public readonly string $location)
    {
        parent::__construct($message);
    }
}
