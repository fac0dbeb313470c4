<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime\Older;

use EdmundRuntime\Runtime\Answer;
use EdmundRuntime\Runtime\ODataProtocol;
use EdmundRuntime\Runtime\Reply;
use EdmundRuntime\Runtime\Request;
use EdmundRuntime\Runtime\ServiceRoot;
use EdmundRuntime\Runtime\TokenCache;

/** OData 1 to 3 over HTTP: the version as they say it, and SAP's token against forged requests. */
final class OlderProtocol extends ODataProtocol
{
    private const METHOD = 'x-http-method';
    /** What every proxy lets pass. */
    private const PLAIN = ['GET', 'HEAD', 'POST'];

    private readonly SecurityToken $security;

    public function __construct(
        private readonly Version $version,
        ServiceRoot $root,
        ?TokenCache $tokens,
        string $product,
        private readonly bool $tunnelsMethods = false,
    ) {
        parent::__construct($root, $tokens, $product);
        $this->security = new SecurityToken();
    }

    /** Other methods may go as POST, in a header field ([MS-ODATA], 2.2.5.8). */
    public function prepared(Request $request): Request
    {
        $prepared = parent::prepared($request);
        return $this->tunnelsMethods && !in_array($prepared->method, self::PLAIN, true)
            ? $prepared->sentAs('POST', [...$prepared->headers, self::METHOD => $prepared->method])
            : $prepared;
    }

    /** As [MS-ODATA], 2.2.5, has it. */
    protected function versions(Request $request): array
    {
        $said = ['maxdataserviceversion' => $this->version->value];
        $ofBody = $request->content === null ? [] : ['dataserviceversion' => $this->version->value];
        return $this->security->headers($request->method) + $said + $ofBody;
    }

    public function remedy(Reply $reply, Request $request): ?Request
    {
        if (!SecurityToken::isWanted($reply)) {
            return null;
        }
        $headers = $request->headers;
        unset($headers['content-type'], $headers['if-match']);
        $headers = [...$headers, 'accept' => 'application/json', SecurityToken::HEADER => SecurityToken::FETCH];
        return new Request('GET', $this->root->addressed('/'), Answer::nothing(), $headers, null, $request->timeout);
    }

    public function learns(Reply $reply): bool
    {
        return $this->security->keep($reply);
    }
}
