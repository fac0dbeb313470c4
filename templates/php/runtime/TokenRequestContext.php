<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

/** Who asks Microsoft Entra ID for tokens, and how: what the official SDK's users give their client. */
interface TokenRequestContext
{
    /** @return array<string, string> the fields of the first request for a token, but for its scope */
    public function getParams(): array;

    /** @return array<string, string> the fields of a request with the refresh token that came with the last one */
    public function getRefreshTokenParams(#[\SensitiveParameter] string $refreshToken): array;

    public function getTenantId(): string;
}
