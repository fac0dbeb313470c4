<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

use EdmundRuntime\Generated\Models\ODataErrors\ODataError;

/**
 * The answers of a batch, in the order of the requests; iterating gives an error as the ODataError itself.
 *
 * @implements \IteratorAggregate<int, mixed>
 */
final class BatchAnswers implements \Countable, \IteratorAggregate
{
    /**
     * @param list<Request> $requests
     * @param array<int, Reply> $replies by the places of their requests
     */
    public function __construct(private readonly array $requests, private readonly array $replies)
    {
    }

    /**
     * The answer to one request of the batch.
     *
     * @throws ODataError when the service answered it with an error
     */
    public function of(Request $request): mixed
    {
        foreach ($this->requests as $at => $own) {
            if ($own === $request) {
                return $this->at($at);
            }
        }
        throw new \OutOfBoundsException('that request is not of this batch');
    }

    public function count(): int
    {
        return count($this->requests);
    }

    /** @return \Generator<int, mixed> */
    public function getIterator(): \Generator
    {
        foreach (array_keys($this->requests) as $at) {
            try {
                $answer = $this->at($at);
            } catch (ODataError $error) {
                $answer = $error;
            }
            yield $at => $answer;
        }
    }

    private function at(int $at): mixed
    {
        $reply = $this->replies[$at] ?? null;
        if ($reply === null) {
            throw new UnexpectedAnswer('the service gave no answer to this request of the batch');
        }
        if ($reply->status >= 300) {
            throw ODataError::of($reply, $this->requests[$at]->method);
        }
        return $this->requests[$at]->answer->read($reply);
    }
}
