<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime;

use Microsoft\Graph\Generated\Models\ODataErrors\ODataError;
use GuzzleHttp\ClientInterface;
use GuzzleHttp\Exception\ConnectException;
use GuzzleHttp\Exception\TransferException;
use GuzzleHttp\Promise\Coroutine;
use GuzzleHttp\Promise\PromiseInterface;
use GuzzleHttp\Psr7\Request as HttpRequest;
use Http\Promise\Promise;
use Psr\Http\Message\ResponseInterface;
use Psr\Http\Message\StreamInterface;

/** Sends requests until there is an answer to read: tokens, retries and redirects of one client. */
final class Transport
{
    private const MAX_REDIRECTS = 5;
    /** The version of OData that requests are written in, and the highest that is read. */
    private const VERSION = '4.01';
    private const CONNECT_SECONDS = 10.0;
    /** curl's number for a time-out: its own constant is there only with ext-curl, which Guzzle can do without. */
    private const CURL_TIMED_OUT = 28;
    private const CHUNK = 65536;

    public function __construct(
        private readonly ServiceRoot $root,
        private readonly ?TokenCache $tokens,
        private readonly ClientInterface $client,
        private readonly float $timeout,
        private readonly int $maxRetries,
        private readonly string $product = 'edmund-php',
        private readonly float $idleTimeout = 30.0,
    ) {
    }

    /**
     * What the call answers.
     *
     * The promise is rejected with an ODataError for an error status, RedirectRefused for a redirect that is not
     * a GET within the origin, and other ClientExceptions.
     */
    public function send(Request $request): Promise
    {
        $read = static function (Reply $reply) use ($request): mixed {
            if ($reply->status !== 304) {
                return $request->answer->read($reply);
            }
            // Who asked whether there is something new is told by null that there is not.
            return isset($request->headers['if-none-match']) ? null : throw ODataError::of($reply, $request->method);
        };
        return new Pending(Coroutine::of(fn (): \Generator => $this->exchange($request))->then($read));
    }

    /**
     * What each request answers, one after the other.
     *
     * @param list<Request> $requests
     */
    public function sendInTurn(array $requests): Promise
    {
        return new Pending(Coroutine::of(function () use ($requests): \Generator {
            $found = [];
            foreach ($requests as $request) {
                $reply = yield Coroutine::of(fn (): \Generator => $this->exchange($request));
                $found[] = $request->answer->read($reply);
            }
            yield $found;
        }));
    }

    /** The whole answer; rejected like `send`, but not for 304. */
    public function respond(Request $request): Promise
    {
        $made = static fn (Reply $reply): Response => Response::of($request, $reply);
        return new Pending(Coroutine::of(fn (): \Generator => $this->exchange($request))->then($made));
    }

    /** What the answer's bytes were written to; rejected like `send`. */
    public function download(Request $request, StreamInterface $into): Promise
    {
        $given = static function (Reply $reply) use ($into): ?StreamInterface {
            if ($reply->status === 204 || $reply->status === 304) {
                return null;
            }
            if ($into->isSeekable()) {
                $into->rewind();
            }
            return $into;
        };
        return new Pending(Coroutine::of(fn (): \Generator => $this->exchange($request))->then($given));
    }

    /**
     * Asks at the Location of a 202 until the answer is another one (Protocol 4.01, section 11.6).
     *
     * The promise is rejected with TimedOut when that takes more than `seconds`, UnsafeUrl for another origin.
     */
    public function poll(Response $response, float $seconds): Promise
    {
        return new Pending(Coroutine::of(fn (): \Generator => $this->polled($response, $seconds)));
    }

    /** @return \Generator<int, mixed, Reply, void> */
    private function polled(Response $response, float $seconds): \Generator
    {
        $end = microtime(true) + $seconds;
        $url = $response->url;
        for ($attempt = 0; $response->status === 202; $attempt++) {
            $location = $response->location() ?? $url;
            if ($attempt === 0 && $response->location() === null) {
                throw new UnexpectedAnswer('an answer with status 202 names no location');
            }
            $url = $this->root->adopt($location, $url);
            $pause = Retry::after($response->header('retry-after') ?? '', time()) ?? (float) min(2 ** $attempt, 30);
            $left = $end - microtime(true);
            if ($pause >= $left) {
                throw new TimedOut('the operation was not done in time: ' . explode('?', $url, 2)[0]);
            }
            $timeout = min($response->request->timeout ?? $this->timeout, $left);
            $answer = $response->request->answer;
            $asked = new Request('GET', $url, $answer, ['accept' => $answer->accept], null, $timeout);
            $reply = yield Coroutine::of(fn (): \Generator => $this->exchange($asked, $pause));
            $response = Response::of($asked, $reply);
        }
        yield $response;
    }

    /** @return \Generator<int, mixed, Reply, void> */
    private function exchange(Request $request, float $pause = 0.0): \Generator
    {
        $url = $this->root->adopt($request->url);
        $attempt = 1;
        $redirects = 0;
        $isRefreshed = false;
        while (true) {
            $headers = $request->headers;
            $token = null;
            if ($this->tokens !== null && !isset($headers['authorization'])) {
                $token = $this->tokens->token();
                $headers['authorization'] = "Bearer {$token}";
            }
            if (isset($headers['authorization']) && !$this->root->takesTokens) {
                throw new UnsafeUrl('a token is not sent over plain http (allowTokenOverHttp)');
            }
            $headers += ['odata-maxversion' => self::VERSION, 'user-agent' => $this->product];
            if ($request->content !== null) {
                $headers += ['odata-version' => self::VERSION];
            }
            $reply = yield $this->sendOnce($request, $url, $headers, $pause);
            $pause = 0.0;
            if ($reply->status < 300 || $reply->status === 304) {
                // The last value that is yielded is what the promise gives.
                yield $reply;
                return;
            }
            if ($reply->status < 400) {
                $url = $this->redirected($request, $reply, $url, ++$redirects);
                continue;
            }
            if ($reply->status === 401 && $token !== null && !$isRefreshed && $request->isRepeatable()) {
                // Revoked or clipped by a clock: one new token, then the service's word counts.
                $isRefreshed = true;
                $this->tokens?->forget($token);
                continue;
            }
            if ($attempt <= $this->maxRetries && $request->isRepeatable()) {
                $asked = Retry::pause($request->method, $reply->status, $reply->headers, $attempt, time());
                if ($asked !== null) {
                    $attempt++;
                    $pause = $asked;
                    continue;
                }
            }
            throw ODataError::of($reply, $request->method);
        }
    }

    private function redirected(Request $request, Reply $reply, string $url, int $redirects): string
    {
        $location = $reply->headers['location'] ?? '';
        if ($location === '') {
            throw new UnexpectedAnswer("a redirect with status {$reply->status} names no location");
        }
        if ($request->method !== 'GET') {
            throw new RedirectRefused("a redirect of {$request->method} is not followed", $location);
        }
        if ($redirects > self::MAX_REDIRECTS) {
            $most = self::MAX_REDIRECTS;
            throw new RedirectRefused("more than {$most} redirects in a row", $location);
        }
        try {
            return $this->root->adopt($location, $url);
        } catch (UnsafeUrl $error) {
            throw new RedirectRefused("redirect refused: {$error->getMessage()}", $location);
        }
    }

    /**
     * Sends once, follows nothing.
     *
     * @param array<string, string> $headers
     */
    private function sendOnce(Request $request, string $url, array $headers, float $pause): PromiseInterface
    {
        $seconds = $request->timeout ?? $this->timeout;
        $body = new BoundedBody($request->into);
        $watch = new IdleWatch($this->idleTimeout, $seconds);
        $headers['accept-encoding'] = 'gzip, deflate';
        $psr = new HttpRequest($request->method, $url, $headers, $request->content ?? '');
        // Through a proxy of the environment plain http would show it the token.
        $isInClear = isset($headers['authorization']) && str_starts_with($url, 'http:');
        $hasCurl = extension_loaded('curl');
        $sent = $this->client->sendAsync($psr, [
            ...($isInClear ? ['proxy' => ''] : []),
            'allow_redirects' => false,
            'connect_timeout' => min($seconds, self::CONNECT_SECONDS),
            'cookies' => false,
            ...($hasCurl ? ['curl' => $this->watched($watch)] : []),
            'decode_content' => false,
            'delay' => (int) ceil($pause * 1000),
            'expect' => false,
            'http_errors' => false,
            'on_headers' => static function (ResponseInterface $response) use ($body, $watch): void {
                $watch->answers();
                $body->expect($response->getHeaderLine('content-encoding'), $response->getStatusCode());
            },
            'read_timeout' => min($seconds, $this->idleTimeout),
            'sink' => $body,
            // A stream takes as long as it takes, as long as it moves.
            'timeout' => $hasCurl && $request->isStream() ? 0 : $seconds,
        ]);
        return $sent->then(
            static fn (ResponseInterface $response): Reply => self::reply($response, $body, $url),
            static fn (mixed $error): never => throw self::translated($error, $body, $watch, $request->method, $url)
        );
    }

    private static function reply(ResponseInterface $response, BoundedBody $body, string $url): Reply
    {
        if ($response->getBody() !== $body && $body->isUntouched()) {
            // A handler of the caller's own that knows no sink.
            $body->expect($response->getHeaderLine('content-encoding'), $response->getStatusCode());
            $source = $response->getBody();
            while (!$source->eof() && $body->problem() === null) {
                $body->write($source->read(self::CHUNK));
            }
        } elseif ($body->problem() === null && $body->taken() < self::announced($response)) {
            throw new ConnectionFailed('the answer ended too early: ' . explode('?', $url, 2)[0]);
        }
        $headers = [];
        foreach (array_keys($response->getHeaders()) as $name) {
            $headers[strtolower((string) $name)] = $response->getHeaderLine((string) $name);
        }
        return new Reply($response->getStatusCode(), $headers, $body->finish(), $url);
    }

    /** How many bytes are to come, as far as the service says so. */
    private static function announced(ResponseInterface $response): int
    {
        $length = $response->getHeaderLine('content-length');
        $isNone = in_array($response->getStatusCode(), [204, 304], true);
        return !$isNone && preg_match('/\A[0-9]{1,18}\z/', $length) === 1 ? (int) $length : 0;
    }

    /**
     * The caller's own options for curl, and the watch over silence.
     *
     * @return array<int|string, mixed>
     */
    private function watched(IdleWatch $watch): array
    {
        $own = method_exists($this->client, 'getConfig') ? $this->client->getConfig('curl') : null;
        $watching = [CURLOPT_NOPROGRESS => false, CURLOPT_PROGRESSFUNCTION => $watch->progress(...)];
        return array_replace($watching, is_array($own) ? $own : []);
    }

    /** The client's own error for Guzzle's; its text names no query, which may hold secrets. */
    private static function translated(
        mixed $error,
        BoundedBody $body,
        IdleWatch $watch,
        string $method,
        string $url
    ): \Throwable {
        if ($body->problem() !== null) {
            return $body->problem();
        }
        if (!$error instanceof TransferException) {
            return $error instanceof \Throwable ? $error : new ConnectionFailed('the request was not sent');
        }
        $where = "{$method} " . explode('?', $url, 2)[0];
        $context = $error instanceof ConnectException || method_exists($error, 'getHandlerContext')
            ? $error->getHandlerContext()
            : [];
        $number = $context['errno'] ?? 0;
        return $number === self::CURL_TIMED_OUT || $watch->isSilent()
            ? new TimedOut("no answer in time: {$where}")
            : new ConnectionFailed("the connection failed (curl {$number}): {$where}");
    }
}
