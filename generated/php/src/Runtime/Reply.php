<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime;

use Psr\Http\Message\StreamInterface;

/** Status, header fields by lower-case name, and the whole body, decompressed, or else a stream of what comes. */
final class Reply
{
    /** @param array<string, string> $headers */
    public function __construct(
        public readonly int $status,
        public readonly array $headers,
        public readonly string $body,
        public readonly string $url,
        public readonly ?StreamInterface $stream = null,
    ) {
    }

    /** @return array<string, mixed> */
    public function __debugInfo(): array
    {
        $size = strlen($this->body) . ' bytes';
        return ['status' => $this->status, 'url' => Mask::text($this->url), 'body' => $size];
    }
}
