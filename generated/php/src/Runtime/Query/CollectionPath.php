<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime\Query;

use Microsoft\Graph\Generated\Types;

/**
 * A path to a collection: conditions on its items, how many there are, or all of them.
 *
 * @template T of Expression|ObjectPath what stands for an item
 */
final class CollectionPath implements Term
{
    use Expandable;

    /** @var list<string> variables of the conditions that are being made, the outermost first */
    private static array $variables = [];

    /**
     * @internal collections come from the paths of objects
     * @param string $type of the items
     * @param string $wire the same, as the service's version of OData calls it
     */
    public function __construct(
        private readonly string $text,
        private readonly string $names,
        private readonly string $type,
        private readonly string $wire,
    ) {
    }

    /**
     * Whether the condition holds for one of the items; without one, whether there are any.
     *
     * @param (\Closure(T): (Condition|string))|null $condition
     */
    public function any(?\Closure $condition = null): Condition
    {
        Types::older()?->since3('any');
        if ($condition === null) {
            return new Condition("{$this->text}/any()", 'Edm.Boolean', Precedence::Primary, [$this]);
        }
        return $this->quantified('any', $condition);
    }

    /**
     * Whether the condition holds for each of the items.
     *
     * @param \Closure(T): (Condition|string) $condition
     */
    public function all(\Closure $condition): Condition
    {
        Types::older()?->since3('all');
        return $this->quantified('all', $condition);
    }

    /** How many items there are. */
    public function count(): Number
    {
        Types::older()?->since4('$count');
        return new Number("{$this->text}/\$count", 'Edm.Int64', Precedence::Primary, [$this]);
    }

    public function textFor(Option $option): string
    {
        return $option === Option::Select || $option === Option::Expand
            ? $this->text
            : throw new \InvalidArgumentException("'{$this->text}' is a collection: any() and all() ask its items");
    }

    public function paths(): iterable
    {
        return [$this->names];
    }

    /** @throws \Error always: the items have properties, and not the collection */
    public function __get(string $name): never
    {
        throw new \Error("{$this->text} is a collection: any() and all() ask its items, not '{$name}'");
    }

    private function quantified(string $word, \Closure $condition): Condition
    {
        $variable = self::variable($condition);
        self::$variables[] = $variable;
        try {
            $held = $condition(Property::item($this->type, $variable, $this->names, $this->wire));
        } finally {
            array_pop(self::$variables);
        }
        $held = is_string($held) ? Query::raw($held) : $held;
        $text = "{$this->text}/{$word}({$variable}:{$held->textFor(Option::Filter)})";
        return new Condition($text, 'Edm.Boolean', Precedence::Primary, [$this, $held]);
    }

    /** The name of the closure's parameter, or one like it where a condition around has that name. */
    private static function variable(\Closure $condition): string
    {
        $wanted = ((new \ReflectionFunction($condition))->getParameters()[0] ?? null)?->getName() ?? 'x';
        if (preg_match('/\A[A-Za-z][A-Za-z0-9_]{0,100}\z/', $wanted) !== 1) {
            $wanted = 'x';
        }
        $name = $wanted;
        for ($number = 1; in_array($name, self::$variables, true); $number++) {
            $name = "{$wanted}{$number}";
        }
        return $name;
    }
}
