<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

/** A user's name and password (RFC 7617); the password is never shown. */
final class Basic
{
    /** @throws ConfigurationError for a name with a colon, which would end it */
    public function __construct(public readonly string $user, #[\SensitiveParameter] private readonly string $password)
    {
        if (str_contains($user, ':')) {
            throw new ConfigurationError('the name of a user has no colon');
        }
    }

    public function encoded(): string
    {
        return base64_encode("{$this->user}:{$this->password}");
    }

    /** @return array<string, mixed> */
    public function __debugInfo(): array
    {
        return ['user' => $this->user, 'password' => '***'];
    }

    public function __serialize(): never
    {
        throw new \LogicException('a password is not to be stored');
    }
}
