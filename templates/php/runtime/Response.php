<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

/** A whole answer: its status, its header fields, and what the call itself answers. */
final class Response
{
    /**
     * @param array<string, string> $headers by lower-case name; `header` takes names in any case
     * @param mixed $value null for 204 and 304, and for a 202 that says where the answer will be
     * @param string $url where the answer came from
     */
    private function __construct(
        public readonly int $status,
        public readonly array $headers,
        public readonly mixed $value,
        public readonly string $url,
        public readonly Request $request,
    ) {
    }

    /** @throws UnexpectedAnswer when the reply is not what the operation answers */
    public static function of(Request $request, Reply $reply): self
    {
        $isEmpty = $reply->status === 204 || $reply->status === 304
            || ($reply->status === 202 && isset($reply->headers['location']));
        $value = $isEmpty ? null : $request->answer->read($reply);
        return new self($reply->status, $reply->headers, $value, $reply->url, $request);
    }

    public function header(string $name): ?string
    {
        return $this->headers[strtolower($name)] ?? null;
    }

    /** Where what was made is, or, after a 202, where to ask for the answer. */
    public function location(): ?string
    {
        return $this->header('location');
    }

    public function etag(): ?string
    {
        return $this->header('etag');
    }

    /** The id of the entity that an answer without content is about (Protocol 4.01, section 8.3.4). */
    public function entityId(): ?string
    {
        return $this->header('odata-entityid');
    }

    /** The service's id of the request, to be quoted to its support. */
    public function requestId(): ?string
    {
        return $this->header('request-id') ?? $this->header('x-ms-request-id');
    }

    /** @return array<string, mixed> */
    public function __debugInfo(): array
    {
        return ['status' => $this->status, 'headers' => Mask::headers($this->headers), 'url' => Mask::text($this->url)];
    }
}
