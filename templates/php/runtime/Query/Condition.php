<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime\Query;

/**
 * What holds or does not: a comparison, a call, or a boolean property.
 *
 * @extends Expression<bool>
 */
final class Condition extends Expression
{
    /** @param self|string ...$others text is taken as it is: what is in it, nobody quotes */
    public function and(self|string ...$others): self
    {
        return $this->joined('and', Precedence::And, $others);
    }

    /** @param self|string ...$others text is taken as it is: what is in it, nobody quotes */
    public function or(self|string ...$others): self
    {
        return $this->joined('or', Precedence::Or, $others);
    }

    public function not(): self
    {
        return new self('not ' . $this->within(Precedence::Primary), 'Edm.Boolean', Precedence::Comparison, [$this]);
    }

    /** @param array<self|string> $others */
    private function joined(string $word, Precedence $precedence, array $others): self
    {
        $text = $this->within($precedence);
        $parts = [$this];
        foreach ($others as $other) {
            $right = is_string($other) ? Query::raw($other) : $other;
            $text .= " {$word} " . $right->within($precedence->closer());
            $parts[] = $right;
        }
        return $others === [] ? $this : new self($text, 'Edm.Boolean', $precedence, $parts);
    }
}
