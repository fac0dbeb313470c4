<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

/**
 * Goes on from a page that was read already, in the official SDK's shape; `iterate` of a builder does without.
 *
 * `new PageIterator($page, $client->getRequestAdapter())`
 */
final class PageIterator
{
    private ?Pages $rest = null;

    /** @param array<mixed>|null $constructorCallable taken for the official SDK's sake: the page knows its class */
    public function __construct(
        private readonly Model $page,
        private readonly Core $core,
        ?array $constructorCallable = null,
    ) {
    }

    /**
     * Calls back with each item of this page and all that follow, until the callback returns false.
     *
     * @param callable(mixed): bool $callback
     */
    public function iterate(callable $callback): void
    {
        foreach ($this->items() as $item) {
            if ($callback($item) === false) {
                return;
            }
        }
    }

    /** @return \Generator<int, mixed> */
    private function items(): \Generator
    {
        $json = $this->page->underlying();
        yield from method_exists($this->page, 'getValue') ? $this->page->getValue() ?? [] : [];
        $link = $json->{'@odata.nextLink'} ?? null;
        if (is_string($link) && $link !== '') {
            $url = $this->core->root->adopt($link, $this->core->root->url('/'));
            $headers = ['accept' => 'application/json'];
            $this->rest = new Pages($this->core, new Request('GET', $url, Answer::model($this->page::class), $headers));
            yield from $this->rest;
        }
    }

    /** Where changes after this round can be asked for; known after the last page. */
    public function getDeltaLink(): ?string
    {
        $link = $this->page->underlying()->{'@odata.deltaLink'} ?? null;
        return $this->rest?->deltaLink() ?? (is_string($link) ? $link : null);
    }
}
