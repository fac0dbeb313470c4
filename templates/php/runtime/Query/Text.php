<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime\Query;

/**
 * Text (Edm.String), with its functions (URL Conventions 4.01, section 5.1.1.7).
 *
 * @extends Expression<string>
 */
final class Text extends Expression
{
    public function startsWith(self|string $text): Condition
    {
        return $this->conditionOf('startswith', $text);
    }

    public function endsWith(self|string $text): Condition
    {
        return $this->conditionOf('endswith', $text);
    }

    public function contains(self|string $text): Condition
    {
        return $this->conditionOf('contains', $text);
    }

    /** Whether the text matches a regular expression of ECMAScript. */
    public function matchesPattern(self|string $pattern): Condition
    {
        return $this->conditionOf('matchesPattern', $pattern);
    }

    public function concat(self|string $text): self
    {
        return $this->textOf('concat', 'Edm.String', $text);
    }

    /** Where the other text begins, counted from 0; -1 where it does not occur. */
    public function indexOf(self|string $text): Number
    {
        return $this->numberOf('indexof', 'Edm.Int32', $text);
    }

    public function length(): Number
    {
        return $this->numberOf('length', 'Edm.Int32');
    }

    public function substring(Number|int $start, Number|int|null $length = null): self
    {
        $given = $length === null ? [$start] : [$start, $length];
        return $this->textOf('substring', 'Edm.Int32', ...$given);
    }

    public function toLower(): self
    {
        return $this->textOf('tolower');
    }

    public function toUpper(): self
    {
        return $this->textOf('toupper');
    }

    public function trim(): self
    {
        return $this->textOf('trim');
    }

    private function textOf(string $function, string $type = '', mixed ...$arguments): self
    {
        [$text, $parts] = $this->called($function, $type, ...$arguments);
        return new self($text, 'Edm.String', Precedence::Primary, $parts);
    }
}
