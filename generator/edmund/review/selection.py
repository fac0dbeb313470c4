"""A review of a team's own slice: only what touches the types and calls that its client has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from edmund.diagnostics import Diagnostic, EdmundError, Severity
from edmund.model.elements import EnumType, Model, StructuredType
from edmund.review.findings import Finding
from edmund.review.handlers.container import children_of
from edmund.review.shape import members_of, overload_name
from edmund.slicing.slice import Selection, slice_model

__all__ = ["Scope", "scope_of"]


@dataclass(frozen=True, slots=True)
class Scope:
    """The elements of a slice, by the names that findings carry."""

    types: frozenset[str]
    members: frozenset[str]
    operations: frozenset[str]
    children: frozenset[str]

    def __or__(self, other: Scope) -> Scope:
        return Scope(
            self.types | other.types,
            self.members | other.members,
            self.operations | other.operations,
            self.children | other.children,
        )

    def touches(self, finding: Finding) -> bool:
        """Whether a finding is about something of the slice."""
        element = finding.element
        operation = element.partition("(")[0]
        if operation in self.operations or "(" in element:
            return element.rpartition("/")[0] in self.operations or bool(
                {element, operation} & self.operations
            )
        owner, slash, _ = element.partition("/")
        if not slash:
            return owner in self.types or owner in self.children
        # A member of a chosen type that the slice left out in both versions leads elsewhere.
        return element in self.members or any(
            element == c or element.startswith(c + "/") for c in self.children
        )


def scope_of(models: Sequence[Model], selection: Selection) -> tuple[Scope, tuple[Diagnostic, ...]]:
    """The slice of either version. What one version alone has is part of it.

    A selection that matches nothing in one version is told (EDM720); one that matches in none raises
    EdmundError.
    """
    scope = Scope(frozenset(), frozenset(), frozenset(), frozenset())
    told: list[Diagnostic] = []
    failures: list[EdmundError] = []
    for model in models:
        try:
            sliced = slice_model(model, selection).model
        except EdmundError as missed:
            failures.append(missed)
        else:
            scope |= _scope(sliced)
    if len(failures) == len(models):
        raise failures[0]
    for failure in failures:
        told.extend(
            Diagnostic(
                "EDM720",
                Severity.WARNING,
                f"one version lacks a part of the selection: {d.message}",
                d.span,
                d.hint,
            )
            for d in failure.diagnostics
        )
    return scope, tuple(told)


def _scope(model: Model) -> Scope:
    members: set[str] = set()
    for t in model.types:
        if isinstance(t, StructuredType):
            members.update(f"{t.name}/{m.name}" for m in members_of(t))
        elif isinstance(t, EnumType):
            members.update(f"{t.name}/{m.name}" for m in t.members)
    children: set[str] = set()
    for container in model.containers:
        children.update(f"{container.name}/{name}" for name in children_of(container))
    overloads = {overload_name(o) for o in model.operations}
    return Scope(
        frozenset([*(t.name for t in model.types), *(c.name for c in model.containers)]),
        frozenset(members),
        frozenset({o.name for o in model.operations} | overloads),
        frozenset(children),
    )
