<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime\Query;

use Microsoft\Graph\Runtime\QueryParameters;

/** What comes along when it is expanded. */
trait Expandable
{
    /**
     * The same, expanded with options of its own: `$user->manager->with(select: [...])`.
     *
     * @param array<Term|string>|null $select
     * @param array<Term|string>|null $expand
     * @param array<Term|string>|null $orderby
     * @param int|'max'|null $levels how often a relation is followed from what it leads to
     */
    public function with(
        ?array $select = null,
        ?array $expand = null,
        Condition|string|null $filter = null,
        ?array $orderby = null,
        ?string $search = null,
        ?int $top = null,
        ?int $skip = null,
        ?bool $count = null,
        int|string|null $levels = null,
    ): Expansion {
        $options = new QueryParameters($count, $expand, $filter, $orderby, $search, $select, $skip, $top);
        if ($levels !== null) {
            $options->levels = $levels;
        }
        return new Expansion($this, $options);
    }
}
