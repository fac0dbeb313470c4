<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime\Query;

use Microsoft\Graph\Runtime\Facts;
use Microsoft\Graph\Runtime\Registry;

/**
 * A path to one object: its properties lead on, and it can be expanded where it is related.
 *
 * Classes of the package say by `@property-read` what there is; the schema's facts say what lies there.
 */
abstract class ObjectPath implements Term
{
    use Expandable;

    /** The qualified name of the type. */
    protected const TYPE = '';
    /** Properties whose name on the wire is another, by their names here. */
    protected const NAMES = [];

    /**
     * @param string $text what leads here, types that were cast to included; '' for the items that are asked for
     * @param string $names the same, of properties alone
     */
    final public function __construct(private readonly string $text = '', private readonly string $names = '')
    {
    }

    /** @throws \Error for what the type does not have */
    final public function __get(string $name): Term
    {
        $class = Registry::model(static::TYPE);
        $facts = $class === null ? [] : Facts::properties($class);
        $wire = self::onTheWire($name, $facts);
        if (!isset($facts[$wire])) {
            throw new \Error(self::unknown($name, array_map(lcfirst(...), array_keys($facts))));
        }
        $text = $this->text === '' ? $wire : "{$this->text}/{$wire}";
        return Property::path($facts[$wire], $text, $this->names === '' ? $wire : "{$this->names}/{$wire}");
    }

    /**
     * The same as an object of a derived type (URL Conventions 4.01, section 4.11).
     *
     * @template P of ObjectPath
     * @param class-string<P> $class
     * @return P
     */
    final public function as(string $class): self
    {
        $type = $class::TYPE;
        if ($type === static::TYPE) {
            return new $class($this->text, $this->names);
        }
        return new $class($this->text === '' ? $type : "{$this->text}/{$type}", $this->names);
    }

    /** Whether it is the same object as another, or none. */
    final public function eq(self|null $other): Condition
    {
        return $this->compared('eq', $other);
    }

    final public function ne(self|null $other): Condition
    {
        return $this->compared('ne', $other);
    }

    final public function textFor(Option $option): string
    {
        $isTaken = $this->text !== '' && ($option === Option::Select || $option === Option::Expand);
        return $isTaken
            ? $this->text
            : throw new \InvalidArgumentException("an object cannot stand in {$option->value}");
    }

    final public function paths(): iterable
    {
        return [$this->names];
    }

    private function compared(string $operator, ?self $other): Condition
    {
        $right = $other === null ? 'null' : $other->textFor(Option::Expand);
        $text = $this->textFor(Option::Expand) . " {$operator} {$right}";
        $parts = $other === null ? [$this] : [$this, $other];
        return new Condition($text, 'Edm.Boolean', Precedence::Comparison, $parts);
    }

    /** @param array<string, mixed> $facts */
    private static function onTheWire(string $name, array $facts): string
    {
        for ($class = static::class; $class !== false && $class !== self::class; $class = get_parent_class($class)) {
            if (isset($class::NAMES[$name])) {
                return $class::NAMES[$name];
            }
        }
        return isset($facts[$name]) ? $name : ucfirst($name);
    }

    /** @param list<string> $known */
    private static function unknown(string $name, array $known): string
    {
        $text = static::TYPE . " has no property '{$name}'";
        foreach ($known as $one) {
            if (levenshtein(substr($name, 0, 200), substr($one, 0, 200)) <= 2) {
                return "{$text}; did you mean '{$one}'?";
            }
        }
        return $text;
    }
}
