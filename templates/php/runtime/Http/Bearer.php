<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

/** A token that is there already (RFC 6750); for others, a Credential of one's own asks for them. */
final class Bearer implements Credential
{
    private const SECONDS = 86400;

    public function __construct(#[\SensitiveParameter] private readonly string $token)
    {
    }

    public function getToken(array $scopes): AccessToken
    {
        return new AccessToken($this->token, time() + self::SECONDS);
    }

    /** @return array<string, mixed> */
    public function __debugInfo(): array
    {
        return ['token' => '***'];
    }

    public function __serialize(): never
    {
        throw new \LogicException('a token is not to be stored');
    }
}
