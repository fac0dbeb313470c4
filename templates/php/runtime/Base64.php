<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

/** Binary data as text (RFC 4648, sections 4 and 5). */
final class Base64
{
    private function __construct()
    {
    }

    /**
     * The bytes that base64 or base64url text stands for, or null.
     *
     * Padding may be left out; where it is given it has to be right.
     */
    public static function decode(string $text): ?string
    {
        if (preg_match('~\A[A-Za-z0-9+/_-]*+={0,2}\z~', $text) !== 1) {
            return null;
        }
        $body = rtrim($text, '=');
        $padding = strlen($text) - strlen($body);
        $missing = (4 - strlen($body) % 4) % 4;
        if ($missing === 3 || ($padding !== 0 && $padding !== $missing)) {
            return null;
        }
        $bytes = base64_decode(strtr($body, '-_', '+/') . str_repeat('=', $missing), true);
        return $bytes === false ? null : $bytes;
    }

    /** base64url with padding. */
    public static function encode(string $bytes): string
    {
        return strtr(base64_encode($bytes), '+/', '-_');
    }
}
