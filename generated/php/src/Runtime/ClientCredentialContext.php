<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime;

/** An application that asks for tokens in its own name, with a secret (RFC 6749, section 4.4). */
final class ClientCredentialContext implements TokenRequestContext
{
    public function __construct(
        private readonly string $tenantId,
        private readonly string $clientId,
        #[\SensitiveParameter] private readonly string $clientSecret,
    ) {
    }

    public function getParams(): array
    {
        return [
            'client_id' => $this->clientId,
            'client_secret' => $this->clientSecret,
            'grant_type' => 'client_credentials',
        ];
    }

    public function getRefreshTokenParams(#[\SensitiveParameter] string $refreshToken): array
    {
        return $this->getParams();
    }

    public function getTenantId(): string
    {
        return $this->tenantId;
    }

    /** @return array<string, mixed> */
    public function __debugInfo(): array
    {
        return ['tenantId' => $this->tenantId, 'clientId' => $this->clientId, 'clientSecret' => '***'];
    }

    public function __serialize(): never
    {
        throw new \LogicException('a secret is not to be stored');
    }
}
