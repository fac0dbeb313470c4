<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime\Query;

use EdmundRuntime\Generated\Types;

/**
 * A value of a query: a property, or what is made of some. Its text is not percent-encoded.
 *
 * @template V the plain values that it is compared with
 */
abstract class Expression implements Term, \Stringable
{
    /**
     * @internal expressions come from paths and from each other
     * @param string $type the built-in type, or an enumeration's name; '' where that is not known
     * @param list<Term|string> $parts what it was made of: terms, and paths of properties
     */
    final public function __construct(
        private readonly string $text,
        private readonly string $type,
        private readonly Precedence $precedence = Precedence::Primary,
        private readonly array $parts = [],
    ) {
    }

    /** @param V|self<V>|ObjectPath|null $value */
    final public function eq(mixed $value): Condition
    {
        return $this->compared('eq', $value);
    }

    /** @param V|self<V>|ObjectPath|null $value */
    final public function ne(mixed $value): Condition
    {
        return $this->compared('ne', $value);
    }

    /** @param V|self<V> $value */
    final public function gt(mixed $value): Condition
    {
        return $this->compared('gt', $value);
    }

    /** @param V|self<V> $value */
    final public function ge(mixed $value): Condition
    {
        return $this->compared('ge', $value);
    }

    /** @param V|self<V> $value */
    final public function lt(mixed $value): Condition
    {
        return $this->compared('lt', $value);
    }

    /** @param V|self<V> $value */
    final public function le(mixed $value): Condition
    {
        return $this->compared('le', $value);
    }

    /**
     * Whether the value is one of these.
     *
     * @param array<V|null> $values
     */
    final public function in(array $values): Condition
    {
        $items = array_map(fn (mixed $value): string => Literals::text($value, $this->type), $values);
        $subject = $this->within(Precedence::Primary);
        if (Types::older() === null) {
            $text = "{$subject} in (" . implode(',', $items) . ')';
            return new Condition($text, 'Edm.Boolean', Precedence::Comparison, [$this]);
        }
        // No version before 4.01 has a word for it.
        $each = array_map(static fn (string $item): string => "{$subject} eq {$item}", $items);
        $precedence = count($each) > 1 ? Precedence::Or : Precedence::Comparison;
        return new Condition($each === [] ? 'false' : implode(' or ', $each), 'Edm.Boolean', $precedence, [$this]);
    }

    /** Sorted from the least. */
    final public function asc(): Order
    {
        return new Order($this, false);
    }

    /** Sorted from the greatest. */
    final public function desc(): Order
    {
        return new Order($this, true);
    }

    final public function textFor(Option $option): string
    {
        $isPath = count($this->parts) === 1 && is_string($this->parts[0]);
        $isTaken = match ($option) {
            Option::Filter => $this instanceof Condition,
            Option::OrderBy => true,
            Option::Select => $isPath,
            Option::Expand => false,
        };
        return $isTaken
            ? $this->text
            : throw new \InvalidArgumentException("'{$this->text}' cannot stand in {$option->value}");
    }

    final public function paths(): iterable
    {
        $pending = [$this];
        while ($pending !== []) {
            $term = array_pop($pending);
            foreach ($term->parts as $part) {
                if ($part instanceof self) {
                    $pending[] = $part;
                } elseif ($part instanceof Term) {
                    yield from $part->paths();
                } else {
                    yield $part;
                }
            }
        }
    }

    final public function __toString(): string
    {
        return $this->text;
    }

    /** The text as an operand that binds at least so closely. */
    final protected function within(Precedence $precedence): string
    {
        return $this->precedence->value >= $precedence->value ? $this->text : "({$this->text})";
    }

    private function compared(string $operator, mixed $value): Condition
    {
        [$right, $parts] = self::operand($value, $this->type, Precedence::Addition);
        $text = $this->within(Precedence::Addition) . " {$operator} {$right}";
        return new Condition($text, 'Edm.Boolean', Precedence::Comparison, [$this, ...$parts]);
    }

    /**
     * The text of a function's call with this as its first argument, and what it is made of.
     *
     * @param string $type what plain arguments are
     * @return array{string, list<Term>}
     */
    final protected function called(string $function, string $type = '', mixed ...$arguments): array
    {
        $texts = [$this->text];
        $parts = [$this];
        foreach ($arguments as $argument) {
            [$texts[], $more] = self::operand($argument, $type, Precedence::Or);
            $parts = [...$parts, ...$more];
        }
        $text = Types::older()?->called($function, $texts) ?? "{$function}(" . implode(',', $texts) . ')';
        return [$text, $parts];
    }

    /** @param mixed ...$arguments plain ones are of this expression's own type */
    final protected function numberOf(string $function, string $type, mixed ...$arguments): Number
    {
        [$text, $parts] = $this->called($function, $this->type, ...$arguments);
        return new Number($text, $type, Precedence::Primary, $parts);
    }

    /** @param mixed ...$arguments plain ones are of this expression's own type */
    final protected function conditionOf(string $function, mixed ...$arguments): Condition
    {
        [$text, $parts] = $this->called($function, $this->type, ...$arguments);
        return new Condition($text, 'Edm.Boolean', Precedence::Primary, $parts);
    }

    /** Whether all of these members of an enumeration are set: for enumerations alone. */
    final protected function containing(mixed $value): Condition
    {
        Types::older()?->since4('has');
        [$right, $parts] = self::operand($value, $this->type, Precedence::Primary);
        $text = $this->within(Precedence::Primary) . " has {$right}";
        return new Condition($text, 'Edm.Boolean', Precedence::Comparison, [$this, ...$parts]);
    }

    /**
     * The text of an operand and what it is made of.
     *
     * @param string $type of what a plain value is compared with
     * @return array{string, list<Term>}
     */
    final protected static function operand(mixed $value, string $type, Precedence $precedence): array
    {
        if ($value instanceof self) {
            return [$value->within($precedence), [$value]];
        }
        if ($value instanceof ObjectPath) {
            return [$value->textFor(Option::Expand), [$value]];
        }
        return [Literals::text($value, $type), []];
    }
}
