<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime;

use stdClass;

/** Several requests in one, as JSON (OData JSON Format 4.01, section 19). */
final class Batch
{
    private function __construct()
    {
    }

    /**
     * The batch's body.
     *
     * @param array<int, BatchUnit> $units
     * @throws \InvalidArgumentException for requests of another service
     */
    public static function content(ServiceRoot $root, array $units, BatchTraits $traits): string
    {
        $items = [];
        foreach ($units as $at => $unit) {
            $after = [];
            foreach ($unit->after as $earlier) {
                $after[] = $units[$earlier]->isAtomic
                    ? self::group($earlier)
                    : self::id((int) array_key_first($units[$earlier]->requests));
            }
            foreach ($unit->requests as $place => $request) {
                $item = self::item($root, $request, $traits);
                $item->id = self::id($place);
                if ($unit->isAtomic) {
                    $item->atomicityGroup = self::group($at);
                }
                if ($after !== []) {
                    $item->dependsOn = $after;
                }
                $items[] = $item;
            }
        }
        return Json::encode((object) ['requests' => $items]);
    }

    /** What the request at a place of the batch is called in it. */
    public static function id(int $place): string
    {
        return (string) ($place + 1);
    }

    private static function group(int $unit): string
    {
        return 'g' . ($unit + 1);
    }

    /**
     * The URL of a request as the batch has it: relative to the service root.
     *
     * @throws \InvalidArgumentException for one that does not lie below it
     */
    public static function path(ServiceRoot $root, Request $request, BatchTraits $traits): string
    {
        $url = $root->adopt($request->url);
        $base = $root->url('');
        if ($url !== $base && !str_starts_with($url, "{$base}/")) {
            throw new \InvalidArgumentException('a request of a batch lies below the service root');
        }
        $path = ltrim(substr($url, strlen($base)), '/');
        return $traits->hasLeadingSlash ? "/{$path}" : $path;
    }

    private static function item(ServiceRoot $root, Request $request, BatchTraits $traits): stdClass
    {
        $headers = Headers::checked($request->headers);
        $item = (object) ['method' => $request->method, 'url' => self::path($root, $request, $traits)];
        $content = $request->bytes();
        if ($content !== null) {
            $kind = trim(explode(';', $headers['content-type'] ?? '')[0]);
            $isJson = $kind === 'application/json' || str_ends_with($kind, '+json');
            $item->body = $isJson ? Json::decode($content) : base64_encode($content);
        }
        if ($headers !== []) {
            $item->headers = (object) $headers;
        }
        return $item;
    }

    /**
     * The answers by the places of their requests.
     *
     * @param array<int, BatchUnit> $units
     * @return array<int, Reply>
     * @throws UnexpectedAnswer when the reply is not one of a batch
     */
    public static function replies(array $units, Reply $reply): array
    {
        try {
            $json = Json::decode($reply->body);
        } catch (JsonError) {
            $json = null;
        }
        if (!$json instanceof stdClass || !is_array($json->responses ?? null)) {
            throw new UnexpectedAnswer('the answer is not one of a batch');
        }
        $parts = [];
        foreach ($json->responses as $part) {
            if (!$part instanceof stdClass || !is_string($part->id ?? null)) {
                throw new UnexpectedAnswer('the answer is not one of a batch');
            }
            $parts[$part->id] = $part;
        }
        $found = [];
        foreach ($units as $unit) {
            foreach ($unit->requests as $place => $request) {
                $part = $parts[self::id($place)] ?? null;
                if ($part !== null) {
                    $found[$place] = self::part($part, $request);
                }
            }
        }
        return $found;
    }

    private static function part(stdClass $part, Request $request): Reply
    {
        $status = $part->status ?? null;
        if (!is_int($status)) {
            throw new UnexpectedAnswer('an answer in the batch has no status');
        }
        $headers = [];
        $given = $part->headers ?? null;
        foreach ($given instanceof stdClass ? get_object_vars($given) : [] as $name => $value) {
            if (is_string($value)) {
                $headers[strtolower((string) $name)] = $value;
            }
        }
        $body = $part->body ?? null;
        $kind = $headers['content-type'] ?? '';
        $content = match (true) {
            $body === null => '',
            is_string($body) && !str_contains($kind, 'json') => self::decoded($body, $kind),
            default => Json::encode($body),
        };
        return new Reply($status, $headers, $content, $request->url);
    }

    /** Text as it is; anything else comes in base64. */
    private static function decoded(string $body, string $kind): string
    {
        if ($kind === '' || str_starts_with($kind, 'text/')) {
            return $body;
        }
        return Base64::decode($body) ?? throw new UnexpectedAnswer('a binary answer in the batch is not base64');
    }
}
