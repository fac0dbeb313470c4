<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

use GuzzleHttp\ClientInterface;
use GuzzleHttp\Exception\ConnectException;
use GuzzleHttp\Exception\TransferException;
use GuzzleHttp\Promise\PromiseInterface;
use GuzzleHttp\Psr7\Request as HttpRequest;
use Psr\Http\Message\ResponseInterface;

/** Sends one request, once, and takes its reply; within bounds of time and size. */
final class Sender
{
    private const CONNECT_SECONDS = 10.0;
    /** curl's number for a time-out: its own constant is there only with ext-curl, which Guzzle can do without. */
    private const CURL_TIMED_OUT = 28;
    private const CHUNK = 65536;

    public function __construct(
        private readonly ClientInterface $client,
        public readonly float $timeout,
        private readonly float $idleTimeout = 30.0,
    ) {
    }

    /** Follows nothing; what the promise gives is a Reply. */
    public function send(Request $request, float $pause = 0.0): PromiseInterface
    {
        $url = $request->url;
        $seconds = $request->timeout ?? $this->timeout;
        $body = new BoundedBody($request->into);
        $watch = new IdleWatch($this->idleTimeout, $seconds);
        $headers = [...$request->headers, 'accept-encoding' => 'gzip, deflate'];
        $psr = new HttpRequest($request->method, $url, $headers, $request->content ?? '');
        // Through a proxy of the environment plain http would show it the token.
        $isInClear = $request->isAuthorized && str_starts_with($url, 'http:');
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

    /**
     * The same, but that what comes of a success is left to be read (`Reply::$stream`), as it comes; a pause in it ends
     * with the client's time limit for silence.
     */
    public function open(Request $request, float $pause = 0.0): PromiseInterface
    {
        $url = $request->url;
        $body = new BoundedBody();
        $watch = new IdleWatch($this->idleTimeout, $this->timeout);
        $headers = [...$request->headers, 'accept-encoding' => 'identity'];
        $sent = $this->client->sendAsync(new HttpRequest($request->method, $url, $headers, $request->content ?? ''), [
            ...($request->isAuthorized && str_starts_with($url, 'http:') ? ['proxy' => ''] : []),
            'allow_redirects' => false,
            'connect_timeout' => min($this->timeout, self::CONNECT_SECONDS),
            'cookies' => false,
            'decode_content' => false,
            'delay' => (int) ceil($pause * 1000),
            'expect' => false,
            'http_errors' => false,
            'read_timeout' => $this->idleTimeout,
            'stream' => true,
            'timeout' => $request->timeout ?? $this->timeout,
        ]);
        return $sent->then(
            static function (ResponseInterface $response) use ($body, $url): Reply {
                $status = $response->getStatusCode();
                $isGood = $status >= 200 && $status < 300;
                return $isGood
                    ? new Reply($status, self::headers($response), '', $url, $response->getBody())
                    : self::reply($response, $body, $url);
            },
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
        return new Reply($response->getStatusCode(), self::headers($response), $body->finish(), $url);
    }

    /** @return array<string, string> by lower-case name */
    private static function headers(ResponseInterface $response): array
    {
        $headers = [];
        foreach (array_keys($response->getHeaders()) as $name) {
            $headers[strtolower((string) $name)] = $response->getHeaderLine((string) $name);
        }
        return $headers;
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
