<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

use GuzzleHttp\Promise\PromiseInterface;
use Http\Promise\Promise;

/** An answer to come: `wait` gives it, or throws what went wrong. */
final class Pending implements Promise
{
    public function __construct(private readonly PromiseInterface $promise)
    {
    }

    public function then(?callable $onFulfilled = null, ?callable $onRejected = null): Promise
    {
        return new self($this->promise->then($onFulfilled, $onRejected));
    }

    /** Ends the exchange, wherever it is; `wait` then throws. */
    public function cancel(): void
    {
        $this->promise->cancel();
    }

    public function getState(): string
    {
        return $this->promise->getState();
    }

    public function wait($unwrap = true): mixed
    {
        return $this->promise->wait((bool) $unwrap);
    }
}
