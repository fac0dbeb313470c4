<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

/** Header fields of a request, checked in our own layer. */
final class Headers
{
    private const NAME = '/\A[!#$%&\'*+.^_`|~0-9A-Za-z-]+\z/';
    private const VALUE = '/\A[\t\x20-\x7e\x80-\xff]*\z/';
    private const RESERVED = ['host', 'content-length', 'transfer-encoding', 'connection'];

    private function __construct()
    {
    }

    /**
     * Fields by lower-case name; several values of one name are joined with a comma.
     *
     * @param iterable<mixed, mixed> $headers a text or several for each name
     * @return array<string, string>
     * @throws \InvalidArgumentException for a name that is no token, a value with a line break or a control
     *     character (RFC 9110, section 5), and the fields that frame the message
     */
    public static function checked(iterable $headers): array
    {
        $found = [];
        foreach ($headers as $name => $values) {
            $name = (string) $name;
            if (preg_match(self::NAME, $name) !== 1) {
                throw new \InvalidArgumentException('a header name has characters that no header name has');
            }
            $key = strtolower($name);
            if (in_array($key, self::RESERVED, true)) {
                throw new \InvalidArgumentException("header '{$name}' is set by the transport");
            }
            foreach (is_iterable($values) ? $values : [$values] as $value) {
                $text = is_int($value) || $value instanceof \Stringable ? (string) $value : $value;
                if (!is_string($text) || preg_match(self::VALUE, $text) !== 1) {
                    $problem = 'has a line break or control character';
                    throw new \InvalidArgumentException("the value of header '{$name}' {$problem}");
                }
                $found[$key] = isset($found[$key]) ? "{$found[$key]}, " . trim($text) : trim($text);
            }
        }
        return $found;
    }
}
