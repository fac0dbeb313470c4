<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime\Query;

/** What options of a query are made of, beside text. */
interface Term
{
    /**
     * The text of the option, or of one of its items; not percent-encoded.
     *
     * @throws \InvalidArgumentException for an option that takes no such term
     */
    public function textFor(Option $option): string;

    /** @return iterable<string> the paths of properties that the term speaks of, from the items that are asked for */
    public function paths(): iterable;
}
