<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

use EdmundRuntime\Generated\Models\ODataErrors\ODataError;
use EdmundRuntime\Runtime\Older\SecurityToken;
use EdmundRuntime\Runtime\Older\Version;

/** OData over HTTP: its versions, one token for all requests, its errors (OData Protocol 4.01, section 8). */
final class ODataProtocol implements Protocol
{
    /** The version of OData that requests are written in, and the highest that is read. */
    private const VERSION = '4.01';
    private const SCHEME = 'Bearer ';

    private readonly ?SecurityToken $security;

    public function __construct(
        private readonly ServiceRoot $root,
        private readonly ?TokenCache $tokens,
        private readonly string $product,
        private readonly ?Version $older = null,
    ) {
        $this->security = $older === null ? null : new SecurityToken();
    }

    public function prepared(Request $request): Request
    {
        $headers = $request->headers;
        if ($this->tokens !== null && !isset($headers['authorization'])) {
            $headers['authorization'] = self::SCHEME . $this->tokens->token();
        }
        $isAuthorized = isset($headers['authorization']);
        $this->root->checkToken($headers);
        $headers += $this->security?->headers($request->method) ?? [];
        $headers += $this->versions($request->content !== null) + ['user-agent' => $this->product];
        return $request->with($headers, $isAuthorized);
    }

    /** @return array<string, string> what says which version is spoken ([MS-ODATA], 2.2.5, for the older ones) */
    private function versions(bool $hasBody): array
    {
        if ($this->older !== null) {
            $version = $this->older->value;
            return ['maxdataserviceversion' => $version] + ($hasBody ? ['dataserviceversion' => $version] : []);
        }
        return ['odata-maxversion' => self::VERSION] + ($hasBody ? ['odata-version' => self::VERSION] : []);
    }

    public function remedy(Reply $reply, Request $request): ?Request
    {
        if ($this->security === null || !SecurityToken::isWanted($reply)) {
            return null;
        }
        $headers = $request->headers;
        unset($headers['content-type'], $headers['if-match']);
        $headers = [...$headers, 'accept' => 'application/json', SecurityToken::HEADER => SecurityToken::FETCH];
        return new Request('GET', $this->root->addressed('/'), Answer::nothing(), $headers, null, $request->timeout);
    }

    public function learns(Reply $reply): bool
    {
        return $this->security?->keep($reply) ?? false;
    }

    public function isAnswer(Reply $reply, Request $request): bool
    {
        return $reply->status < 300 || $reply->status === 304;
    }

    public function renews(Request $request, Request $prepared): bool
    {
        if ($this->tokens === null || isset($request->headers['authorization'])) {
            return false;
        }
        $this->tokens->forget(substr($prepared->headers['authorization'], strlen(self::SCHEME)));
        return true;
    }

    public function error(Reply $reply, Request $request): ClientException
    {
        return ODataError::of($reply, $request->method);
    }
}
