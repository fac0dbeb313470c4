<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

use GuzzleHttp\ClientInterface;
use GuzzleHttp\Psr7\Request as HttpRequest;
use GuzzleHttp\RequestOptions;

/** Gets tokens of Microsoft Entra ID for a context of this package's or of the official SDK's. */
final class EntraCredential implements Credential
{
    private const AUTHORITY = 'https://login.microsoftonline.com';
    private const SECONDS = 30.0;
    private const MAX_BYTES = 1024 * 1024;

    private ?string $refreshToken = null;

    /** @param object $context a TokenRequestContext, or one of the official SDK's, which has the same methods */
    public function __construct(private readonly object $context, private readonly ClientInterface $client)
    {
    }

    /** A credential as it is, or one around a context. */
    public static function of(?object $given, ClientInterface $client): ?Credential
    {
        return $given === null || $given instanceof Credential ? $given : new self($given, $client);
    }

    public function getToken(array $scopes): AccessToken
    {
        $tenant = (string) $this->context->getTenantId();
        if (preg_match('/\A[A-Za-z0-9][A-Za-z0-9.-]*\z/', $tenant) !== 1) {
            throw new AuthenticationFailed('the tenant is neither an id nor a domain');
        }
        $fields = $this->refreshToken === null
            ? $this->context->getParams()
            : $this->context->getRefreshTokenParams($this->refreshToken);
        $fields['scope'] = implode(' ', $scopes);
        $json = $this->asked(self::AUTHORITY . "/{$tenant}/oauth2/v2.0/token", http_build_query($fields));
        $token = $json->access_token ?? null;
        $lasts = $json->expires_in ?? null;
        if (!is_string($token) || !is_int($lasts) || $lasts < 0 || $lasts > 1e9) {
            $error = is_string($json->error ?? null) ? Mask::line($json->error) : 'an answer without a token';
            throw new AuthenticationFailed("no token was given: {$error}");
        }
        $refresh = $json->refresh_token ?? null;
        $this->refreshToken = is_string($refresh) ? $refresh : $this->refreshToken;
        return new AccessToken($token, time() + $lasts);
    }

    private function asked(string $url, #[\SensitiveParameter] string $content): \stdClass
    {
        $headers = ['accept' => 'application/json', 'content-type' => 'application/x-www-form-urlencoded'];
        $body = new BoundedBody(null, self::MAX_BYTES);
        $response = $this->client->send(new HttpRequest('POST', $url, $headers, $content), [
            RequestOptions::ALLOW_REDIRECTS => false,
            RequestOptions::COOKIES => false,
            RequestOptions::DECODE_CONTENT => false,
            RequestOptions::HTTP_ERRORS => false,
            RequestOptions::SINK => $body,
            RequestOptions::TIMEOUT => self::SECONDS,
        ]);
        $isSink = $response->getBody() === $body || !$body->isUntouched();
        $json = Json::decode($isSink ? $body->finish() : $response->getBody()->read(self::MAX_BYTES));
        return $json instanceof \stdClass ? $json : throw new AuthenticationFailed('the answer is no JSON object');
    }

    /** @return array<string, mixed> */
    public function __debugInfo(): array
    {
        return ['context' => get_debug_type($this->context)];
    }
}
