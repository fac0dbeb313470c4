<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

/**
 * Regular expressions of the ECMA 262 dialect, matched in bounded time.
 *
 * A pattern comes from a schema, text from anywhere, so neither may stall the checker. A pattern becomes a
 * non-deterministic automaton that is run over the text with all its states at once: there is no backtracking, and a
 * budget of steps bounds the rest. Back references and look-behind, which an automaton cannot do, make a pattern
 * unsupported.
 */
final class Pattern
{
    private const MAX_STEPS = 2_000_000;
    private const MAX_STATES = 5_000;
    private const REMEMBERED = 256;

    /** @var array<string, PatternProgram|null> */
    private static array $programs = [];

    private int $steps = self::MAX_STEPS;
    /** @var array<string, bool> */
    private array $looked = [];

    /** @param list<string> $text */
    private function __construct(private readonly array $text)
    {
    }

    /**
     * Whether the pattern matches anywhere in the text; null when that cannot be found out: the pattern is malformed
     * or unsupported, or takes more than a bounded number of steps.
     */
    public static function matches(string $pattern, string $text): ?bool
    {
        if (!array_key_exists($pattern, self::$programs)) {
            if (count(self::$programs) >= self::REMEMBERED) {
                self::$programs = [];
            }
            self::$programs[$pattern] = self::compiled($pattern);
        }
        $program = self::$programs[$pattern];
        $characters = preg_split('//u', $text, -1, PREG_SPLIT_NO_EMPTY);
        if ($program === null || $characters === false) {
            return null;
        }
        try {
            return (new self($characters))->run($program, 0, false);
        } catch (UnsupportedPattern) {
            return null;
        }
    }

    private static function compiled(string $pattern): ?PatternProgram
    {
        try {
            return PatternProgram::of(PatternSyntax::parse($pattern), self::MAX_STATES);
        } catch (UnsupportedPattern) {
            return null;
        }
    }

    private function run(PatternProgram $program, int $position, bool $isAnchored): bool
    {
        $current = [];
        $isStarting = true;
        while (true) {
            if ($isStarting && $this->enter($program, $program->start, $position, $current)) {
                return true;
            }
            $isStarting = !$isAnchored;
            if (!isset($this->text[$position]) || ($current === [] && !$isStarting)) {
                return false;
            }
            $character = $this->text[$position];
            $position++;
            $following = [];
            foreach (array_keys($current) as $index) {
                $this->step();
                $node = $program->nodes[$index];
                if ($node?->kind === PatternKind::AnyOf && ($node->accepts)($character)) {
                    foreach ($program->to[$index] as $target) {
                        if ($this->enter($program, $target, $position, $following)) {
                            return true;
                        }
                    }
                }
            }
            $current = $following;
        }
    }

    /**
     * Add all states that are reached without a character; whether the final one is among them.
     *
     * @param array<int, true> $into
     */
    private function enter(PatternProgram $program, int $start, int $position, array &$into): bool
    {
        $waiting = [$start];
        while ($waiting !== []) {
            $index = array_pop($waiting);
            if (isset($into[$index])) {
                continue;
            }
            $this->step();
            $into[$index] = true;
            if ($index === PatternProgram::FINAL) {
                return true;
            }
            $node = $program->nodes[$index];
            if ($node !== null && ($node->kind === PatternKind::AnyOf || !$this->holds($program, $index, $position))) {
                continue;
            }
            array_push($waiting, ...$program->to[$index]);
        }
        return false;
    }

    private function holds(PatternProgram $program, int $index, int $position): bool
    {
        $kind = $program->nodes[$index]?->kind;
        switch ($kind) {
            case PatternKind::Start:
                return $position === 0;
            case PatternKind::End:
                return $position === count($this->text);
            case PatternKind::LookAhead:
            case PatternKind::NegativeLookAhead:
                $inner = $program->looks[$index];
                $key = spl_object_id($inner) . ":{$position}";
                $this->looked[$key] ??= $this->run($inner, $position, true);
                return $this->looked[$key] === ($kind === PatternKind::LookAhead);
        }
        $before = $position > 0 && PatternCharacters::isWord($this->text[$position - 1]);
        $behind = isset($this->text[$position]) && PatternCharacters::isWord($this->text[$position]);
        return ($before !== $behind) === ($kind === PatternKind::Boundary);
    }

    private function step(): void
    {
        $this->steps--;
        if ($this->steps < 0) {
            throw new UnsupportedPattern('too slow');
        }
    }
}
