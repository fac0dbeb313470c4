<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

use EdmundRuntime\Generated\Models\ODataErrors\ODataError;
use stdClass;

/**
 * The answers of a batch, in the order of the requests; iterating gives an error as the ODataError itself.
 *
 * @implements \IteratorAggregate<int, mixed>
 */
final class BatchAnswers implements \Countable, \IteratorAggregate
{
    /**
     * @param list<Request> $requests
     * @param list<Reply|null> $replies
     */
    private function __construct(private readonly array $requests, private readonly array $replies)
    {
    }

    /**
     * @param list<Request> $requests
     * @throws UnexpectedAnswer when the reply is not one of a batch
     */
    public static function read(array $requests, Reply $reply): self
    {
        try {
            $json = Json::decode($reply->body);
        } catch (JsonError) {
            $json = null;
        }
        if (!$json instanceof stdClass || !is_array($json->responses ?? null)) {
            throw new UnexpectedAnswer('the answer is not one of a batch');
        }
        $parts = [];
        foreach ($json->responses as $part) {
            if (!$part instanceof stdClass || !is_string($part->id ?? null)) {
                throw new UnexpectedAnswer('the answer is not one of a batch');
            }
            $parts[$part->id] = $part;
        }
        $replies = [];
        foreach ($requests as $at => $request) {
            $part = $parts[(string) ($at + 1)] ?? null;
            $replies[] = $part === null ? null : self::part($part, $request);
        }
        return new self($requests, $replies);
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
        $reply = $this->replies[$at];
        if ($reply === null) {
            throw new UnexpectedAnswer('the service gave no answer to this request of the batch');
        }
        if ($reply->status >= 300) {
            throw ODataError::of($reply, $this->requests[$at]->method);
        }
        return $this->requests[$at]->answer->read($reply);
    }

    private static function part(stdClass $part, Request $request): Reply
    {
        $status = $part->status ?? null;
        if (!is_int($status)) {
            throw new UnexpectedAnswer('an answer in the batch has no status');
        }
        $headers = [];
        foreach (get_object_vars($part->headers ?? new stdClass()) as $name => $value) {
            if (is_string($value)) {
                $headers[strtolower((string) $name)] = $value;
            }
        }
        $body = $part->body ?? null;
        $kind = $headers['content-type'] ?? '';
        $content = match (true) {
            $body === null => '',
            is_string($body) && !str_contains($kind, 'json') => self::decoded($body, $kind),
            default => Json::encode($body),
        };
        return new Reply($status, $headers, $content, $request->url);
    }

    /** Text as it is; anything else comes in base64. */
    private static function decoded(string $body, string $kind): string
    {
        if ($kind === '' || str_starts_with($kind, 'text/')) {
            return $body;
        }
        return Base64::decode($body) ?? throw new UnexpectedAnswer('a binary answer in the batch is not base64');
    }
}
