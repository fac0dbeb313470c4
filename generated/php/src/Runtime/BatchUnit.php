<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime;

/** One request of a batch, or a change set: several of which the service does all or none. */
final class BatchUnit
{
    /**
     * @param array<int, Request> $requests by their place among all requests of the batch
     * @param list<int> $after the units that have to succeed before
     */
    public function __construct(
        public readonly array $requests,
        public readonly bool $isAtomic,
        public readonly array $after,
    ) {
    }
}
