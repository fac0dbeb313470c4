<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

/**
 * Runs the programs that patterns are compiled to, in bounded time.
 *
 * A program becomes states of a non-deterministic automaton, which is run over the text with all its states at once:
 * there is no backtracking, and a budget of steps bounds the rest.
 */
final class Pattern
{
    private const MAX_STEPS = 2_000_000;

    /** @var array<string, PatternProgram> */
    private static array $programs = [];

    private int $steps = self::MAX_STEPS;
    /** @var array<string, bool|null> */
    private array $looked = [];

    /** @param list<string> $text */
    private function __construct(private readonly PatternProgram $program, private readonly array $text)
    {
    }

    /**
     * Whether a program matches anywhere in the text; null when that cannot be found out: for the empty program,
     * whose pattern cannot be run, and when it takes too many steps.
     */
    public static function matches(string $program, string $text): ?bool
    {
        $characters = preg_split('//u', $text, -1, PREG_SPLIT_NO_EMPTY);
        if ($program === '' || $characters === false) {
            return null;
        }
        $states = self::$programs[$program] ??= new PatternProgram(array_map(intval(...), explode(' ', $program)));
        return (new self($states, $characters))->search($states->start, 0, false);
    }

    /** Whether the final state is reached from `start`, unless anchored from any later position too; null: too slow. */
    private function search(int $start, int $position, bool $isAnchored): ?bool
    {
        $current = [];
        $isStarting = true;
        while ($this->steps >= 0) {
            if ($isStarting && $this->enter($start, $position, $current)) {
                return true;
            }
            $isStarting = !$isAnchored;
            if (!isset($this->text[$position]) || ($current === [] && !$isStarting)) {
                return $this->steps < 0 ? null : false;
            }
            $point = self::codePoint($this->text[$position]);
            $position++;
            $following = [];
            foreach (array_keys($current) as $state) {
                $this->steps--;
                if (
                    $this->program->kinds[$state] === PatternProgram::SET
                    && self::holds($this->program->sets[$this->program->taken[$state]], $point)
                    && $this->enter($this->program->following[$state][0], $position, $following)
                ) {
                    return true;
                }
            }
            $current = $following;
        }
        return null;
    }

    /**
     * Add all states that are reached without a character; whether the final one is among them.
     *
     * @param array<int, true> $into
     */
    private function enter(int $start, int $position, array &$into): bool
    {
        $waiting = [$start];
        while ($waiting !== [] && $this->steps >= 0) {
            $state = array_pop($waiting);
            if (isset($into[$state])) {
                continue;
            }
            $this->steps--;
            $into[$state] = true;
            $kind = $this->program->kinds[$state];
            if ($kind === PatternProgram::FINAL) {
                return true;
            }
            if ($kind !== PatternProgram::SET && $this->passes($kind, $state, $position)) {
                array_push($waiting, ...$this->program->following[$state]);
            }
        }
        return false;
    }

    /** Whether what a state asks of the position holds. */
    private function passes(int $kind, int $state, int $position): bool
    {
        switch ($kind) {
            case PatternProgram::START:
                return $position === 0;
            case PatternProgram::END:
                return $position === count($this->text);
            case PatternProgram::BOUNDARY:
            case PatternProgram::NO_BOUNDARY:
                $differs = $this->isWord($position - 1) !== $this->isWord($position);
                return $differs === ($kind === PatternProgram::BOUNDARY);
            case PatternProgram::LOOK:
            case PatternProgram::NO_LOOK:
                $inner = $this->program->taken[$state];
                $found = $this->looked["{$inner} {$position}"] ??= $this->search($inner, $position, true);
                return $found === ($kind === PatternProgram::LOOK);
        }
        return true;
    }

    private function isWord(int $position): bool
    {
        return preg_match('/\A[A-Za-z0-9_]\z/', $this->text[$position] ?? '') === 1;
    }

    /** @param list<int> $ranges sorted ranges of code points */
    private static function holds(array $ranges, int $point): bool
    {
        $low = 0;
        $high = intdiv(count($ranges), 2);
        while ($low < $high) {
            $middle = intdiv($low + $high, 2);
            if ($point > $ranges[2 * $middle + 1]) {
                $low = $middle + 1;
            } else {
                $high = $middle;
            }
        }
        return isset($ranges[2 * $low]) && $ranges[2 * $low] <= $point;
    }

    private static function codePoint(string $character): int
    {
        $length = strlen($character);
        $point = $length === 1 ? ord($character) : ord($character) & (0x7F >> $length);
        for ($index = 1; $index < $length; $index++) {
            $point = $point << 6 | ord($character[$index]) & 0x3F;
        }
        return $point;
    }
}
