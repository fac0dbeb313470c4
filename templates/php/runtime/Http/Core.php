<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

use GuzzleHttp\Client;
use GuzzleHttp\ClientInterface;

/** What all builders of one client share. */
final class Core
{
    /** @var array<string, self> those of other servers that calls of the description have, by what it says */
    private array $others = [];

    private function __construct(
        public readonly ServiceRoot $root,
        public readonly Transport $transport,
        public readonly bool $validate,
        public readonly int $maxPages,
        private readonly \Closure $connect,
    ) {
    }

    /**
     * @param array<string, array<string, mixed>> $schemes the description's, by name (Credentials)
     * @param array<mixed>|object|null $credentials one, several, or several by the name of the scheme that each is for
     * @param float $timeout seconds that one answer may take, header fields included
     * @param float $idleTimeout seconds of silence within an answer
     * @param string $product what the client calls itself (`User-Agent`)
     * @throws ConfigurationError|UnsafeUrl
     */
    public static function connect(
        array $schemes,
        array|object|null $credentials,
        ?string $baseUrl,
        ?ClientInterface $httpClient = null,
        float $timeout = 100.0,
        bool $validate = true,
        int $maxRetries = 3,
        int $maxPages = 100_000,
        bool $allowHttp = false,
        bool $allowTokenOverHttp = false,
        string $product = 'edmund-php',
        float $idleTimeout = 30.0,
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
        $proofs = new Credentials($schemes, $credentials);
        $sender = new Sender($httpClient ?? new Client(), $timeout, $idleTimeout);
        $connect = static function (string $url) use (
            &$connect,
            $proofs,
            $sender,
            $validate,
            $maxRetries,
            $maxPages,
            $allowHttp,
            $allowTokenOverHttp,
            $product
        ): self {
            $root = new ServiceRoot($url, $allowHttp, $allowTokenOverHttp);
            $transport = new Transport($root, new HttpProtocol($root, $proofs, $product), $sender, $maxRetries);
            return new self($root, $transport, $validate, $maxPages, $connect);
        };
        return $connect($baseUrl ?? throw new ConfigurationError('the client needs a base URL'));
    }

    /** The same for another server that the description names: absolute, or relative to this one's URL. */
    public function at(string $server): self
    {
        $url = ServiceRoot::resolved($server, '', $this->root->url('/'));
        return $this->others[$server] ??= ($this->connect)($url);
    }

    /** What sends the request: each server has its own. */
    public function transportOf(Request $request): Transport
    {
        foreach ($this->others as $other) {
            if (str_starts_with($request->url, $other->root->url('/'))) {
                return $other->transport;
            }
        }
        return $this->transport;
    }
}
