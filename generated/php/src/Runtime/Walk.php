<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime;

use stdClass;

/**
 * One check of one payload: objects, properties and collections, held against the facts of their types.
 *
 * A shape is the facts of a value in use, as `Model::SCHEMA` has them.
 */
final class Walk
{
    public const MAX_DEPTH = 100;
    private const TYPE_NAMES = ['@odata.type', '@type'];
    /** An object with one of these may stand for an entity that is described elsewhere, or is gone. */
    private const REFERENCES = ['@odata.id', '@id', '@removed', '@odata.removed'];
    private const CONTEXTS = ['@odata.context', '@context'];
    /** Items of an OData 4.0 delta answer that are no entities (OData JSON Format 4.0, sections 14.2 to 14.4). */
    private const NO_ENTITY = '~/\$(?:deletedEntity|link|deletedLink)\z~';
    private const BINDINGS = ['@odata.bind', '@bind'];
    private const ABSTRACT_STRUCTURES = ['Edm.EntityType', 'Edm.ComplexType'];
    private const ENUM_NUMBER = '/\A[+-]?[0-9]{1,19}\z/';

    /** @var list<Violation> in the order of the payload */
    public array $found = [];

    public function __construct(private readonly ?string $operation)
    {
    }

    /** The pointer to a member or item below `pointer` (RFC 6901, section 3). */
    public static function step(string $pointer, string|int $name): string
    {
        return "{$pointer}/" . strtr((string) $name, ['~' => '~0', '/' => '~1']);
    }

    /** Whether a member's name is of control information, an annotation or an advertised operation. */
    public static function isControl(string $name): bool
    {
        return str_contains($name, '@') || str_starts_with($name, '#');
    }

    public function report(string $pointer, Rule $rule, string $message): void
    {
        $this->found[] = new Violation($pointer, $rule, $message);
    }

    /**
     * Check a single value or a collection.
     *
     * @param array<string, mixed> $shape
     */
    public function checkValue(array $shape, mixed $value, string $pointer, int $depth = 0): void
    {
        if ($depth > self::MAX_DEPTH) {
            $this->report($pointer, Rule::TooDeep, 'more than ' . self::MAX_DEPTH . ' levels deep');
        } elseif (!($shape['collection'] ?? false)) {
            $this->checkItem($shape, $value, $pointer, $depth);
        } elseif ($value === null) {
            $this->report($pointer, Rule::Null, 'a collection is never null; it can be empty');
        } elseif (!is_array($value)) {
            $this->report($pointer, Rule::NotAnArray, 'a JSON array is expected');
        } else {
            foreach (ValueRules::ofItems($shape, count($value)) as [$rule, $message]) {
                $this->report($pointer, $rule, $message);
            }
            foreach ($value as $index => $item) {
                $this->checkItem($shape, $item, self::step($pointer, $index), $depth + 1);
            }
        }
    }

    /** @param array<string, mixed> $shape */
    private function checkItem(array $shape, mixed $value, string $pointer, int $depth): void
    {
        if ($value === null) {
            if (!($shape['nullable'] ?? true)) {
                $this->report($pointer, Rule::Null, 'null is not allowed here');
            } elseif (isset($shape['allowedValues']) && !ValueRules::isAllowed($shape, null)) {
                $this->report($pointer, Rule::AllowedValues, 'null is none of the values allowed');
            }
            return;
        }
        $type = $shape['type'];
        $isPrimitive = str_starts_with($type, 'Edm.') && !in_array($type, self::ABSTRACT_STRUCTURES, true);
        $enum = $isPrimitive ? null : Registry::enum($type);
        if ($enum !== null) {
            $this->checkEnum($enum, $shape, $value, $pointer);
        } elseif ($isPrimitive) {
            $this->checkPrimitive($shape, $value, $pointer);
        } else {
            $this->checkObject($shape, $value, $pointer, $depth);
        }
    }

    /** @param array<string, mixed> $shape */
    private function checkPrimitive(array $shape, mixed $value, string $pointer): void
    {
        $value = $value instanceof Model ? $value->underlying() : $value;
        $finding = Literal::check($shape['type'], $value, $shape['floatingScale'] ?? false);
        if ($finding !== null) {
            $this->report($pointer, ...$finding);
            return;
        }
        foreach (ValueRules::of($shape, $value) as [$rule, $message]) {
            $this->report($pointer, $rule, $message);
        }
    }

    /**
     * @param class-string<OpenEnum> $enum
     * @param array<string, mixed> $shape
     */
    private function checkEnum(string $enum, array $shape, mixed $value, string $pointer): void
    {
        $members = $enum::toArray();
        if (!is_string($value)) {
            $this->report($pointer, Rule::WrongType, "text is expected for {$shape['type']}");
            return;
        }
        if ($members === []) {
            return;
        }
        $names = ($shape['flags'] ?? false)
            ? array_map(static fn (string $name): string => trim($name, ' '), explode(',', $value))
            : [$value];
        foreach ($names as $name) {
            if (!in_array($name, $members, true) && preg_match(self::ENUM_NUMBER, $name) !== 1) {
                $this->report($pointer, Rule::EnumMember, "the text names no member of {$shape['type']}");
                return;
            }
        }
        if (isset($shape['allowedValues']) && !ValueRules::isAllowed($shape, $value)) {
            $this->report($pointer, Rule::AllowedValues, 'the value is none of those allowed');
        }
    }

    /**
     * That it is an object, of which type, and what is in it.
     *
     * @param array<string, mixed> $shape
     */
    private function checkObject(array $shape, mixed $value, string $pointer, int $depth): void
    {
        $declared = Schema::structured($shape['type']);
        if ($declared['opaque'] ?? false) {
            return;
        }
        $own = $value instanceof Model ? $value::SCHEMA['name'] : null;
        $json = $value instanceof Model ? $value->underlying() : $value;
        if (!$json instanceof stdClass) {
            $this->report($pointer, Rule::NotAnObject, "a JSON object is expected for {$shape['type']}");
            return;
        }
        if (self::isNoEntity($json)) {
            return;
        }
        // An update of a value that is there already says what changes, not of which type it is.
        $changes = $this->operation === 'update' && $depth === 0;
        $actual = $this->findType($shape, $json, $own, $pointer, $changes);
        if ($actual !== null) {
            $this->checkMembers($actual, $json, $pointer, $depth);
        }
    }

    /**
     * The type of an object; null when it is unknown, abstract or out of place, which is reported.
     *
     * @param array<string, mixed> $shape
     * @return array<string, mixed>|null
     */
    private function findType(array $shape, stdClass $json, ?string $own, string $pointer, bool $changes): ?array
    {
        $key = null;
        foreach (self::TYPE_NAMES as $candidate) {
            $key ??= property_exists($json, $candidate) ? $candidate : null;
        }
        $name = $own === null || $own === '' ? $shape['type'] : $own;
        if ($key !== null) {
            $text = $json->{$key};
            $pointer = self::step($pointer, $key);
            if (!is_string($text)) {
                $this->report($pointer, Rule::WrongType, 'the name of a type is text');
                return null;
            }
            $name = Registry::plainName($text);
        }
        $actual = Schema::structured($name);
        if ($actual === null) {
            $isUnsaid = $key === null && in_array($name, self::ABSTRACT_STRUCTURES, true);
            $rule = $isUnsaid ? Rule::AbstractType : Rule::UnknownType;
            $message = $isUnsaid ? '@odata.type is needed to know the type' : 'the schema has no such type';
            $this->report($pointer, $rule, $message);
            return null;
        }
        if (!Schema::isA($name, $shape['type'])) {
            $this->report($pointer, Rule::TypeNotAllowed, "the type does not derive from {$shape['type']}");
            return null;
        }
        if (($actual['abstract'] ?? false) && !$changes && !self::isReference($json)) {
            $message = "{$actual['name']} is abstract; @odata.type names the type of the value";
            $this->report($pointer, Rule::AbstractType, $message);
            return null;
        }
        if (!self::isOneOf($name, $shape['types'] ?? [])) {
            $this->report($pointer, Rule::TypeNotAllowed, "{$name} is not allowed here");
            return null;
        }
        if ($this->operation !== null && !self::isOneOf($name, $shape['writableTypes'] ?? [])) {
            $this->report($pointer, Rule::TypeNotAllowed, "{$name} cannot be written here");
            return null;
        }
        return $actual;
    }

    /** @param list<string> $allowed */
    private static function isOneOf(string $name, array $allowed): bool
    {
        foreach ($allowed as $base) {
            if (Schema::isA($name, $base)) {
                return true;
            }
        }
        return $allowed === [];
    }

    /** Whether the object tells, in a delta answer, of a deleted entity, or of a link added or deleted. */
    private static function isNoEntity(stdClass $json): bool
    {
        foreach (self::CONTEXTS as $name) {
            $text = $json->{$name} ?? null;
            if (is_string($text) && preg_match(self::NO_ENTITY, $text) === 1) {
                return true;
            }
        }
        return false;
    }

    private static function isReference(stdClass $json): bool
    {
        foreach (self::REFERENCES as $name) {
            if (property_exists($json, $name)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Check the members of an object of the type.
     *
     * @param array<string, mixed> $type
     */
    public function checkMembers(array $type, stdClass $json, string $pointer, int $depth): void
    {
        foreach (get_object_vars($json) as $name => $member) {
            $name = (string) $name;
            if (self::isControl($name)) {
                $this->checkAnnotation($type, $name, $member, $pointer);
                continue;
            }
            $shape = $type['properties'][$name] ?? null;
            if ($shape !== null) {
                $this->checkProperty($shape, $member, self::step($pointer, $name), $depth);
            } elseif (!($type['open'] ?? false)) {
                $message = "{$type['name']} has no such property";
                $this->report(self::step($pointer, $name), Rule::UnknownProperty, $message);
            }
        }
        if ($this->operation !== null && !self::isReference($json)) {
            $this->checkAbsent($type, $json, $pointer);
        }
    }

    /** @param array<string, mixed> $shape */
    private function checkProperty(array $shape, mixed $value, string $pointer, int $depth): void
    {
        if (!$this->isWritable($shape)) {
            $this->report($pointer, Rule::NotWritable, "cannot be written on {$this->operation}");
        } elseif ($value === null && $this->isRequired($shape) && !($shape['collection'] ?? false)) {
            $this->report($pointer, Rule::Null, "is required on {$this->operation}; null is no value");
        } else {
            $this->checkValue($shape, $value, $pointer, $depth + 1);
        }
    }

    /**
     * Control information and annotations may stand anywhere; a binding is a property in disguise.
     *
     * @param array<string, mixed> $type
     */
    private function checkAnnotation(array $type, string $name, mixed $value, string $pointer): void
    {
        foreach (self::BINDINGS as $suffix) {
            if (!str_ends_with($name, $suffix) || $name === $suffix) {
                continue;
            }
            $pointer = self::step($pointer, $name);
            $shape = $type['properties'][substr($name, 0, -strlen($suffix))] ?? null;
            if ($shape === null || !($shape['navigation'] ?? false)) {
                if (!($type['open'] ?? false)) {
                    $message = "{$type['name']} has no such navigation property";
                    $this->report($pointer, Rule::UnknownProperty, $message);
                }
            } elseif (!$this->isWritable($shape)) {
                $this->report($pointer, Rule::NotWritable, "cannot be written on {$this->operation}");
            } else {
                $this->checkBinding($shape, $value, $pointer);
            }
        }
    }

    /** @param array<string, mixed> $shape */
    private function checkBinding(array $shape, mixed $value, string $pointer): void
    {
        if (!($shape['collection'] ?? false)) {
            if (!is_string($value) && !($value === null && ($shape['nullable'] ?? true))) {
                $this->report($pointer, Rule::WrongType, 'the URL of an entity is expected');
            }
        } elseif (!is_array($value)) {
            $this->report($pointer, Rule::NotAnArray, 'an array of URLs of entities is expected');
        } else {
            foreach ($value as $index => $item) {
                if (!is_string($item)) {
                    $this->report(self::step($pointer, $index), Rule::WrongType, 'the URL of an entity is expected');
                }
            }
        }
    }

    /** @param array<string, mixed> $type */
    private function checkAbsent(array $type, stdClass $json, string $pointer): void
    {
        foreach ($type['properties'] as $name => $shape) {
            $name = (string) $name;
            $isRequired = $this->isRequired($shape);
            if ((!$isRequired && !($shape['expectedOnCreate'] ?? false)) || property_exists($json, $name)) {
                continue;
            }
            if (($shape['navigation'] ?? false) && self::isBound($json, $name)) {
                continue;
            }
            if ($isRequired) {
                $this->report(self::step($pointer, $name), Rule::Required, "is required on {$this->operation}");
            } elseif ($this->operation === 'create') {
                $message = 'is never null, has no default and is not given';
                $this->report(self::step($pointer, $name), Rule::Missing, $message);
            }
        }
    }

    private static function isBound(stdClass $json, string $name): bool
    {
        foreach (self::BINDINGS as $suffix) {
            if (property_exists($json, $name . $suffix)) {
                return true;
            }
        }
        return false;
    }

    /** @param array<string, mixed> $shape */
    private function isWritable(array $shape): bool
    {
        return match ($this->operation) {
            'create' => $shape['insertable'] ?? true,
            'update' => $shape['updatable'] ?? true,
            default => true,
        };
    }

    /** @param array<string, mixed> $shape */
    private function isRequired(array $shape): bool
    {
        return match ($this->operation) {
            'create' => $shape['requiredOnCreate'] ?? false,
            'update' => $shape['requiredOnUpdate'] ?? false,
            default => false,
        };
    }
}
