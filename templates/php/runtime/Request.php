<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

/**
 * One request, finished before anything is sent: method, absolute URL, header fields, body, and how to read the
 * answer. The body is bytes already, checked and encoded, so that a request can be sent again as it was.
 */
final class Request
{
    /** @param array<string, string> $headers by lower-case name */
    public function __construct(
        public readonly string $method,
        public readonly string $url,
        public readonly Answer $answer,
        public readonly array $headers,
        public readonly ?string $content = null,
        public readonly ?float $timeout = null,
    ) {
    }

    /** The same request for another URL, which the caller has checked. */
    public function at(string $url): self
    {
        return new self($this->method, $url, $this->answer, $this->headers, $this->content, $this->timeout);
    }

    /** @return array<string, mixed> */
    public function __debugInfo(): array
    {
        return [
            'method' => $this->method,
            'url' => Mask::text($this->url),
            'headers' => Mask::headers($this->headers),
            'content' => $this->content === null ? null : strlen($this->content) . ' bytes',
        ];
    }
}
