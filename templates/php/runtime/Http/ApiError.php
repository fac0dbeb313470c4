<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

/** The service answered with a status that is no success. Its text holds nothing of what the service sent. */
final class ApiError extends ClientException
{
    private const LONGEST_BODY = 65536;

    public readonly int $status;
    /** @var array<string, string> by lower-case name */
    public readonly array $headers;
    /** The answer as it came, at most 64 KiB of it. */
    public readonly string $raw;

    /** @param mixed $body what the call declares for the status, where the answer is that; else JSON, or null */
    public function __construct(Reply $reply, string $method, public readonly mixed $body)
    {
        $this->status = $reply->status;
        $this->headers = $reply->headers;
        $this->raw = substr($reply->body, 0, self::LONGEST_BODY);
        $where = explode('?', $reply->url, 2)[0];
        $text = "the service answered with status {$reply->status} | {$method} {$where}";
        parent::__construct(Mask::line($text), $reply->status);
    }

    public function header(string $name): ?string
    {
        return $this->headers[strtolower($name)] ?? null;
    }

    public function getResponseStatusCode(): int
    {
        return $this->status;
    }

    /** @return array<string, string> by lower-case name */
    public function getResponseHeaders(): array
    {
        return $this->headers;
    }

    /** What the service sent is left out: it may hold secrets. */
    public function __toString(): string
    {
        return self::class . ": {$this->getMessage()} in {$this->getFile()}:{$this->getLine()}";
    }

    /** @return array<string, mixed> */
    public function __debugInfo(): array
    {
        return ['message' => $this->getMessage(), 'body' => get_debug_type($this->body)];
    }
}
