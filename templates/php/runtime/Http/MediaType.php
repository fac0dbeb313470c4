<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

/** Names of media types (RFC 9110, section 8.3.1). */
final class MediaType
{
    private function __construct()
    {
    }

    /** Without parameters, in small letters. */
    public static function name(string $mediaType): string
    {
        return strtolower(trim(explode(';', $mediaType, 2)[0]));
    }

    /** Whether a media type is that of a range, or one in it. */
    public static function fits(string $mediaType, string $range): bool
    {
        $pattern = strtr(preg_quote(self::name($range), '~'), ['\\*' => '[^/]+']);
        return preg_match("~\\A{$pattern}\\z~", self::name($mediaType)) === 1;
    }
}
