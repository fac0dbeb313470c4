"""Which types a chosen type needs, and why.

A type can be in a slice in two ways. As *payload*: values of it may be on the wire, so that the types of its
properties are needed, and so may be types that derive from it. As a mere *base*: another type derives
from it and needs its properties, but nothing says that a value of it, or of its other descendants, occurs.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from itertools import islice

from edmund.model.elements import (
    Model,
    Operation,
    Property,
    StructuredType,
    TypeDefinition,
)
from edmund.model.lineage import Lineage
from edmund.model.vocabulary import derived_type_constraint

__all__ = ["Closure", "Reasons"]


class Reasons(Mapping[str, tuple[str, ...]]):
    """For each type in a slice the chain of reasons, the selection first, the type's own reason last."""

    def __init__(self, steps: Mapping[str, tuple[str | None, str]]) -> None:
        self._steps = steps

    def __getitem__(self, name: str) -> tuple[str, ...]:
        chain: list[str] = []
        at: str | None = name
        while at is not None:
            because, text = self._steps[at]
            chain.append(text)
            at = because
        return tuple(reversed(chain))

    def __iter__(self) -> Iterator[str]:
        return iter(self._steps)

    def __len__(self) -> int:
        return len(self._steps)


class Closure:
    """Collects types from those that are chosen. `payload` and `bases` are disjoint in what they mean.

    The first reason for a type is the one that is kept; types are visited breadth first, so that chains
    are short.
    """

    def __init__(self, model: Model, lineage: Lineage) -> None:
        self._model = model
        self._lineage = lineage
        self._pending: deque[str] = deque()
        self._expanded: set[str] = set()
        self._steps: dict[str, tuple[str | None, str]] = {}
        self.payload: set[str] = set()
        self.bases: set[str] = set()

    @property
    def types(self) -> set[str]:
        return self.payload | self.bases

    @property
    def reasons(self) -> Reasons:
        return Reasons(self._steps)

    def add(
        self, name: str, because: str | None, reason: str, allowed: tuple[str, ...] | None = None
    ) -> None:
        """Choose `name` and the types that may stand in its place; `allowed` narrows these down."""
        self.add_exactly(name, because, reason)
        if name in self._expanded or self._lineage.is_universal(name):
            return
        if allowed is None:
            self._expanded.add(name)
        for derived in self._lineage.descendants(name):
            if allowed is None or any(self._lineage.is_assignable(derived, a) for a in allowed):
                self.add_exactly(derived, name, f"{derived} derives from {name}")

    def add_exactly(self, name: str, because: str | None, reason: str) -> None:
        """Choose `name` alone: a place on the way, or a type that was named."""
        if name in self.payload or name not in self._model.types_by_name:
            return
        self.payload.add(name)
        self._note(name, because, reason)
        self._pending.append(name)

    def add_operation(self, operation: Operation, because: str | None) -> None:
        """Choose the types of an operation's own parameters and of what it returns."""
        for parameter in operation.own_parameters:
            reason = f"parameter {parameter.name} of {operation.name}"
            allowed = derived_type_constraint(parameter.annotations)
            self.add(parameter.type.name, because, reason, allowed)
        if operation.return_type is not None:
            returned = operation.return_type
            allowed = derived_type_constraint(returned.annotations)
            self.add(returned.type.name, because, f"returned by {operation.name}", allowed)

    def close(self) -> None:
        """Add what the chosen types need, until nothing is missing."""
        while self._pending:
            name = self._pending.popleft()
            declared = self._model.types_by_name[name]
            if isinstance(declared, TypeDefinition):
                self.add(declared.underlying, name, f"{name} is defined by it")
            elif isinstance(declared, StructuredType):
                self._close_structured(declared)

    def _close_structured(self, declared: StructuredType) -> None:
        self._add_properties(declared)
        below = declared
        for base in islice(self._lineage.upwards(declared.name), 1, None):
            if base.name in self.payload or base.name in self.bases:
                break  # It has been closed, or will be.
            self.bases.add(base.name)
            self._note(base.name, below.name, f"{base.name} is the base of {below.name}")
            self._add_properties(base)
            below = base

    def _add_properties(self, declared: StructuredType) -> None:
        for prop in declared.properties:
            if not prop.type.is_primitive:
                self._add_property(declared.name, prop)

    def _add_property(self, owner: str, prop: Property) -> None:
        reason = f"{prop.type.name} is the type of property {owner}/{prop.name}"
        self.add(prop.type.name, owner, reason, derived_type_constraint(prop.annotations))

    def _note(self, name: str, because: str | None, reason: str) -> None:
        # A reason is always older than what it explains, so that chains end.
        if name not in self._steps:
            self._steps[name] = (because if because in self._steps else None, reason)
