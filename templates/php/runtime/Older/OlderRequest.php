<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime\Older;

use EdmundRuntime\Runtime\Answer;
use EdmundRuntime\Runtime\Json;
use EdmundRuntime\Runtime\JsonError;
use EdmundRuntime\Runtime\Model;
use EdmundRuntime\Runtime\Reply;
use EdmundRuntime\Runtime\Request;
use EdmundRuntime\Runtime\UnexpectedAnswer;
use stdClass;

/**
 * Requests to services of OData 1 to 3, and how their answers are read.
 *
 * A request is made as for 4.01 and turned into theirs here, its answer back; everything in between (pages, batches,
 * retries) is the same for all versions.
 */
final class OlderRequest
{
    private const JSON = 'application/json';
    /** What a key in a path has as it is. */
    private const PLAIN = ['%28' => '(', '%29' => ')', '%27' => "'", '%3D' => '=', '%2C' => ','];

    private function __construct()
    {
    }

    /**
     * @param class-string<Model>|null $class of the body, where it has one
     * @param Model|null $invoked what holds the arguments of an operation
     */
    public static function of(Version $version, Request $request, ?string $class, ?Model $invoked): Request
    {
        $headers = $request->headers;
        $content = $request->content;
        $url = self::url($request->url);
        if ($invoked !== null && !$version->hasActions()) {
            // It says its type without having one: SAP's services for Node.js read no arguments otherwise.
            $content = null;
            foreach (SentJson::arguments($invoked) as $name => $literal) {
                $url .= (str_contains($url, '?') ? '&' : '?') . rawurlencode($name) . '=' . rawurlencode($literal);
            }
        } elseif (is_string($content) && ($headers['content-type'] ?? '') === self::JSON) {
            $json = Json::decode($content);
            // A list of items goes without the object around it.
            $isList = $class !== null && $json instanceof stdClass && is_array($json->value ?? null);
            $class = $invoked === null ? $class : $invoked::class;
            $content = Json::encode(SentJson::of($isList ? $json->value : $json, $class, $version));
        }
        foreach (['accept', 'content-type'] as $name) {
            if (($headers[$name] ?? '') === self::JSON) {
                $headers[$name] = $version->json();
            }
        }
        $method = $request->method === 'PATCH' ? $version->updating() : $request->method;
        return new Request($method, $url, self::answer($request->answer), $headers, $content, $request->timeout);
    }

    private static function answer(Answer $answer): Answer
    {
        return $answer->reading(static function (Reply $reply) use ($answer): Reply {
            $isJson = str_contains($reply->headers['content-type'] ?? '', 'json');
            if ($reply->body === '' || !$isJson || $answer->accept !== self::JSON) {
                return $reply;
            }
            try {
                $json = AnsweredJson::of(Json::decode($reply->body), $answer->class);
            } catch (JsonError $error) {
                throw new UnexpectedAnswer("the answer is not JSON: {$error->getMessage()}");
            }
            return new Reply($reply->status, $reply->headers, $json === null ? '' : Json::encode($json), $reply->url);
        });
    }

    /** `$count` as an option is `$inlinecount`, links are `$links` before the property's name. */
    private static function url(string $url): string
    {
        [$path, $query] = [...explode('?', $url, 2), ''];
        $query = (string) preg_replace('/(\A|&)\$search=/', '$1search=', $query);
        $query = (string) preg_replace('/(\A|&)\$count=true(?=&|\z)/', '$1\$inlinecount=allpages', $query);
        $query = trim((string) preg_replace('/(\A|&)\$count=false(?=&|\z)/', '', $query), '&');
        if (str_ends_with($path, '/$ref')) {
            [$path, $query] = self::links(substr($path, 0, -strlen('/$ref')), $query);
        }
        return $query === '' ? $path : "{$path}?{$query}";
    }

    /**
     * A link among many is removed by the key of what it leads to, which 4.0 has in `$id`.
     *
     * @return array{string, string} path and query
     */
    private static function links(string $path, string $query): array
    {
        $at = (int) strrpos($path, '/');
        $key = '';
        $match = [];
        if (preg_match('/(?:\A|&)\$id=([^&]*)/', $query, $match, PREG_OFFSET_CAPTURE) === 1) {
            $found = [];
            if (preg_match('~\([^()/]*\)\z~', rawurldecode($match[1][0]), $found) === 1) {
                $key = strtr(rawurlencode($found[0]), self::PLAIN);
                $query = trim(substr_replace($query, '', $match[0][1], strlen($match[0][0])), '&');
            }
        }
        return [substr($path, 0, $at) . '/$links' . substr($path, $at) . $key, $query];
    }
}
