<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime\Query;

use Microsoft\Graph\Runtime\QueryParameters;

/** What the service says that it does not filter, sort by or expand at one place; text is not looked into. */
final class Limits
{
    /**
     * @param list<string> $filter paths from the items, as in the other two
     * @param list<string> $orderby
     * @param list<string> $expand
     */
    public function __construct(
        private readonly array $filter = [],
        private readonly array $orderby = [],
        private readonly array $expand = [],
    ) {
    }

    /** @throws QueryError for a query that the service says it does not take */
    public function check(QueryParameters $asked): void
    {
        $this->refuse([$asked->filter], $this->filter, 'cannot be filtered');
        $this->refuse($asked->orderby ?? [], $this->orderby, 'cannot be sorted by');
        $this->refuse($asked->expand ?? [], $this->expand, 'cannot be expanded');
    }

    /**
     * @param array<mixed> $terms
     * @param list<string> $refused
     */
    private function refuse(array $terms, array $refused, string $words): void
    {
        foreach ($refused === [] ? [] : $terms as $term) {
            foreach ($term instanceof Term ? $term->paths() : [] as $path) {
                foreach ($refused as $each) {
                    if ($path === $each || str_starts_with($path, "{$each}/")) {
                        throw new QueryError("'{$path}' {$words}; it can be {$this->abilities($path)}");
                    }
                }
            }
        }
    }

    private function abilities(string $path): string
    {
        $can = [];
        if (!in_array($path, $this->filter, true)) {
            $can[] = 'filtered';
        }
        if (!in_array($path, $this->orderby, true)) {
            $can[] = 'sorted by';
        }
        return implode(' and ', [...$can, 'selected']);
    }
}
