<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

/**
 * The items of all pages of a list, in order; one page is read at a time, when its items are asked for.
 *
 * @template T
 * @implements \IteratorAggregate<int, T>
 */
final class Pages implements \IteratorAggregate
{
    public function __construct(private readonly Core $core, private readonly Request $first)
    {
    }

    /**
     * @return \Generator<int, T>
     * @throws PagingStopped for a list that does not end
     * @throws UnsafeUrl for a link to another origin
     */
    public function getIterator(): \Generator
    {
        $paging = $this->first->answer->call()['paging'];
        $request = $this->first;
        $seen = [];
        $at = 0;
        for ($left = $this->core->maxPages; $request !== null; $left--) {
            if ($left === 0) {
                throw new PagingStopped('the list has more pages than this client allows (maxPages)');
            }
            $key = hash('xxh128', $request->url);
            if (isset($seen[$key])) {
                throw new PagingStopped('the service linked to a page that it gave already');
            }
            $seen[$key] = true;
            $page = $this->core->transportOf($request)->respond($request)->wait();
            $items = self::within($page->value, $paging['items'] ?? []) ?? [];
            $url = $this->next($paging, $page, $request->url, is_array($items) ? count($items) : 0);
            $request = $url === null ? null : $request->at($url);
            foreach (is_array($items) ? $items : [] as $item) {
                yield $at++ => $item;
            }
        }
    }

    /**
     * Where the next page is; null for none.
     *
     * @param array<string, mixed> $paging
     */
    private function next(array $paging, Response $page, string $url, int $count): ?string
    {
        $said = self::within($page->value, $paging['next'] ?? []);
        $link = match ($paging['kind']) {
            'link header' => self::linked($page->header('link') ?? ''),
            'next link' => is_string($said) && $said !== '' ? $said : null,
            'cursor' => is_scalar($said) && $said !== '' && $said !== false
                ? self::asked($url, $paging['parameter'], Style::text($said))
                : null,
            'page' => $this->counted($paging, $url, $count, 1),
            default => $this->counted($paging, $url, $count, $count),
        };
        // Links are held to the service root's origin, never to the last page's.
        return $link === null ? null : $this->core->root->adopt($link, $url);
    }

    /**
     * The URL with a parameter that counts pages or items; null behind a page without items.
     *
     * @param array<string, mixed> $paging
     */
    private function counted(array $paging, string $url, int $count, int $more): ?string
    {
        $first = $paging['kind'] === 'page' ? $paging['first'] : 0;
        $number = self::number($url, $paging['parameter'], $first) + $more;
        return $count === 0 ? null : self::asked($url, $paging['parameter'], (string) $number);
    }

    /**
     * What stands at a path of names within a page.
     *
     * @param list<string> $path
     */
    private static function within(mixed $value, array $path): mixed
    {
        foreach ($path as $name) {
            $value = match (true) {
                $value instanceof Model => $value->valueOf($name),
                is_array($value) => $value[$name] ?? null,
                default => null,
            };
        }
        return $value;
    }

    /** The target of the first link to a next page (RFC 8288, section 3). */
    private static function linked(string $field): ?string
    {
        $links = [];
        preg_match_all('~<([^<>]*+)>((?:\s*+;\s*+[\w*-]++(?:\s*+=\s*+(?:"[^"]*+"|[^\s",;]++))?+)*+)~', $field, $links);
        $isNext = '~;\s*+rel\s*+=\s*+(?:"(?:[^"]*\s)?next(?:\s[^"]*)?"|next(?=\s|;|\z))~i';
        foreach ($links[2] ?? [] as $at => $parameters) {
            if (preg_match($isNext, $parameters) === 1) {
                return $links[1][$at];
            }
        }
        return null;
    }

    /** The URL with another value of one query parameter. */
    private static function asked(string $url, string $name, string $value): string
    {
        [$path, $query] = [...explode('?', $url, 2), ''];
        $isOther = static fn (string $pair): bool => rawurldecode(explode('=', $pair, 2)[0]) !== $name && $pair !== '';
        $pairs = array_filter(explode('&', $query), $isOther);
        return "{$path}?" . implode('&', [...$pairs, rawurlencode($name) . '=' . rawurlencode($value)]);
    }

    private static function number(string $url, string $name, int $first): int
    {
        foreach (explode('&', explode('?', $url, 2)[1] ?? '') as $pair) {
            [$key, $value] = [...explode('=', $pair, 2), ''];
            if (rawurldecode($key) === $name && preg_match('/\A[0-9]{1,15}\z/', $value) === 1) {
                return (int) $value;
            }
        }
        return $first;
    }
}
