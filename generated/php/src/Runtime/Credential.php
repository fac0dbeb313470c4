<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime;

/** What gives tokens: a few lines around any library that can get one. */
interface Credential
{
    /**
     * @param array<string> $scopes
     * @return AccessToken a token that is good for the scopes; it is kept until shortly before it expires
     */
    public function getToken(array $scopes): AccessToken;
}
