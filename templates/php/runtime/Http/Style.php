<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

use stdClass;

/**
 * How a value is written outside of JSON (OpenAPI 3.2.0, section 4.12.3), as RFC 6570 does for URLs.
 *
 * Values are as JSON has them. Null in a list or an object is left out.
 */
final class Style
{
    private const DELIMITERS = [
        'spaceDelimited' => '%20',
        'pipeDelimited' => '%7C',
        'tabDelimited' => '%09',
    ];
    /**
     * What is kept where reserved characters are allowed (RFC 3986, section 2.2), escapes that are there with it; but
     * for what would part the URL in that place.
     */
    private const RESERVED_IN_QUERY = '~(%[0-9A-Fa-f]{2}|[:/?@!$\'()*,;=])~';
    private const RESERVED_IN_PATH = '~(%(?!2[EeFf])[0-9A-Fa-f]{2}|[:@!$&\'()*+,;=])~';

    private function __construct()
    {
    }

    /**
     * @param array<string, mixed> $parameter
     * @throws \InvalidArgumentException for an empty value, which would take a segment away
     */
    public static function path(array $parameter, mixed $value): string
    {
        $name = rawurlencode($parameter['name']);
        $explode = $parameter['explode'] ?? false;
        $style = $parameter['style'];
        $escape = self::escape($parameter, self::RESERVED_IN_PATH);
        if (!self::hasText($value)) {
            throw new \InvalidArgumentException("'{$parameter['name']}' stands in the path: it is not empty");
        }
        if ($style === 'content') {
            return self::content($parameter, $value);
        }
        if ($style === 'matrix') {
            $pairs = self::named($name, $value, $explode, ',', $escape);
            // RFC 6570, section 3.2.7: an empty value has no equals sign.
            return implode('', array_map(static fn (string $pair): string => ';' . rtrim($pair, '='), $pairs));
        }
        $separator = $style === 'label' && $explode ? '.' : ',';
        $text = ($style === 'label' ? '.' : '') . self::joined($value, $explode, $separator, $escape);
        return $text !== '' && $text !== '.'
            ? $text
            : throw new \InvalidArgumentException("'{$parameter['name']}' stands in the path: it is not empty");
    }

    /**
     * `name=value` pairs, encoded.
     *
     * @param array<string, mixed> $parameter
     * @return list<string>
     */
    public static function query(array $parameter, mixed $value): array
    {
        $name = rawurlencode($parameter['name']);
        $escape = self::escape($parameter, self::RESERVED_IN_QUERY);
        $style = $parameter['style'];
        if ($style === 'content') {
            return ["{$name}=" . self::content($parameter, $value)];
        }
        if (!self::hasText($value)) {
            return [];
        }
        if ($style === 'deepObject' && (is_array($value) || $value instanceof stdClass)) {
            return self::deep($name, $value, $escape);
        }
        $explode = $parameter['explode'] ?? false;
        return self::named($name, $value, $explode, self::DELIMITERS[$style] ?? ',', $escape);
    }

    /**
     * The value of a field; null for a list or an object with nothing in it, which is left out.
     *
     * @param array<string, mixed> $parameter
     */
    public static function header(array $parameter, mixed $value): ?string
    {
        if ($parameter['style'] === 'content') {
            return self::isPlain($parameter, $value) ? $value : Json::encode($value);
        }
        $asIs = static fn (string $text): string => $text;
        return self::hasText($value) ? self::joined($value, $parameter['explode'] ?? false, ',', $asIs) : null;
    }

    /**
     * `name=value` pairs of the field `Cookie`.
     *
     * @param array<string, mixed> $parameter
     * @return list<string>
     * @throws \InvalidArgumentException for a value that would end the pair
     */
    public static function cookie(array $parameter, mixed $value): array
    {
        if ($parameter['style'] !== 'cookie') {
            return self::query($parameter, $value);
        }
        $asIs = static fn (string $text): string => !str_contains($text, ';')
            ? $text
            : throw new \InvalidArgumentException("'{$parameter['name']}' is a cookie: it has no semicolon");
        $explode = $parameter['explode'] ?? false;
        return self::hasText($value) ? self::named($parameter['name'], $value, $explode, ',', $asIs) : [];
    }

    /**
     * A value as its media type says, encoded for a URL.
     *
     * @param array<string, mixed> $parameter
     */
    public static function content(array $parameter, mixed $value): string
    {
        if (($parameter['mediaType'] ?? '') === 'application/x-www-form-urlencoded') {
            $pairs = [];
            foreach ($value instanceof stdClass ? self::there($value) : [] as $name => $item) {
                $member = ['name' => (string) $name, 'style' => 'form', 'explode' => true];
                array_push($pairs, ...self::query($member, $item));
            }
            return implode('&', $pairs);
        }
        $text = self::isPlain($parameter, $value) ? $value : Json::encode($value, JSON_UNESCAPED_UNICODE);
        return rawurlencode($text);
    }

    /**
     * Whether a value is sent as the text that it is.
     *
     * @param array<string, mixed> $parameter
     */
    private static function isPlain(array $parameter, mixed $value): bool
    {
        return is_string($value) && !str_contains($parameter['mediaType'] ?? '', 'json');
    }

    /** The text of a value without parts. */
    public static function text(mixed $value): string
    {
        return match (true) {
            is_string($value) => $value,
            is_bool($value) => $value ? 'true' : 'false',
            is_int($value), $value instanceof JsonNumber => (string) $value,
            $value === null => '',
            default => Json::encode($value),
        };
    }

    /**
     * @param callable(string): string $escape
     * @return list<string>
     */
    private static function named(string $name, mixed $value, bool $explode, string $between, callable $escape): array
    {
        $isObject = $value instanceof stdClass;
        if (!$explode || !($isObject || is_array($value))) {
            return ["{$name}=" . self::joined($value, false, $between, $escape)];
        }
        $pairs = [];
        foreach (self::there($value) as $key => $item) {
            $pairs[] = ($isObject ? rawurlencode((string) $key) : $name) . '=' . $escape(self::text($item));
        }
        return $pairs;
    }

    /** @param callable(string): string $escape */
    private static function joined(mixed $value, bool $explode, string $between, callable $escape): string
    {
        if (!is_array($value) && !$value instanceof stdClass) {
            return $escape(self::text($value));
        }
        $texts = [];
        foreach (self::there($value) as $key => $item) {
            if ($value instanceof stdClass) {
                $name = $escape((string) $key);
                array_push($texts, ...($explode ? [] : [$name]));
                $texts[] = ($explode ? "{$name}=" : '') . $escape(self::text($item));
            } else {
                $texts[] = $escape(self::text($item));
            }
        }
        return implode($between, $texts);
    }

    /**
     * @param array<mixed>|stdClass $value
     * @param callable(string): string $escape
     * @return list<string> `name[key][key]=value`
     */
    private static function deep(string $name, array|stdClass $value, callable $escape): array
    {
        $pairs = [];
        foreach (self::there($value) as $key => $item) {
            $inner = "{$name}%5B" . rawurlencode((string) $key) . '%5D';
            $hasParts = is_array($item) || $item instanceof stdClass;
            array_push($pairs, ...($hasParts
                ? self::deep($inner, $item, $escape)
                : ["{$inner}=" . $escape(self::text($item))]));
        }
        return $pairs;
    }

    /**
     * @param array<mixed>|stdClass $value
     * @return array<mixed>
     */
    private static function there(array|stdClass $value): array
    {
        $items = is_array($value) ? $value : get_object_vars($value);
        return array_filter($items, static fn (mixed $item): bool => $item !== null);
    }

    /** Whether there is something to write: of a list or an object with nothing in it, nothing is. */
    private static function hasText(mixed $value): bool
    {
        return !(is_array($value) || $value instanceof stdClass) || self::there($value) !== [];
    }

    /**
     * @param array<string, mixed> $parameter
     * @return callable(string): string
     */
    private static function escape(array $parameter, string $reserved): callable
    {
        if (!($parameter['reserved'] ?? false)) {
            return rawurlencode(...);
        }
        return static fn (string $text): string => implode('', array_map(
            static fn (string $part): string => preg_match($reserved, $part) === 1 ? $part : rawurlencode($part),
            preg_split($reserved, $text, -1, PREG_SPLIT_NO_EMPTY | PREG_SPLIT_DELIM_CAPTURE) ?: []
        ));
    }
}
