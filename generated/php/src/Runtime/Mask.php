<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime;

/** Takes secrets out of what is shown. */
final class Mask
{
    private const SECRET_QUERY = '~([?&;#](?:[^=&#\s]*(?:token|secret|password|signature|key|credential)[^=&#\s]*'
        . '|sig|code|auth|tempauth)=)[^&#\s\'"]+~i';
    private const USER_INFO = '~\b([a-z][a-z0-9+.-]*://)[^/?#\s@]*@~i';
    private const BEARER = '~\b(bearer|basic)\s+[A-Za-z0-9._\~+/=-]{8,}~i';
    private const SECRET_HEADER = '~authorization|cookie|key|token|secret|password|signature~i';

    private function __construct()
    {
    }

    /** `text` with user names in URLs, bearer tokens and the values of secret query options masked. */
    public static function text(string $text): string
    {
        $masked = preg_replace(
            [self::USER_INFO, self::SECRET_QUERY, self::BEARER],
            ['$1***@', '$1***', '$1 ***'],
            $text
        );
        return $masked ?? '***';
    }

    /** `text` on one line, at most 500 bytes, masked. */
    public static function line(string $text): string
    {
        $short = substr($text, 0, 500);
        return self::text((string) preg_replace('/[\x00-\x1f\x7f]+/', ' ', $short));
    }

    /**
     * The fields with those masked that carry credentials.
     *
     * @param array<string, string> $headers
     * @return array<string, string>
     */
    public static function headers(array $headers): array
    {
        foreach ($headers as $name => $value) {
            $secret = preg_match(self::SECRET_HEADER, (string) $name) === 1;
            $headers[$name] = $secret ? '***' : $value;
        }
        return $headers;
    }
}
