<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime;

/** The states that a program, a text of numbers, stands for: of each its kind, what it takes and what follows. */
final class PatternProgram
{
    public const SET = 0;
    public const START = 1;
    public const END = 2;
    public const BOUNDARY = 3;
    public const NO_BOUNDARY = 4;
    public const LOOK = 5;
    public const NO_LOOK = 6;
    public const SEQUENCE = 7;
    public const CHOICE = 8;
    public const REPEAT = 9;
    public const FINAL = 10;

    /** @var list<int> */
    public array $kinds = [self::FINAL];
    /** @var list<int> the set of a SET, the first state of a look-ahead */
    public array $taken = [0];
    /** @var list<list<int>> */
    public array $following = [[]];
    /** @var list<list<int>> the first and last code point of each range, in order */
    public array $sets = [];
    public readonly int $start;

    private int $at = 0;

    /** @param list<int> $numbers */
    public function __construct(private readonly array $numbers)
    {
        for ($left = $this->take(); $left > 0; $left--) {
            $length = 2 * $this->take();
            $this->sets[] = array_slice($numbers, $this->at, $length);
            $this->at += $length;
        }
        $this->start = $this->add(0);
    }

    private function take(): int
    {
        return $this->numbers[$this->at++];
    }

    /** @param list<int> $following */
    private function append(int $kind, int $taken, array $following): int
    {
        $this->kinds[] = $kind;
        $this->taken[] = $taken;
        $this->following[] = $following;
        return count($this->kinds) - 1;
    }

    /** Add the states of the next node, which go on to `after`; gives the first of them. */
    private function add(int $after): int
    {
        $kind = $this->take();
        switch ($kind) {
            case self::SET:
                return $this->append($kind, $this->take(), [$after]);
            case self::LOOK:
            case self::NO_LOOK:
                return $this->append($kind, $this->add(0), [$after]);
            case self::SEQUENCE:
                for ($left = $this->take(); $left > 0; $left--) {
                    $after = $this->add($after);
                }
                return $after;
            case self::CHOICE:
                $branches = [];
                for ($left = $this->take(); $left > 0; $left--) {
                    $branches[] = $this->add($after);
                }
                return $this->append($kind, 0, $branches);
            case self::REPEAT:
                $least = $this->take();
                return $this->repeat($least, $this->take(), $after);
        }
        return $this->append($kind, 0, [$after]);
    }

    private function repeat(int $least, int $most, int $end): int
    {
        $node = $this->at;
        $after = $end;
        if ($most < 0) {
            $after = $this->append(self::CHOICE, 0, []);
            $this->following[$after] = [$this->add($after), $end];
        }
        for ($left = $most - $least; $left > 0; $left--) {
            $this->at = $node;
            $after = $this->append(self::CHOICE, 0, [$this->add($after), $end]);
        }
        for ($left = $least; $left > 0; $left--) {
            $this->at = $node;
            $after = $this->add($after);
        }
        return $after;
    }
}
