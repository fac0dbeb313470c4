<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime\Query;

/** One criterion of an order. */
final class Order implements Term, \Stringable
{
    /**
     * @internal made by `asc` and `desc`
     * @template V
     * @param Expression<V> $by
     */
    public function __construct(private readonly Expression $by, private readonly bool $isDescending)
    {
    }

    public function textFor(Option $option): string
    {
        return $option === Option::OrderBy
            ? (string) $this
            : throw new \InvalidArgumentException("{$option->value} takes no order");
    }

    public function paths(): iterable
    {
        return $this->by->paths();
    }

    public function __toString(): string
    {
        return $this->by . ($this->isDescending ? ' desc' : '');
    }
}
