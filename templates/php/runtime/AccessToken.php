<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

/** A bearer token and when it expires, in seconds since 1970; never shown. */
final class AccessToken
{
    public function __construct(
        #[\SensitiveParameter] private readonly string $token,
        public readonly int $expiresOn,
    ) {
    }

    public function token(): string
    {
        return $this->token;
    }

    /** @return array<string, mixed> */
    public function __debugInfo(): array
    {
        return ['token' => '***', 'expiresOn' => $this->expiresOn];
    }

    public function __serialize(): never
    {
        throw new \LogicException('a token is not to be stored');
    }
}
