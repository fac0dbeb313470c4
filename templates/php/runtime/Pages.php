<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

/**
 * The items of all pages of a collection, in order; one page is read at a time, when its items are asked for.
 *
 * @template T
 * @implements \IteratorAggregate<int, T>
 */
final class Pages implements \IteratorAggregate
{
    private ?string $deltaLink = null;
    private ?int $count = null;

    public function __construct(private readonly Core $core, private readonly Request $first)
    {
    }

    /**
     * @return \Generator<int, T>
     * @throws PagingStopped for a collection that does not end
     * @throws UnsafeUrl for a link to another origin
     */
    public function getIterator(): \Generator
    {
        $request = $this->first;
        $seen = [hash('xxh128', $request->url) => true];
        $at = 0;
        for ($left = $this->core->maxPages; $request !== null; $left--) {
            if ($left === 0) {
                throw new PagingStopped('the collection has more pages than this client allows (maxPages)');
            }
            $page = $this->core->transport->send($request)->wait();
            $current = $request;
            $request = null;
            if (!$page instanceof Model) {
                return;
            }
            $json = $page->underlying();
            $this->count = is_int($json->{'@odata.count'} ?? null) ? $json->{'@odata.count'} : $this->count;
            $this->deltaLink = self::link($json, '@odata.deltaLink') ?? $this->deltaLink;
            $link = self::link($json, '@odata.nextLink');
            if ($link !== null) {
                // Links are held to the service root's origin, never to the last page's.
                $url = $this->core->root->adopt($link, $current->url);
                $key = hash('xxh128', $url);
                if (isset($seen[$key])) {
                    throw new PagingStopped('the service linked to a page that it gave already');
                }
                $seen[$key] = true;
                $request = $current->at($url);
            }
            if (!method_exists($page, 'getValue')) {
                throw new UnexpectedAnswer('a page has no value');
            }
            foreach ($page->getValue() ?? [] as $item) {
                yield $at++ => $item;
            }
        }
    }

    private static function link(\stdClass $json, string $name): ?string
    {
        $found = $json->{$name} ?? null;
        return is_string($found) && $found !== '' ? $found : null;
    }

    /** Where changes after this round can be asked for (`withUrl`); known after the last page. */
    public function deltaLink(): ?string
    {
        return $this->deltaLink;
    }

    /** The service's count of all items, when it gave one. */
    public function count(): ?int
    {
        return $this->count;
    }
}
