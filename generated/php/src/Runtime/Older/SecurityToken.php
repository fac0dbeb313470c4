<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime\Older;

use Microsoft\Graph\Runtime\Reply;

/**
 * SAP's token against forged requests, and the cookies of the session that it holds for.
 *
 * A service that wants one refuses the first change (403, `x-csrf-token: Required`); it is then fetched, kept, and
 * fetched again when the service wants a new one.
 */
final class SecurityToken
{
    public const HEADER = 'x-csrf-token';
    public const FETCH = 'Fetch';
    private const READING = ['GET', 'HEAD'];
    private const TEXT = '/\A[\x21-\x7e]{1,4096}\z/';

    private ?string $token = null;
    /** @var array<string, string> */
    private array $cookies = [];

    /** Whether a refusal asks for a token. */
    public static function isWanted(Reply $reply): bool
    {
        return $reply->status === 403 && strcasecmp(trim($reply->headers[self::HEADER] ?? ''), 'required') === 0;
    }

    /** Keeps what the answer to a fetch gives; whether it gave a token. */
    public function keep(Reply $reply): bool
    {
        $token = trim($reply->headers[self::HEADER] ?? '');
        $isToken = preg_match(self::TEXT, $token) === 1 && !in_array(strtolower($token), ['fetch', 'required'], true);
        if (!$isToken) {
            return false;
        }
        $this->token = $token;
        foreach (preg_split('/,\s*(?=[^;,=\s]+=)/', $reply->headers['set-cookie'] ?? '') ?: [] as $cookie) {
            [$name, $value] = [...explode('=', trim(explode(';', $cookie, 2)[0]), 2), ''];
            if (preg_match(self::TEXT, "{$name}{$value}") === 1 && $name !== '') {
                $this->cookies[$name] = $value;
            }
        }
        return true;
    }

    /**
     * What a request says: the cookies, and the token when it changes something.
     *
     * @return array<string, string>
     */
    public function headers(string $method): array
    {
        if ($this->token === null) {
            return [];
        }
        $found = [];
        if ($this->cookies !== []) {
            $pairs = array_map(
                static fn (string $name, string $value): string => "{$name}={$value}",
                array_keys($this->cookies),
                $this->cookies
            );
            $found['cookie'] = implode('; ', $pairs);
        }
        if (!in_array($method, self::READING, true)) {
            $found[self::HEADER] = $this->token;
        }
        return $found;
    }

    /** @return array<string, mixed> */
    public function __debugInfo(): array
    {
        return [];
    }
}
