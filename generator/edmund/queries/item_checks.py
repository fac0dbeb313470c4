"""Checks paths of `$select` and `$expand`: what they name, and what may be expanded."""

from __future__ import annotations

from dataclasses import dataclass

from edmund.queries.findings import NO_SUCH_NAME, NOT_ALLOWED, Findings
from edmund.queries.functions import ValueKind
from edmund.queries.options import Item
from edmund.queries.scope import KnownTypes, Scope
from edmund.queries.values import ANYTHING, Value
from edmund.suggestions import did_you_mean
from edmund.surface.types import PropertyType

__all__ = ["ItemChecker", "Reached"]

_ENDS = frozenset({"$ref", "$count", "$value"})


@dataclass(frozen=True, slots=True)
class Reached:
    """What an item leads to: one value, of a collection one of its items. `names` are the properties on the way."""

    value: Value
    names: tuple[str, ...]
    last: PropertyType | None


class ItemChecker:
    """Walks along items; what they lead to is checked elsewhere."""

    def __init__(self, known: KnownTypes) -> None:
        self._known = known

    def selected(self, item: Item, scope: Scope, findings: Findings) -> Reached:
        """What an item of `$select` leads to."""
        return self._reached(item, scope, findings)

    def expanded(self, item: Item, scope: Scope, findings: Findings) -> Reached:
        """What an item of `$expand` leads to; what leads to no other resource is told."""
        reached = self._reached(item, scope, findings)
        last = reached.last
        if last is None or last.navigation or reached.value.kind is ValueKind.ANY:
            return reached
        if reached.value.kind is not ValueKind.STREAM:
            name = "/".join(reached.names)
            message = f"'{name}' is a part of its item and is not expanded"
            findings.add(NOT_ALLOWED, message, item.at, f"$select={name} asks for it")
        return reached

    def _reached(self, item: Item, scope: Scope, findings: Findings) -> Reached:
        value, names = scope.item, list[str]()
        last: PropertyType | None = None
        for name in item.path:
            if name == "*" or name[:1] == "@" or name.endswith(".*") or name in _ENDS:
                if name == "*":
                    return Reached(ANYTHING, tuple(names), None)
                continue
            if value.kind is ValueKind.ANY or (not names and name in scope.computed):
                return Reached(ANYTHING, tuple(names), None)
            if value.kind is not ValueKind.STRUCTURED or value.name is None:
                message = f"'{name}' is asked of {value}, which has no properties"
                findings.add(NO_SUCH_NAME, message, item.at)
                return Reached(ANYTHING, tuple(names), None)
            type_name = value.name
            member = self._known.members(type_name).get(name)
            if member is not None:
                names.append(name)
                last = member
                found = self._known.value(member)
                value = found if found.item is None else found.item
                continue
            cast = self._known.derived_called(type_name, name)
            if cast is not None:
                value = Value(ValueKind.STRUCTURED, cast)
                continue
            self._unknown(type_name, name, item, findings)
            return Reached(ANYTHING, tuple(names), None)
        return Reached(value, tuple(names), last)

    def _unknown(self, type_name: str, name: str, item: Item, findings: Findings) -> None:
        operations = self._known.types.operations_by_name
        if self._known.resolved(name) in operations or item.parameters is not None:
            return
        if any(operation.rpartition(".")[2] == name for operation in operations):
            return
        message = f"{type_name} has no property '{name}'"
        hint = did_you_mean(self._known.near(type_name, name))
        if self._known.lineage.is_open(type_name):
            findings.add_unlikely(f"{type_name} declares no '{name}'", item.at, hint)
            return
        findings.add(NO_SUCH_NAME, message, item.at, hint)
