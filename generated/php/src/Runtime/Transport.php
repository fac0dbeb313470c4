<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime;

use GuzzleHttp\Promise\Coroutine;
use Http\Promise\Promise;
use Psr\Http\Message\StreamInterface;

/** Sends requests until there is an answer to read: tokens, retries and redirects of one client. */
final class Transport
{
    private const MAX_REDIRECTS = 5;

    public function __construct(
        private readonly ServiceRoot $root,
        private readonly Protocol $protocol,
        private readonly Sender $sender,
        private readonly int $maxRetries,
    ) {
    }

    /**
     * What the call answers.
     *
     * The promise is rejected with the protocol's error for an error status, RedirectRefused for a redirect that is not
     * a GET within the origin, and other ClientExceptions.
     */
    public function send(Request $request): Promise
    {
        $read = function (Reply $reply) use ($request): mixed {
            if ($reply->status !== 304) {
                return $request->answer->read($reply);
            }
            // Who asked whether there is something new is told by null that there is not.
            return isset($request->headers['if-none-match'])
                ? null
                : throw $this->protocol->error($reply, $request);
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

    /** The reply, while its body may still be coming: it has a stream of that; rejected like `send`. */
    public function open(Request $request): Promise
    {
        return new Pending(Coroutine::of(fn (): \Generator => $this->exchange($request, 0.0, true)));
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
            $timeout = min($response->request->timeout ?? $this->sender->timeout, $left);
            $answer = $response->request->answer;
            $asked = new Request('GET', $url, $answer, ['accept' => $answer->accept], null, $timeout);
            $reply = yield Coroutine::of(fn (): \Generator => $this->exchange($asked, $pause));
            $response = Response::of($asked, $reply);
        }
        yield $response;
    }

    /** @return \Generator<int, mixed, Reply, void> */
    private function exchange(Request $request, float $pause = 0.0, bool $isOpen = false): \Generator
    {
        $url = $this->root->adopt($request->url);
        $attempt = 1;
        $redirects = 0;
        $isRefreshed = false;
        $isRemedied = false;
        while (true) {
            $prepared = $this->protocol->prepared($request->at($url));
            $reply = yield $isOpen ? $this->sender->open($prepared, $pause) : $this->sender->send($prepared, $pause);
            $pause = 0.0;
            if ($this->protocol->isAnswer($reply, $request)) {
                // The last value that is yielded is what the promise gives.
                yield $reply;
                return;
            }
            if ($reply->status < 400) {
                $url = $this->redirected($request, $reply, $url, ++$redirects);
                continue;
            }
            if ($reply->status === 401 && !$isRefreshed && $request->isRepeatable()) {
                // Revoked or clipped by a clock: one new token, then the service's word counts.
                $isRefreshed = $this->protocol->renews($request, $prepared);
                if ($isRefreshed) {
                    continue;
                }
            }
            $remedy = $isRemedied || !$request->isRepeatable() ? null : $this->protocol->remedy($reply, $request);
            if ($remedy !== null) {
                $isRemedied = true;
                $learnt = yield $this->sender->send($this->protocol->prepared($remedy), 0.0);
                if ($this->protocol->learns($learnt)) {
                    continue;
                }
            }
            if ($attempt <= $this->maxRetries && $request->isRepeatable()) {
                $asked = Retry::pause($request->method, $reply->status, $reply->headers, $attempt, time());
                if ($asked !== null) {
                    $attempt++;
                    $pause = $asked;
                    continue;
                }
            }
            throw $this->protocol->error($reply, $request);
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
}
