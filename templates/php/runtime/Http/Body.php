<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

use GuzzleHttp\Psr7\LimitStream;
use Psr\Http\Message\StreamInterface;
use stdClass;

/** The body of a request, in the form that its media type has. */
final class Body
{
    private function __construct()
    {
    }

    /**
     * The one of a call's bodies that has the media type, or that is meant where none is named.
     *
     * @param non-empty-list<array<string, mixed>> $bodies
     * @return array<string, mixed>
     * @throws \InvalidArgumentException for a media type that the call does not take
     */
    public static function chosen(array $bodies, ?string $mediaType): array
    {
        foreach ($mediaType === null ? [] : $bodies as $body) {
            if (MediaType::name($body['mediaType']) === MediaType::name($mediaType)) {
                return $body;
            }
        }
        foreach ($mediaType === null ? [] : $bodies as $body) {
            if ($body['ofCaller'] ?? false) {
                return $body;
            }
        }
        return $mediaType === null
            ? $bodies[0]
            : throw new \InvalidArgumentException("the call takes no body of '" . Mask::line($mediaType) . "'");
    }

    /**
     * @param array<string, mixed> $body
     * @param string|null $method the method that it is checked for, before it is sent; null for no check
     * @return array{StreamInterface|string, string} bytes and media type
     * @throws \InvalidArgumentException for what is no value of the body's type
     */
    public static function encoded(array $body, mixed $value, ?string $mediaType, ?string $method): array
    {
        $kind = $mediaType ?? $body['mediaType'];
        if ($body['form'] === 'bytes') {
            return [self::bytes($value), $kind];
        }
        if ($body['form'] === 'json lines' || $body['form'] === 'json sequence') {
            return [self::sequence($body, $value, $method), $kind];
        }
        $held = self::taken($body['shape'], $value);
        if ($method !== null) {
            Validator::beforeSending($body['shape'], Wire::outline($held), $method);
        }
        if ($body['form'] === 'multipart') {
            $multipart = new Multipart(bin2hex(random_bytes(16)));
            return [$multipart->stream($body, self::members($held)), "{$kind}; boundary={$multipart->boundary}"];
        }
        return [match ($body['form']) {
            'json' => Json::encode(Wire::plainValue($held)),
            'form' => self::form($body, self::members($held)),
            default => Style::text(Wire::plainValue($held)),
        }, $kind];
    }

    /** What is sent of a stream: what was read of it before is no part of the body. */
    public static function bytes(mixed $value): StreamInterface|string
    {
        if (!$value instanceof StreamInterface) {
            return is_string($value) ? $value : throw new \InvalidArgumentException('the body is a stream, or bytes');
        }
        $isBegun = $value->isSeekable() && $value->tell() > 0;
        return $isBegun ? new LimitStream($value, -1, $value->tell()) : $value;
    }

    /**
     * The part of a form that a member is.
     *
     * @param array<string, mixed> $body
     * @return array<string, mixed>
     */
    public static function part(array $body, string $name): array
    {
        $other = $body['otherParts'] ?? ['form' => 'style', 'style' => 'form', 'explode' => true];
        return $body['parts'][$name] ?? $other;
    }

    /** @param array<string, mixed> $shape */
    private static function taken(array $shape, mixed $value): mixed
    {
        try {
            return Codec::taken($shape, $value);
        } catch (NotOfType $error) {
            throw new \InvalidArgumentException("the body takes {$error->getMessage()}");
        }
    }

    /** @return array<mixed> what an object of a form has, by name */
    private static function members(mixed $held): array
    {
        $value = $held instanceof Union ? $held->underlying() : $held;
        $json = $value instanceof Model ? $value->underlying() : $value;
        return $json instanceof stdClass
            ? get_object_vars($json)
            : throw new \InvalidArgumentException('the body is an object');
    }

    /**
     * @param array<string, mixed> $body
     * @param array<mixed> $members
     */
    private static function form(array $body, array $members): string
    {
        $pairs = [];
        foreach ($members as $name => $held) {
            $part = ['name' => (string) $name, ...self::part($body, (string) $name)];
            $value = Wire::plainValue($held);
            if ($value === null) {
                continue;
            }
            if ($part['form'] !== 'json') {
                array_push($pairs, ...Style::query($part, $value));
                continue;
            }
            $isRepeated = ($part['repeats'] ?? false) && is_array($value);
            foreach ($isRepeated ? $value : [$value] as $item) {
                $pairs[] = rawurlencode((string) $name) . '=' . rawurlencode(Json::encode($item));
            }
        }
        return implode('&', $pairs);
    }

    /**
     * Values one after the other; each is checked by itself, its pointer is that of an item.
     *
     * @param array<string, mixed> $body
     */
    private static function sequence(array $body, mixed $value, ?string $method): string
    {
        if (!is_iterable($value)) {
            throw new \InvalidArgumentException('the body is values that follow each other');
        }
        $before = $body['form'] === 'json sequence' ? "\x1e" : '';
        $text = '';
        $at = 0;
        foreach ($value as $item) {
            $held = self::taken($body['shape'], $item);
            if ($method !== null) {
                Validator::beforeSending($body['shape'], Wire::outline($held), $method, "/{$at}");
            }
            $text .= $before . Json::encode(Wire::plainValue($held)) . "\n";
            $at++;
        }
        return $text;
    }
}
