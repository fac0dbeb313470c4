<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime;

/** When to send a request again, and after how long (RFC 9110, sections 9.2.2 and 10.2.3). */
final class Retry
{
    /** The longest pause in seconds; a service that asks for more gets its answer reported instead. */
    public const MAX_PAUSE = 120.0;
    private const IDEMPOTENT = ['GET', 'HEAD', 'PUT', 'DELETE'];

    private function __construct()
    {
    }

    /**
     * Seconds to wait before the next attempt, or null when the answer is to be taken.
     *
     * 429 and 503 say that the request was not processed: with `Retry-After` any method is sent again. Without it,
     * and after 504, only methods that are idempotent are.
     *
     * @param array<string, string> $headers
     * @param int $attempt how many there were
     */
    public static function pause(string $method, int $status, array $headers, int $attempt, int $now): ?float
    {
        if (!in_array($status, [429, 503, 504], true)) {
            return null;
        }
        $asked = self::after($headers['retry-after'] ?? '', $now);
        if (!in_array($method, self::IDEMPOTENT, true) && ($asked === null || $status === 504)) {
            return null;
        }
        $pause = $asked ?? (float) min(2 ** ($attempt - 1), 30);
        return $pause <= self::MAX_PAUSE ? $pause : null;
    }

    /** Seconds from a number or an HTTP date, not below 0; null without a usable one. */
    public static function after(string $value, int $now): ?float
    {
        $value = trim($value);
        if (preg_match('/\A[0-9]+\z/', $value) === 1) {
            return (float) substr($value, 0, 12);
        }
        $date = \DateTimeImmutable::createFromFormat(\DateTimeInterface::RFC7231, $value);
        return $date === false ? null : (float) max(0, $date->getTimestamp() - $now);
    }
}
