"""Bodies as statements that make objects and set their members, one below the other: Go, Java and PHP."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from edmund.samples.tree import Items, Structure, Value
from edmund.surface.types import Type

__all__ = ["GraphStatements", "StatementSpelling"]


class StatementSpelling(Protocol):
    """How one language spells the statements; `type_` is a qualified name, `owner` and others are variables."""

    def variable(self, path: Sequence[str]) -> str:
        """The variable for the member that `path`, wire names from the body on, leads to."""

    def make(self, variable: str, type_: str) -> Sequence[str]:
        """The statement that makes an object."""

    def put_type(self, owner: str, value: Structure) -> Sequence[str]:
        """The statement that sets `@odata.type`; none where the page leaves it out."""

    def put(self, owner: str, type_: str, wire: str, expression: str) -> str:
        """The statement that sets a member to an object or a collection."""

    def put_value(
        self, owner: str, type_: str, wire: str, variable: str, value: Value
    ) -> Sequence[str]:
        """The statements that set a member to a value that is neither."""

    def gather(
        self, variable: str, item: Type, expressions: Sequence[str]
    ) -> tuple[Sequence[str], str]:
        """The statements that make a collection of expressions, and the expression for it."""

    def item(self, value: Value) -> str:
        """A value of a collection that is no object."""

    def put_additional(self, owner: str, others: dict[str, object]) -> Sequence[str]:
        """The statements that set what the schema lacks."""


class GraphStatements:
    """Writes one body; no variable is declared twice."""

    def __init__(self, spelling: StatementSpelling) -> None:
        self._spelling = spelling
        self._taken: set[str] = set()
        self.lines: list[str] = []

    def write(self, body: Structure, variable: str) -> None:
        """The statements that make `body` in `variable`."""
        self._taken.add(variable)
        self._object(body, variable, ())

    def write_items(self, body: Items, variable: str) -> str:
        """The statements that make the items of `body`; gives the expression for all of them."""
        self._taken.add(variable)
        return self._items(body, variable, ())

    def _object(self, value: Structure, variable: str, path: tuple[str, ...]) -> None:
        spelling = self._spelling
        self.lines += spelling.make(variable, value.type)
        if value.stated is not None:
            self.lines += spelling.put_type(variable, value)
        for member in value.known:
            below = (*path, member.wire)
            own = self._free(spelling.variable(below))
            if isinstance(member.value, Structure):
                self._object(member.value, own, below)
                self.lines.append(spelling.put(variable, value.type, member.wire, own))
            elif isinstance(member.value, Items):
                gathered = self._items(member.value, own, below)
                self.lines.append(spelling.put(variable, value.type, member.wire, gathered))
            else:
                self.lines += spelling.put_value(
                    variable, value.type, member.wire, own, member.value
                )
        others = value.additional
        if others:
            self.lines += spelling.put_additional(variable, others)

    def _items(self, value: Items, variable: str, path: tuple[str, ...]) -> str:
        expressions: list[str] = []
        for item in value.values:
            if isinstance(item, Structure):
                own = self._free(self._spelling.variable((*path, item.type.rpartition(".")[2])))
                self._object(item, own, path)
                expressions.append(own)
            else:
                expressions.append(self._spelling.item(item))
        lines, gathered = self._spelling.gather(variable, value.item, expressions)
        self.lines += lines
        return gathered

    def _free(self, wanted: str) -> str:
        name, number = wanted, 0
        while name in self._taken:
            number += 1
            name = f"{wanted}{number}"
        self._taken.add(name)
        return name
