"""What names in a query stand for: properties of types, range variables, computed values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from edmund.queries.functions import ValueKind
from edmund.queries.values import ANYTHING, Value, of_type
from edmund.suggestions import near_names
from edmund.surface.lineage import Lineage
from edmund.surface.types import PropertyType, Types

__all__ = ["KnownTypes", "Names", "Scope", "Variable"]


class KnownTypes:
    """The types of a service, as queries ask for them."""

    def __init__(self, types: Types) -> None:
        self.types = types
        self.lineage = Lineage(types)
        self._short: dict[str, list[str]] | None = None

    def members(self, name: str) -> Mapping[str, PropertyType]:
        """Inherited and own properties of a type by name."""
        return self.lineage.members(name)

    def value(self, member: PropertyType) -> Value:
        return of_type(member.type, self.types)

    def resolved(self, name: str) -> str:
        """A qualified name with the namespace in place of its alias."""
        namespace, dot, simple = name.rpartition(".")
        return f"{self.types.aliases.get(namespace, namespace)}{dot}{simple}"

    def structured(self, name: str) -> str | None:
        """The structured type that `name` means, by its namespace, an alias, or its simple name; or None."""
        if "." in name:
            found = self.types.structured(self.resolved(name))
            return found.name if found is not None else None
        if self._short is None:
            self._short = {}
            for type_ in self.types.types:
                if self.types.structured(type_.name) is not None:
                    self._short.setdefault(type_.name.rpartition(".")[2], []).append(type_.name)
        candidates = self._short.get(name, [])
        return candidates[0] if len(candidates) == 1 else None

    def derived_called(self, base: str, name: str) -> str | None:
        """The type that a cast from `base` to `name` leads to: one of its line, or None."""
        if "." in name:
            candidates: Iterable[str] = (self.structured(name) or "",)
        else:
            candidates = (
                each
                for each in (base, *self.lineage.descendants(base))
                if each.rpartition(".")[2] == name
            )
        for each in candidates:
            if self.lineage.is_assignable(each, base) or self.lineage.is_assignable(base, each):
                return each
        return None

    def near(self, type_name: str, name: str) -> tuple[str, ...]:
        """Names of properties that `name` is like; those of derived types with their cast."""
        found = near_names(name, self.members(type_name), 2)
        if found:
            return found
        for derived in self.lineage.descendants(type_name)[:2000]:
            if name in self.members(derived):
                return (f"{derived}/{name}",)
        return ()


Names = tuple[str, ...] | None
"""Names of properties from the item on; None for what is no property of it."""


@dataclass(frozen=True, slots=True)
class Variable:
    """A range variable: one item of what is at `path`."""

    value: Value
    path: Names


@dataclass(frozen=True, slots=True)
class Scope:
    """`item` is what names without a variable are properties of; `this` what `$this` stands for."""

    item: Value
    this: Value
    variables: Mapping[str, Variable] = field(default_factory=dict)
    computed: Mapping[str, Value] = field(default_factory=dict)
    aliases: Mapping[str, Value] = field(default_factory=dict)

    @classmethod
    def of(cls, item: Value) -> Scope:
        """The scope of conditions on items."""
        return cls(item, item)

    def with_variable(self, name: str, value: Value, path: Names) -> Scope:
        """The scope of a lambda whose variable runs over what is at `path`."""
        return replace(self, variables={**self.variables, name: Variable(value, path)})

    def with_computed(self, name: str, value: Value) -> Scope:
        return replace(self, computed={**self.computed, name: value})

    def nested(self, item: Value) -> Scope:
        """The scope of options of an item of `$select` or `$expand`."""
        return Scope(item, item, aliases=self.aliases)

    @property
    def is_open(self) -> bool:
        """Whether nothing is known of the item."""
        return self.item == ANYTHING or self.item.kind is ValueKind.ANY
