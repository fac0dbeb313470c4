<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

use GuzzleHttp\Psr7\Utils;
use Psr\Http\Message\StreamInterface;

/**
 * One request, finished before anything is sent: method, absolute URL, header fields, body, and how to read the
 * answer. The body is checked and encoded already, so that a request can be sent again as it was; a stream can where it
 * can be rewound.
 */
final class Request
{
    /**
     * @param array<string, string> $headers by lower-case name
     * @param StreamInterface|null $into where the bytes of the answer go, instead of into memory
     * @param bool $isAuthorized whether something in it proves who calls
     */
    public function __construct(
        public readonly string $method,
        public readonly string $url,
        public readonly Answer $answer,
        public readonly array $headers,
        public readonly StreamInterface|string|null $content = null,
        public readonly ?float $timeout = null,
        public readonly ?StreamInterface $into = null,
        public readonly bool $isAuthorized = false,
    ) {
    }

    /** The same request for another URL, which the caller has checked. */
    public function at(string $url): self
    {
        return $this->changed(['url' => $url]);
    }

    /** The same request, the bytes of its answer written to `into` as they come. */
    public function into(StreamInterface $into): self
    {
        return $this->changed(['into' => $into]);
    }

    /**
     * The same request with these header fields in the place of its own.
     *
     * @param array<string, string> $headers by lower-case name
     * @param bool $isAuthorized whether they, or the URL, prove who calls
     */
    public function with(array $headers, bool $isAuthorized): self
    {
        return $this->changed(['headers' => $headers, 'isAuthorized' => $isAuthorized]);
    }

    /**
     * The same request by another method.
     *
     * @param array<string, string> $headers by lower-case name
     */
    public function sentAs(string $method, array $headers): self
    {
        return $this->changed(['method' => $method, 'headers' => $headers]);
    }

    /** @param array<string, mixed> $changes by property */
    private function changed(array $changes): self
    {
        return new self(...[...get_object_vars($this), ...$changes]);
    }

    /** Whether the body can be sent once more. */
    public function isRepeatable(): bool
    {
        return !$this->content instanceof StreamInterface || $this->content->isSeekable();
    }

    /** Whether the body or the answer is a stream, which takes as long as it takes. */
    public function isStream(): bool
    {
        return $this->content instanceof StreamInterface || $this->into !== null;
    }

    /** The body as one text; a stream is read to its end. */
    public function bytes(): ?string
    {
        if (!$this->content instanceof StreamInterface) {
            return $this->content;
        }
        if ($this->content->isSeekable()) {
            $this->content->rewind();
        }
        return Utils::copyToString($this->content);
    }

    /** @return array<string, mixed> */
    public function __debugInfo(): array
    {
        return [
            'method' => $this->method,
            'url' => Mask::text($this->url),
            'headers' => Mask::headers($this->headers),
            'content' => match (true) {
                is_string($this->content) => strlen($this->content) . ' bytes',
                default => $this->content === null ? null : 'a stream',
            },
        ];
    }
}
