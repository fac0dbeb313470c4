<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

/** Plain HTTP: credentials as each call wants them, errors by the call's table. */
final class HttpProtocol implements Protocol
{
    public function __construct(
        private readonly ServiceRoot $root,
        private readonly Credentials $credentials,
        private readonly string $product,
    ) {
    }

    public function prepared(Request $request): Request
    {
        $isOwn = isset($request->headers['authorization']);
        $headers = $request->headers + ['user-agent' => $this->product];
        $prepared = $request->with($headers, $isOwn);
        $alternatives = $request->answer->security();
        if (!$isOwn && $alternatives !== []) {
            $prepared = $this->credentials->prove($prepared, $alternatives);
        }
        if ($prepared->isAuthorized && !$this->root->takesTokens) {
            throw new UnsafeUrl('a credential is not sent over plain http (allowTokenOverHttp)');
        }
        return $prepared;
    }

    public function isAnswer(Reply $reply, Request $request): bool
    {
        return $reply->status < 300 || $reply->status === 304 || $request->answer->isRedirect($reply->status);
    }

    public function renews(Request $request, Request $prepared): bool
    {
        $isOwn = isset($request->headers['authorization']);
        return !$isOwn && $this->credentials->forget($request->answer->security());
    }

    public function remedy(Reply $reply, Request $request): ?Request
    {
        return null;
    }

    public function learns(Reply $reply): bool
    {
        return false;
    }

    public function error(Reply $reply, Request $request): ClientException
    {
        return new ApiError($reply, $request->method, $request->answer->error($reply));
    }
}
