<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime;

/** Takes secrets out of what is shown. */
final class Mask
{
    /** Each pattern takes what it passes for good (possessive), so that the time grows with the text's length alone. */
    private const OPTION = '~([?&;#])([^=?&;#\s\'"]++)=([^&#\s\'"]++)~';
    private const INNER_NAME = '~[?;]([^=?;]++)=~';
    private const SECRET_NAME = '~token|secret|password|signature|key|credential|\A(?:sig|code|auth|tempauth)\z~i';
    private const USER_INFO = '~(?<![A-Za-z0-9+.-])([A-Za-z][A-Za-z0-9+.-]*+://)[^/?#\s@]*+@~';
    private const BEARER = '~\b(bearer|basic)\s++[A-Za-z0-9._\~+/=-]{8,}+~i';
    /** Controls of C0 and C1, line separators, marks and embeddings that turn the direction of text (UTF-8). */
    private const UNSEEN = '~(?:[\x00-\x1f\x7f]|\xC2[\x80-\x9F]|\xD8\x9C|\xE2\x80[\x8E\x8F\xA8-\xAE]'
        . '|\xE2\x81[\xA6-\xA9]|\xEF\xBB\xBF)++~';
    private const LONGEST_LINE = 500;
    private const SECRET_HEADER = '~authorization|cookie|key|token|secret|password|signature~i';

    private function __construct()
    {
    }

    /** `text` with user names in URLs, bearer tokens and the values of secret query options masked. */
    public static function text(string $text): string
    {
        $shown = preg_replace([self::USER_INFO, self::BEARER], ['$1***@', '$1 ***'], $text);
        if ($shown === null) {
            return '***';
        }
        return preg_replace_callback(self::OPTION, static function (array $found): string {
            [, $sign, $name, $value] = $found;
            return self::isSecret($name) ? "{$sign}{$name}=***" : "{$sign}{$name}=" . self::value($value);
        }, $shown) ?? '***';
    }

    /** The value of an option that is none of a secret; what some servers take for more options stands in it. */
    private static function value(string $value): string
    {
        $names = [];
        preg_match_all(self::INNER_NAME, $value, $names, PREG_OFFSET_CAPTURE);
        foreach ($names[1] as [$name, $at]) {
            if (self::isSecret($name)) {
                return substr($value, 0, $at + strlen($name)) . '=***';
            }
        }
        return $value;
    }

    private static function isSecret(string $name): bool
    {
        return preg_match(self::SECRET_NAME, rawurldecode($name)) === 1;
    }

    /** `text` on one line, at most 500 bytes of it, without what is not seen, masked; always UTF-8. */
    public static function line(string $text): string
    {
        $short = substr($text, 0, self::LONGEST_LINE);
        if (strlen($text) > self::LONGEST_LINE) {
            // A character that was cut in its middle.
            $short = (string) preg_replace('~[\xC0-\xFF][\x80-\xBF]{0,2}\z~', '', $short);
        }
        if (preg_match('//u', $short) !== 1) {
            $short = (string) preg_replace('~[\x80-\xFF]~', '?', $short);
        }
        return self::text((string) preg_replace(self::UNSEEN, ' ', $short));
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
