<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

/** The base of enumerations with flags: a value is a set of members (OData JSON Format 4.01, section 7.1). */
abstract class FlagsEnum extends OpenEnum
{
    /** The value of these members, in the order given: `Permissions::of(Permissions::READ, ...)`. */
    final public static function of(self|string ...$members): static
    {
        return new static(implode(',', array_map(strval(...), $members)));
    }

    /** @return list<string> the texts of the members that are set, each once */
    final public function members(): array
    {
        $names = array_map(static fn (string $name): string => trim($name, ' '), explode(',', $this->value()));
        return array_values(array_unique(array_filter($names, static fn (string $name): bool => $name !== '')));
    }

    /** Whether all members of `other` are set. */
    final public function contains(self|string $other): bool
    {
        $wanted = (new static((string) $other))->members();
        return array_diff($wanted, $this->members()) === [];
    }

    final public function isKnown(): bool
    {
        return array_diff($this->members(), array_values(static::toArray())) === [];
    }
}
