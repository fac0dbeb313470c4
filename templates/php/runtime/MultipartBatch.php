<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

/** Several requests in one, as MIME parts (Protocol 4.01, section 11.7.7; RFC 2046, section 5.1). */
final class MultipartBatch
{
    private const BOUNDARY = '~;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))~i';
    private const STATUS = '~\AHTTP/[0-9.]{1,4} ([1-9][0-9]{2})(?: |\r?\n|\z)~';

    private function __construct()
    {
    }

    /**
     * The batch's body.
     *
     * @param array<int, BatchUnit> $units
     * @throws \InvalidArgumentException for requests of another service, and for reading ones in a change set
     */
    public static function content(ServiceRoot $root, array $units, BatchTraits $traits, string $boundary): string
    {
        $made = '';
        foreach ($units as $at => $unit) {
            $parts = array_map(
                static fn (Request $request, int $place): string => self::request($root, $request, $place, $traits),
                $unit->requests,
                array_keys($unit->requests)
            );
            if ($unit->isAtomic) {
                self::refuseReading($unit);
                $inner = "{$boundary}_set{$at}";
                $kind = "Content-Type: multipart/mixed; boundary={$inner}";
                $parts = ["{$kind}\r\n\r\n" . self::joined($parts, $inner)];
            }
            foreach ($parts as $part) {
                $made .= "--{$boundary}\r\n{$part}\r\n";
            }
        }
        return "{$made}--{$boundary}--\r\n";
    }

    private static function refuseReading(BatchUnit $unit): void
    {
        foreach ($unit->requests as $request) {
            if ($request->method === 'GET') {
                throw new \InvalidArgumentException('a change set holds requests that change something');
            }
        }
    }

    /** @param list<string> $parts */
    private static function joined(array $parts, string $boundary): string
    {
        $all = array_map(static fn (string $part): string => "--{$boundary}\r\n{$part}\r\n", $parts);
        return implode('', $all) . "--{$boundary}--\r\n";
    }

    private static function request(ServiceRoot $root, Request $request, int $place, BatchTraits $traits): string
    {
        $path = Batch::path($root, $request, $traits);
        $lines = [
            'Content-Type: application/http',
            'Content-Transfer-Encoding: binary',
            'Content-ID: ' . Batch::id($place),
            '',
            "{$request->method} {$path} HTTP/1.1",
        ];
        foreach (Headers::checked($request->headers) as $name => $value) {
            $lines[] = "{$name}: {$value}";
        }
        return implode("\r\n", $lines) . "\r\n\r\n" . ($request->bytes() ?? '');
    }

    /**
     * The answers by the places of their requests. They come in the order of the requests; one error stands for a
     * whole change set, and after an error there may be no more.
     *
     * @param array<int, BatchUnit> $units
     * @return array<int, Reply>
     * @throws UnexpectedAnswer when the reply is not one of a batch
     */
    public static function replies(array $units, Reply $reply): array
    {
        $parts = self::parts($reply->headers['content-type'] ?? '', $reply->body);
        $found = [];
        foreach (array_values($units) as $at => $unit) {
            if (!isset($parts[$at])) {
                break;
            }
            [$headers, $content] = self::split($parts[$at]);
            $kind = $headers['content-type'] ?? '';
            $isSet = str_starts_with(strtolower($kind), 'multipart/');
            $inner = $isSet ? self::parts($kind, $content) : [];
            $order = 0;
            foreach ($unit->requests as $place => $request) {
                $text = $isSet ? self::named($inner, Batch::id($place), $order++) : $content;
                if ($text !== null) {
                    $found[$place] = self::reply($text, $request);
                }
            }
        }
        return $found;
    }

    /**
     * The answer in a change set that says whose it is, or else the one at that place.
     *
     * @param list<string> $parts
     */
    private static function named(array $parts, string $id, int $order): ?string
    {
        $unnamed = null;
        foreach ($parts as $at => $part) {
            [$headers, $content] = self::split($part);
            if (($headers['content-id'] ?? null) === $id) {
                return $content;
            }
            if ($at === $order && !isset($headers['content-id'])) {
                $unnamed = $content;
            }
        }
        return $unnamed;
    }

    private static function reply(string $text, Request $request): Reply
    {
        $match = [];
        if (preg_match(self::STATUS, $text, $match) !== 1) {
            throw new UnexpectedAnswer('an answer in the batch has no status');
        }
        $end = strpos($text, "\n");
        [$headers, $body] = self::split($end === false ? '' : substr($text, $end + 1));
        return new Reply((int) $match[1], $headers, $body, $request->url);
    }

    /** @return list<string> */
    private static function parts(string $kind, string $body): array
    {
        $match = [];
        if (!str_starts_with(strtolower($kind), 'multipart/mixed') || preg_match(self::BOUNDARY, $kind, $match) !== 1) {
            throw new UnexpectedAnswer('the answer is not one of a batch');
        }
        $boundary = $match[2] ?? $match[1];
        $mark = preg_quote($boundary, '~');
        $pieces = preg_split("~(?:\\A|\\r?\\n)--{$mark}(?:--)?[ \\t]*+(?=\\r?\\n|\\z)~", $body);
        $isWhole = preg_match("~(?:\\A|\\n)--{$mark}--[ \\t]*+(?:\\r?\\n|\\z)~", $body) === 1;
        if ($pieces === false || !$isWhole) {
            throw new UnexpectedAnswer('the answer is not one of a batch');
        }
        // Before the first boundary and after the last one is nothing that counts; each part starts on a new line.
        return array_map(
            static fn (string $piece): string => (string) preg_replace('~\A\r?\n~', '', $piece),
            array_slice($pieces, 1, -1)
        );
    }

    /** @return array{array<string, string>, string} header fields by lower-case name, and what follows them */
    private static function split(string $text): array
    {
        $headers = [];
        $at = 0;
        while ($at < strlen($text)) {
            $end = strpos($text, "\n", $at);
            $end = $end === false ? strlen($text) : $end;
            $line = rtrim(substr($text, $at, $end - $at), "\r");
            $at = $end + 1;
            if ($line === '') {
                break;
            }
            [$name, $value] = [...explode(':', $line, 2), ''];
            $headers[strtolower(trim($name))] = trim($value);
        }
        return [$headers, substr($text, $at)];
    }
}
