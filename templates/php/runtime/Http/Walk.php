<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

use stdClass;

/** One check of one JSON value, held against the shapes of its types. */
final class Walk
{
    public const MAX_DEPTH = 100;
    /** Numbers that OData may write as text, and JSON Schema may not. */
    private const NUMBERS = ['Edm.Decimal', 'Edm.Double', 'Edm.Single', 'Edm.Int64'];

    /** @var list<Violation> in the order of the payload */
    public array $found = [];

    /**
     * @param string|null $operation "create" or "update" for the body of a request, null for an answer
     * @param bool $isPartial whether the object says only what is to change: nothing is required in it
     */
    public function __construct(private readonly ?string $operation, private readonly bool $isPartial = false)
    {
    }

    public function report(string $pointer, Rule $rule, string $message, ?Severity $severity = null): void
    {
        $this->found[] = new Violation($pointer, $rule, $message, $severity);
    }

    /** The pointer to a member or item below `pointer` (RFC 6901, section 3). */
    public static function step(string $pointer, int|string $name): string
    {
        return "{$pointer}/" . strtr((string) $name, ['~' => '~0', '/' => '~1']);
    }

    /** @param array<string, mixed> $shape */
    public function check(array $shape, mixed $value, string $pointer, int $depth = 0): void
    {
        if ($depth > self::MAX_DEPTH) {
            $this->report($pointer, Rule::TooDeep, 'more than ' . self::MAX_DEPTH . ' levels deep');
            return;
        }
        if ($value === null && ($shape['nullable'] ?? false)) {
            return;
        }
        $class = Shapes::classOf($shape['type'] ?? '');
        if (array_key_exists('literal', $shape)) {
            if (!self::isSame($value, $shape['literal'])) {
                $this->report($pointer, Rule::AllowedValues, 'the value is not the one that is allowed');
            }
        } elseif ($class !== null && is_subclass_of($class, Union::class)) {
            $this->checkUnion($class, $value, $pointer, $depth);
        } elseif ($class !== null && is_subclass_of($class, OpenEnum::class)) {
            $this->checkEnum($class, $value, $pointer);
        } elseif ($value === null) {
            $this->report($pointer, Rule::Null, 'null is not allowed here');
        } elseif ($class !== null) {
            $this->checkObject($class, $value, $pointer, $depth);
        } elseif (isset($shape['list'])) {
            $this->checkList($shape, $value, $pointer, $depth);
        } elseif (isset($shape['map'])) {
            $this->checkMap($shape, $value, $pointer, $depth);
        } elseif (isset($shape['type'])) {
            $this->checkPrimitive($shape, $value, $pointer);
        }
    }

    /** @param array<string, mixed> $shape */
    private function checkPrimitive(array $shape, mixed $value, string $pointer): void
    {
        $type = $shape['type'];
        if ($type === 'Edm.Stream') {
            return;
        }
        if (in_array($type, self::NUMBERS, true) && is_string($value)) {
            $this->report($pointer, Rule::WrongType, 'a number is expected');
            return;
        }
        $finding = Literal::check($type, $value);
        if ($finding !== null) {
            // A format that is not kept is told, and no reason to refuse (JSON Schema Validation, section 7.2.1).
            $severity = $finding[0] === Rule::Format ? Severity::Warning : null;
            $this->report($pointer, $finding[0], $finding[1], $severity);
            return;
        }
        $least = $shape['minLength'] ?? 0;
        if (is_string($value) && (int) preg_match_all('/./us', $value) < $least) {
            $this->report($pointer, Rule::MinLength, "at least {$least} characters are asked for");
        }
        foreach (ValueRules::of($shape, $value) as [$rule, $message]) {
            $this->report($pointer, $rule, $message);
        }
    }

    /** @param class-string<OpenEnum> $class */
    private function checkEnum(string $class, mixed $value, string $pointer): void
    {
        if (is_array($value) || $value instanceof stdClass) {
            $this->report($pointer, Rule::WrongType, 'a value of an enumeration is expected');
            return;
        }
        foreach ($class::toArray() as $known) {
            if (self::isSame($value, $known)) {
                return;
            }
        }
        $this->report($pointer, Rule::EnumMember, 'the value is none of the enumeration');
    }

    /** @param array<string, mixed> $shape */
    private function checkList(array $shape, mixed $value, string $pointer, int $depth): void
    {
        if (!is_array($value)) {
            $this->report($pointer, Rule::NotAnArray, 'a JSON array is expected');
            return;
        }
        $this->checkCount($shape, count($value), $pointer, 'items', [Rule::MinItems, Rule::MaxItems]);
        if (($shape['uniqueItems'] ?? false) && self::hasTwins($value)) {
            $this->report($pointer, Rule::UniqueItems, 'two items are the same');
        }
        foreach ($value as $index => $item) {
            $this->check($shape['list'], $item, self::step($pointer, $index), $depth + 1);
        }
    }

    /** @param array<string, mixed> $shape */
    private function checkMap(array $shape, mixed $value, string $pointer, int $depth): void
    {
        if (!$value instanceof stdClass) {
            $this->report($pointer, Rule::NotAnObject, 'a JSON object is expected');
            return;
        }
        $members = get_object_vars($value);
        $rules = [Rule::MinProperties, Rule::MaxProperties];
        $this->checkCount($shape, count($members), $pointer, 'properties', $rules);
        foreach ($members as $name => $item) {
            $this->check($shape['map'], $item, self::step($pointer, $name), $depth + 1);
        }
    }

    /**
     * @param array<string, mixed> $shape
     * @param array{Rule, Rule} $rules
     */
    private function checkCount(array $shape, int $count, string $pointer, string $what, array $rules): void
    {
        $least = $shape['min' . ucfirst($what)] ?? 0;
        $most = $shape['max' . ucfirst($what)] ?? PHP_INT_MAX;
        if ($count < $least) {
            $this->report($pointer, $rules[0], "at least {$least} {$what} are asked for");
        }
        if ($count > $most) {
            $this->report($pointer, $rules[1], "at most {$most} {$what} are allowed");
        }
    }

    /**
     * The variant that the value is of; one of those that it may be, where nothing tells them apart.
     *
     * @param class-string<Union> $class
     */
    private function checkUnion(string $class, mixed $value, string $pointer, int $depth): void
    {
        $variants = $class::SCHEMA['variants'];
        $at = $class::variantOf($value);
        if ($at !== null) {
            $this->check(['nullable' => true] + $variants[$at]['shape'], $value, $pointer, $depth);
            return;
        }
        foreach ($variants as $variant) {
            $tried = new self($this->operation, $this->isPartial);
            $tried->check($variant['shape'], $value, $pointer, $depth + 1);
            if (!Violation::areErrors($tried->found)) {
                return;
            }
        }
        $this->report($pointer, Rule::WrongType, 'the value is none of the types that it may be of');
    }

    /** @param class-string<Model> $class */
    private function checkObject(string $class, mixed $value, string $pointer, int $depth): void
    {
        if (!$value instanceof stdClass) {
            $this->report($pointer, Rule::NotAnObject, 'a JSON object is expected');
            return;
        }
        $class = Shapes::told($value, $class);
        $declared = Shapes::properties($class);
        $additional = Shapes::additional($class);
        foreach (get_object_vars($value) as $name => $item) {
            $shape = $declared[$name] ?? null;
            $step = self::step($pointer, $name);
            if ($shape !== null) {
                $this->checkWriting($shape, $step);
                $this->check($shape, $item, $step, $depth + 1);
            } elseif ($additional !== []) {
                $this->check($additional, $item, $step, $depth + 1);
            } elseif (!Shapes::isOpen($class)) {
                $this->report($step, Rule::UnknownProperty, 'there is no such property');
            }
        }
        foreach ($this->isPartial && $depth === 0 ? [] : $declared as $name => $shape) {
            if ($this->isRequired($shape) && !property_exists($value, (string) $name)) {
                $this->report(self::step($pointer, $name), Rule::Required, 'a value is required');
            }
        }
    }

    /** @param array<string, mixed> $shape */
    private function isRequired(array $shape): bool
    {
        return match ($this->operation) {
            'create' => $shape['requiredOnCreate'] ?? false,
            'update' => $shape['requiredOnUpdate'] ?? false,
            default => $shape['required'] ?? false,
        };
    }

    /**
     * What only the service writes it ignores in a request (OpenAPI 3.0.4, section 4.7.24): a warning.
     *
     * @param array<string, mixed> $shape
     */
    private function checkWriting(array $shape, string $pointer): void
    {
        $isClosed = match ($this->operation) {
            'create' => $shape['notInsertable'] ?? false,
            'update' => $shape['notUpdatable'] ?? false,
            default => false,
        };
        if ($isClosed) {
            $this->report($pointer, Rule::NotWritable, 'the property is set by the service alone', Severity::Warning);
        }
    }

    private static function isSame(mixed $one, mixed $other): bool
    {
        return self::canonical($one) === self::canonical($other);
    }

    /** @param array<mixed> $items */
    private static function hasTwins(array $items): bool
    {
        $seen = [];
        foreach ($items as $item) {
            $key = hash('xxh128', self::canonical($item));
            if (isset($seen[$key])) {
                return true;
            }
            $seen[$key] = true;
        }
        return false;
    }

    /** A text that two values have in common when they are the same: 1 and 1.0 are, and members have no order. */
    private static function canonical(mixed $value): string
    {
        if (is_array($value)) {
            return '[' . implode(',', array_map(self::canonical(...), $value)) . ']';
        }
        if ($value instanceof stdClass) {
            $members = get_object_vars($value);
            ksort($members, SORT_STRING);
            $parts = [];
            foreach ($members as $name => $item) {
                $parts[] = Json::encode((string) $name) . ':' . self::canonical($item);
            }
            return '{' . implode(',', $parts) . '}';
        }
        $number = is_bool($value) || is_string($value) ? null : Literal::exact($value);
        return $number === null ? Json::encode($value) : "{$number->sign} {$number->digits} {$number->exponent}";
    }
}
