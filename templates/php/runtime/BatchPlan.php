<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

/** Which requests of a batch go together. */
final class BatchPlan
{
    /**
     * @param list<Request> $requests in the order in which they were given
     * @param list<array<int, BatchUnit>> $parts what each request that is sent holds
     */
    private function __construct(public readonly array $requests, public readonly array $parts)
    {
    }

    /**
     * @param array<Request|array<Request>> $given an array among them is a change set
     * @param bool $inOrder each waits for the one before it to succeed
     * @param array<array<Request>> $dependsOn lists of which the first request waits for the others to succeed
     * @throws \InvalidArgumentException for no requests, for what depends on none of them, and for more that belong
     *     together than the service takes
     */
    public static function of(array $given, bool $inOrder, array $dependsOn, BatchTraits $traits): self
    {
        $requests = [];
        $places = [];
        $members = [];
        foreach (array_values($given) as $unit => $asked) {
            foreach (is_array($asked) ? array_values($asked) : [$asked] as $request) {
                $places[spl_object_id($request)] ??= $unit;
                $members[$unit][count($requests)] = $request;
                $requests[] = $request;
            }
        }
        if ($requests === [] || count($members) !== count($given)) {
            throw new \InvalidArgumentException('a batch, and a change set of it, holds at least one request');
        }
        $before = static fn (int $at): array => $at > 0 ? [$at - 1] : [];
        $after = $inOrder ? array_map($before, array_keys($members)) : [];
        foreach ($dependsOn as $row) {
            $units = array_map(
                static fn (Request $one): int => $places[spl_object_id($one)]
                    ?? throw new \InvalidArgumentException('what a request depends on is not of the batch'),
                array_values($row)
            );
            foreach (array_slice($units, 1) as $earlier) {
                if ($earlier >= $units[0]) {
                    throw new \InvalidArgumentException('a request depends on those before it');
                }
                $after[$units[0]][] = $earlier;
            }
        }
        $units = [];
        foreach (array_values($given) as $at => $asked) {
            $units[] = new BatchUnit($members[$at], is_array($asked), array_values(array_unique($after[$at] ?? [])));
        }
        return new self($requests, self::parts($units, $traits->limit ?? PHP_INT_MAX));
    }

    /**
     * @param list<BatchUnit> $units
     * @return list<array<int, BatchUnit>>
     */
    private static function parts(array $units, int $limit): array
    {
        $parts = [];
        $size = 0;
        foreach (self::together($units) as $group) {
            $count = array_sum(array_map(static fn (BatchUnit $unit): int => count($unit->requests), $group));
            if ($count > $limit) {
                throw new \InvalidArgumentException("a batch holds 1 to {$limit} requests that depend on each other");
            }
            if ($parts === [] || $size + $count > $limit) {
                $parts[] = [];
                $size = 0;
            }
            $parts[count($parts) - 1] += $group;
            $size += $count;
        }
        foreach ($parts as $at => $part) {
            ksort($parts[$at]);
        }
        return $parts;
    }

    /**
     * The units by what depends on each other, in the order of the first of each.
     *
     * @param list<BatchUnit> $units
     * @return list<array<int, BatchUnit>>
     */
    private static function together(array $units): array
    {
        $groups = [];
        $of = [];
        foreach ($units as $at => $unit) {
            $of[$at] = $at;
            $groups[$at] = [$at => $unit];
            foreach ($unit->after as $earlier) {
                [$from, $to] = [max($of[$at], $of[$earlier]), min($of[$at], $of[$earlier])];
                if ($from !== $to) {
                    foreach (array_keys($groups[$from]) as $moved) {
                        $of[$moved] = $to;
                    }
                    $groups[$to] += $groups[$from];
                    unset($groups[$from]);
                }
            }
        }
        return array_values($groups);
    }
}
