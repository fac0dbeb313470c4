<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

use EdmundRuntime\Generated\Models\ODataErrors\ODataError;

/** OData over HTTP: its versions, one token for all requests, its errors (OData Protocol 4.01, section 8). */
class ODataProtocol implements Protocol
{
    /** The version of OData that requests are written in, and the highest that is read. */
    private const VERSION = '4.01';
    private const SCHEME = 'Bearer ';

    public function __construct(
        protected readonly ServiceRoot $root,
        private readonly ?TokenCache $tokens,
        private readonly string $product,
    ) {
    }

    public function prepared(Request $request): Request
    {
        $headers = $request->headers;
        if ($this->tokens !== null && !isset($headers['authorization'])) {
            $headers['authorization'] = self::SCHEME . $this->tokens->token();
        }
        $isAuthorized = isset($headers['authorization']);
        $this->root->checkToken($headers);
        $headers += $this->versions($request) + ['user-agent' => $this->product];
        return $request->with($headers, $isAuthorized);
    }

    /** @return array<string, string> what says which version is spoken */
    protected function versions(Request $request): array
    {
        $ofBody = $request->content === null ? [] : ['odata-version' => self::VERSION];
        return ['odata-maxversion' => self::VERSION] + $ofBody;
    }

    public function remedy(Reply $reply, Request $request): ?Request
    {
        return null;
    }

    public function learns(Reply $reply): bool
    {
        return false;
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
