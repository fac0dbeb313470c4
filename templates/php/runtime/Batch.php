<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

use stdClass;

/** Several requests in one (OData JSON Format 4.01, section 19): at most 20, answered one by one. */
final class Batch
{
    public const MAX_REQUESTS = 20;

    private function __construct()
    {
    }

    /**
     * The batch's body.
     *
     * @param list<Request> $requests
     * @throws \InvalidArgumentException for none, for more than 20, and for requests of another service
     */
    public static function content(ServiceRoot $root, array $requests, bool $inOrder): string
    {
        $count = count($requests);
        if ($count < 1 || $count > self::MAX_REQUESTS) {
            throw new \InvalidArgumentException('a batch holds 1 to ' . self::MAX_REQUESTS . " requests, not {$count}");
        }
        $items = [];
        foreach ($requests as $at => $request) {
            $item = self::item($root, $request);
            $item->id = (string) ($at + 1);
            if ($inOrder && $at > 0) {
                $item->dependsOn = [(string) $at];
            }
            $items[] = $item;
        }
        return Json::encode((object) ['requests' => $items]);
    }

    private static function item(ServiceRoot $root, Request $request): stdClass
    {
        $url = $root->adopt($request->url);
        $base = $root->url('');
        if ($url !== $base && !str_starts_with($url, "{$base}/")) {
            throw new \InvalidArgumentException('a request of a batch lies below the service root');
        }
        $headers = Headers::checked($request->headers);
        $path = substr($url, strlen($base));
        $item = (object) ['method' => $request->method, 'url' => $path === '' ? '/' : $path];
        if ($request->content !== null) {
            $kind = trim(explode(';', $headers['content-type'] ?? '')[0]);
            $isJson = $kind === 'application/json' || str_ends_with($kind, '+json');
            $item->body = $isJson ? Json::decode($request->content) : base64_encode($request->content);
        }
        if ($headers !== []) {
            $item->headers = (object) $headers;
        }
        return $item;
    }
}
