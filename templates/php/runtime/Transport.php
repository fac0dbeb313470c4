<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

use EdmundRuntime\Generated\Models\ODataErrors\ODataError;
use GuzzleHttp\ClientInterface;
use GuzzleHttp\Exception\ConnectException;
use GuzzleHttp\Exception\TransferException;
use GuzzleHttp\Promise\Coroutine;
use GuzzleHttp\Promise\PromiseInterface;
use GuzzleHttp\Psr7\Request as HttpRequest;
use Http\Promise\Promise;
use Psr\Http\Message\ResponseInterface;

/** Sends requests until there is an answer to read: tokens, retries and redirects of one client. */
final class Transport
{
    private const MAX_REDIRECTS = 5;
    private const CONNECT_SECONDS = 10.0;
    /** curl's number for a time-out: its own constant is there only with ext-curl, which Guzzle can do without. */
    private const CURL_TIMED_OUT = 28;

    public function __construct(
        private readonly ServiceRoot $root,
        private readonly ?TokenCache $tokens,
        private readonly ClientInterface $client,
        private readonly float $timeout,
        private readonly int $maxRetries,
    ) {
    }

    /**
     * The promise is rejected with an ODataError for an error status, RedirectRefused for a redirect that is not
     * a GET within the origin, and other ClientExceptions.
     */
    public function send(Request $request): Promise
    {
        return new Pending(Coroutine::of(fn (): \Generator => $this->exchange($request)));
    }

    /** @return \Generator<int, mixed, Reply, void> */
    private function exchange(Request $request): \Generator
    {
        $url = $this->root->adopt($request->url);
        $attempt = 1;
        $redirects = 0;
        $isRefreshed = false;
        $pause = 0.0;
        while (true) {
            $headers = $request->headers;
            $token = null;
            if ($this->tokens !== null && !isset($headers['authorization'])) {
                $token = $this->tokens->token();
                $headers['authorization'] = "Bearer {$token}";
            }
            $reply = yield $this->sendOnce($request, $url, $headers, $pause);
            $pause = 0.0;
            if ($reply->status < 300) {
                // The last value that is yielded is what the promise gives.
                yield $request->answer->read($reply);
                return;
            }
            if ($reply->status < 400 && $reply->status !== 304) {
                $url = $this->redirected($request, $reply, $url, ++$redirects);
                continue;
            }
            if ($reply->status === 401 && $token !== null && !$isRefreshed) {
                // Revoked or clipped by a clock: one new token, then the service's word counts.
                $isRefreshed = true;
                $this->tokens?->forget($token);
                continue;
            }
            if ($attempt <= $this->maxRetries) {
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
        $body = new BoundedBody();
        $headers['accept-encoding'] = 'gzip, deflate';
        $psr = new HttpRequest($request->method, $url, $headers, $request->content ?? '');
        // Through a proxy of the environment plain http would show it the token.
        $isInClear = isset($headers['authorization']) && str_starts_with($url, 'http:');
        $sent = $this->client->sendAsync($psr, [
            ...($isInClear ? ['proxy' => ''] : []),
            'allow_redirects' => false,
            'connect_timeout' => min($seconds, self::CONNECT_SECONDS),
            'cookies' => false,
            'decode_content' => false,
            'delay' => (int) ceil($pause * 1000),
            'expect' => false,
            'http_errors' => false,
            'on_headers' => static function (ResponseInterface $response) use ($body): void {
                $body->expect($response->getHeaderLine('content-encoding'));
            },
            'read_timeout' => $seconds,
            'sink' => $body,
            'timeout' => $seconds,
        ]);
        return $sent->then(
            static fn (ResponseInterface $response): Reply => self::reply($response, $body, $url),
            static fn (mixed $error): never => throw self::translated($error, $body, $request->method, $url)
        );
    }

    private static function reply(ResponseInterface $response, BoundedBody $body, string $url): Reply
    {
        if ($response->getBody() !== $body && $body->isUntouched()) {
            // A handler of the caller's own that knows no sink.
            $body->expect($response->getHeaderLine('content-encoding'));
            $body->write((string) $response->getBody());
        }
        $headers = [];
        foreach (array_keys($response->getHeaders()) as $name) {
            $headers[strtolower((string) $name)] = $response->getHeaderLine((string) $name);
        }
        return new Reply($response->getStatusCode(), $headers, $body->finish(), $url);
    }

    /** The client's own error for Guzzle's; its text names no query, which may hold secrets. */
    private static function translated(mixed $error, BoundedBody $body, string $method, string $url): \Throwable
    {
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
        return $number === self::CURL_TIMED_OUT
            ? new TimedOut("no answer in time: {$where}")
            : new ConnectionFailed("the connection failed (curl {$number}): {$where}");
    }
}
