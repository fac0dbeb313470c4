<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime;

/** A regular expression as an automaton: states by number, with what each asks for and where it leads. */
final class PatternProgram
{
    public const FINAL = 0;

    /** @var list<PatternNode|null> what a state accepts or asks for; null leads on without a condition */
    public array $nodes = [null];
    /** @var list<list<int>> */
    public array $to = [[]];
    /** @var array<int, PatternProgram> the programs of look-aheads, by state */
    public array $looks = [];
    public int $start = self::FINAL;

    private function __construct()
    {
    }

    /** @throws UnsupportedPattern for more than `budget` nodes, repetitions written out */
    public static function of(PatternNode $node, int $budget): self
    {
        return self::assembled($node, $budget);
    }

    private static function assembled(PatternNode $node, int &$budget): self
    {
        $made = new self();
        $made->start = $made->add($node, self::FINAL, $budget);
        return $made;
    }

    /** Add the states that match `node` and then go on to `after`; gives the first of them. */
    private function add(PatternNode $node, int $after, int &$budget): int
    {
        $budget--;
        if ($budget < 0) {
            throw new UnsupportedPattern('too large');
        }
        switch ($node->kind) {
            case PatternKind::Sequence:
                foreach (array_reverse($node->inner) as $item) {
                    $after = $this->add($item, $after, $budget);
                }
                return $after;
            case PatternKind::Alternation:
                $branches = [];
                foreach ($node->inner as $branch) {
                    $branches[] = $this->add($branch, $after, $budget);
                }
                return $this->append(null, $branches);
            case PatternKind::Repeat:
                return $this->addRepeat($node, $after, $budget);
            case PatternKind::LookAhead:
            case PatternKind::NegativeLookAhead:
                $inner = self::assembled($node->inner[0], $budget);
                $state = $this->append($node, [$after]);
                $this->looks[$state] = $inner;
                return $state;
        }
        return $this->append($node, [$after]);
    }

    private function addRepeat(PatternNode $node, int $after, int &$budget): int
    {
        $inner = $node->inner[0];
        if ($node->most === null) {
            $loop = $this->append(null, []);
            $this->to[$loop] = [$this->add($inner, $loop, $budget), $after];
            $after = $loop;
        } else {
            $end = $after;
            for ($left = $node->most - $node->least; $left > 0; $left--) {
                $after = $this->append(null, [$this->add($inner, $after, $budget), $end]);
            }
        }
        for ($left = $node->least; $left > 0; $left--) {
            $after = $this->add($inner, $after, $budget);
        }
        return $after;
    }

    /** @param list<int> $to */
    private function append(?PatternNode $node, array $to): int
    {
        $this->nodes[] = $node;
        $this->to[] = $to;
        return count($this->nodes) - 1;
    }
}
