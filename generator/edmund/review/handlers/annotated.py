"""The elements that both versions have and that carry annotations, in pairs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from edmund.csdl.expression import AnnotationValue
from edmund.diagnostics import Span
from edmund.model.elements import (
    EnumType,
    Operation,
    StructuredType,
)
from edmund.review.comparison import Comparison
from edmund.review.handlers.container import children_of, paired_containers
from edmund.review.shape import Member, Shape, members_of

__all__ = ["Annotated", "annotated_pairs"]

Annotations = tuple[AnnotationValue, ...]


@dataclass(frozen=True, slots=True)
class Annotated:
    """One element in both versions. `subject` is the type whose use gives the direction."""

    element: str
    old: Annotations
    new: Annotations
    old_span: Span | None
    new_span: Span | None
    subject: str | None = None
    is_operation: bool = False


def annotated_pairs(c: Comparison) -> Iterator[Annotated]:
    """All pairs whose annotations differ, in the old document's order."""
    for pair in _pairs(c):
        if pair.old != pair.new:
            yield pair


def _pairs(c: Comparison) -> Iterator[Annotated]:
    before, after = _schemas(c.old), _schemas(c.new)
    for namespace, stated in before.items():
        if namespace in after:
            old_span, new_span = c.old.namespaces[namespace], c.new.namespaces[namespace]
            yield Annotated(namespace, stated, after[namespace], old_span, new_span)
    for old, new in c.common_types():
        yield Annotated(
            old.name, old.annotations, new.annotations, old.span, new.span, subject=old.name
        )
        if isinstance(old, StructuredType) and isinstance(new, StructuredType):
            yield from _members(c, old, new)
        elif isinstance(old, EnumType) and isinstance(new, EnumType):
            values = {m.name: m for m in new.members}
            for member in old.members:
                found = values.get(member.name)
                if found is not None:
                    yield Annotated(
                        f"{old.name}/{member.name}",
                        member.annotations,
                        found.annotations,
                        member.span,
                        found.span,
                        subject=old.name,
                    )
    for name, overloads in c.old.overloads.items():
        others = c.new.overloads.get(name, {})
        for overload, operation in overloads.items():
            if overload in others:
                yield from _operation(overload, operation, others[overload])
    yield from _containers(c)
    terms = c.new.model.terms_by_name
    for term in c.old.model.terms:
        if term.name in terms:
            other = terms[term.name]
            yield Annotated(term.name, term.annotations, other.annotations, term.span, other.span)


def _schemas(shape: Shape) -> dict[str, Annotations]:
    """Annotations by namespace: several documents may share one."""
    found: dict[str, Annotations] = {}
    for schema in shape.model.schemas:
        found[schema.namespace] = (*found.get(schema.namespace, ()), *schema.annotations)
    return found


def _members(c: Comparison, old: StructuredType, new: StructuredType) -> Iterator[Annotated]:
    after = {m.name: m for m in members_of(new)}
    for member in members_of(old):
        found = after.get(member.name) or _inherited(c.new, new.name, member.name)
        if found is not None:
            yield Annotated(
                f"{old.name}/{member.name}",
                member.annotations,
                found.annotations,
                member.span,
                found.span,
                subject=old.name,
            )


def _inherited(shape: Shape, type_name: str, member: str) -> Member | None:
    found = shape.inherited_property(type_name, member) or shape.inherited_navigation(
        type_name, member
    )
    return found[1] if found else None


def _operation(overload: str, old: Operation, new: Operation) -> Iterator[Annotated]:
    yield Annotated(
        overload, old.annotations, new.annotations, old.span, new.span, is_operation=True
    )
    after = {p.name: p for p in new.own_parameters}
    for parameter in old.own_parameters:
        other = after.get(parameter.name)
        if other is not None:
            yield Annotated(
                f"{overload}/{parameter.name}",
                parameter.annotations,
                other.annotations,
                parameter.span,
                other.span,
                is_operation=True,
            )
    if old.return_type is not None and new.return_type is not None:
        yield Annotated(
            f"{overload}/$ReturnType",
            old.return_type.annotations,
            new.return_type.annotations,
            old.return_type.span,
            new.return_type.span,
            is_operation=True,
        )


def _containers(c: Comparison) -> Iterator[Annotated]:
    for old, new in paired_containers(c):
        yield Annotated(old.name, old.annotations, new.annotations, old.span, new.span)
        after = children_of(new)
        for name, child in children_of(old).items():
            other = after.get(name)
            if other is not None:
                yield Annotated(
                    f"{old.name}/{name}",
                    child.annotations,
                    other.annotations,
                    child.span,
                    other.span,
                )
