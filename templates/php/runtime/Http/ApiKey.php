<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

/** A key that is sent with each request, where the service wants it; never shown. */
final class ApiKey
{
    public function __construct(#[\SensitiveParameter] private readonly string $value)
    {
    }

    public function value(): string
    {
        return $this->value;
    }

    /** @return array<string, mixed> */
    public function __debugInfo(): array
    {
        return ['value' => '***'];
    }

    public function __serialize(): never
    {
        throw new \LogicException('a key is not to be stored');
    }
}
