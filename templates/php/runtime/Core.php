<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

use GuzzleHttp\Client;
use GuzzleHttp\ClientInterface;

/** What all builders of one client share. */
final class Core
{
    private function __construct(
        public readonly ServiceRoot $root,
        public readonly Transport $transport,
        public readonly bool $validate,
        public readonly int $maxPages,
        public readonly BatchTraits $batches,
        public readonly ?Dialect $older,
    ) {
    }

    /**
     * @param object|null $credential a Credential, or a context for Microsoft Entra ID (EntraCredential)
     * @param array<string> $scopes empty for the service root's `/.default`
     * @param float $timeout seconds that one answer may take, header fields included
     * @param float $idleTimeout seconds of silence within an answer
     * @param string $product what the client calls itself (`User-Agent`)
     * @param Dialect|null $older what the service speaks, where that is no version from 4.0 on
     * @param bool $tunnelsMethods whether such a service is sent POST where proxies may stop another method
     * @throws ConfigurationError|UnsafeUrl
     */
    public static function connect(
        ?object $credential,
        array $scopes,
        ?string $baseUrl,
        ?ClientInterface $httpClient = null,
        float $timeout = 100.0,
        bool $validate = true,
        int $maxRetries = 3,
        int $maxPages = 100_000,
        bool $allowHttp = false,
        bool $allowTokenOverHttp = false,
        string $product = 'edmund-php',
        ?BatchTraits $batches = null,
        float $idleTimeout = 30.0,
        ?Dialect $older = null,
        bool $tunnelsMethods = false,
    ): self {
        if ($maxPages < 1) {
            throw new ConfigurationError('maxPages is a whole number above 0');
        }
        if ($maxRetries < 0) {
            throw new ConfigurationError('maxRetries is a whole number, 0 for none');
        }
        foreach (['timeout' => $timeout, 'idleTimeout' => $idleTimeout] as $name => $seconds) {
            if (!($seconds > 0 && $seconds < 1e9)) {
                throw new ConfigurationError("{$name} is a finite number of seconds above 0");
            }
        }
        $url = $baseUrl ?? throw new ConfigurationError('the client needs a base URL');
        $root = new ServiceRoot($url, $allowHttp, $allowTokenOverHttp, $older !== null);
        if ($credential !== null && !$root->takesTokens) {
            throw new ConfigurationError('tokens travel in clear text over plain http (allowTokenOverHttp)');
        }
        $sender = $httpClient ?? new Client();
        $credential = EntraCredential::of($credential, $sender);
        $scopes = $scopes === [] ? ["{$root->origin}/.default"] : array_values($scopes);
        $tokens = $credential === null ? null : new TokenCache($credential, $scopes);
        $protocol = $older?->protocol($root, $tokens, $product, $tunnelsMethods)
            ?? new ODataProtocol($root, $tokens, $product);
        $transport = new Transport($root, $protocol, new Sender($sender, $timeout, $idleTimeout), $maxRetries);
        return new self($root, $transport, $validate, $maxPages, $batches ?? new BatchTraits(), $older);
    }
}
