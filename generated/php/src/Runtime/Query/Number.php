<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime\Query;

use Microsoft\Graph\Runtime\Decimal;

/**
 * A number of any type, with arithmetic (URL Conventions 4.01, sections 5.1.1.2 and 5.1.1.9).
 *
 * @extends Expression<int|float|Decimal|string>
 */
final class Number extends Expression
{
    public function add(self|Decimal|int|float $other): self
    {
        return $this->calculated('add', Precedence::Addition, $other);
    }

    public function sub(self|Decimal|int|float $other): self
    {
        return $this->calculated('sub', Precedence::Addition, $other);
    }

    public function mul(self|Decimal|int|float $other): self
    {
        return $this->calculated('mul', Precedence::Product, $other);
    }

    /** Of whole numbers it gives whole numbers. */
    public function div(self|Decimal|int|float $other): self
    {
        return $this->calculated('div', Precedence::Product, $other);
    }

    public function mod(self|Decimal|int|float $other): self
    {
        return $this->calculated('mod', Precedence::Product, $other);
    }

    public function negate(): self
    {
        return new self('-' . $this->within(Precedence::Primary), '', Precedence::Unary, [$this]);
    }

    public function round(): self
    {
        return $this->numberOf('round', 'Edm.Decimal');
    }

    public function floor(): self
    {
        return $this->numberOf('floor', 'Edm.Decimal');
    }

    public function ceiling(): self
    {
        return $this->numberOf('ceiling', 'Edm.Decimal');
    }

    private function calculated(string $word, Precedence $precedence, mixed $other): self
    {
        [$right, $parts] = self::operand($other, '', $precedence->closer());
        $text = $this->within($precedence) . " {$word} {$right}";
        return new self($text, '', $precedence, [$this, ...$parts]);
    }
}
