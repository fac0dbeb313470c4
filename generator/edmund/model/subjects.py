"""What a finding is about: the declaration at its place, so that a slice can tell which findings are its own.

A subject is a type, operation or term (`ns.Name`), a member of a type (`ns.Name/Member`), a container
or a child of one (`ns.Container/Child`). Operations have all their overloads under one name.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from edmund.csdl.document import (
    ComplexTypeElement,
    Document,
    EntityContainerElement,
    EntityTypeElement,
    EnumTypeElement,
    SchemaElement,
)
from edmund.diagnostics import Diagnostic, Severity, Span
from edmund.model.elements import EnumType, Model, StructuredType
from edmund.model.scope import Scope, build_scopes

__all__ = ["Subjects", "settle"]


class _Named(Protocol):
    """A declaration with a name and a place."""

    @property
    def name(self) -> str: ...

    @property
    def span(self) -> Span: ...


_Start = tuple[int, int, str]
"""A line and a column, and the subject that begins there ("" where none does)."""


class Subjects:
    """Finds the subject at a place: the last one that begins at or before it."""

    def __init__(self, documents: Sequence[Document]) -> None:
        scopes, _ = build_scopes(documents)
        self._starts: dict[str, list[_Start]] = {}
        for document, scope in zip(documents, scopes, strict=True):
            starts = self._starts.setdefault(document.source, [])
            for schema in document.schemas:
                starts.extend(_schema_starts(schema, scope))
        for starts in self._starts.values():
            starts.sort()

    def marked(self, diagnostic: Diagnostic) -> Diagnostic:
        """The finding with its subjects: those at its place, and at its further places.

        It has none where one place belongs to no declaration, or not all places are known: then it
        concerns whoever reads the documents.
        """
        repeats = [note.span for note in diagnostic.notes if note.message == "here too"]
        if any(note.span is None for note in diagnostic.notes):
            return diagnostic
        found = [self._at(span) for span in (diagnostic.span, *repeats)]
        subjects = tuple(dict.fromkeys(subject for subject in found if subject))
        return diagnostic if "" in found else replace(diagnostic, subjects=subjects)

    def _at(self, span: Span | None) -> str:
        starts = [] if span is None else self._starts.get(span.file, [])
        if span is None or not starts:
            return ""
        # Greater than any subject's text, so that what begins at this very place is found.
        at = bisect_right(starts, (span.line, span.column, "\U0010ffff"))
        return starts[at - 1][2] if at else ""


def settle(whole: Model, model: Model, diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """What is left of the findings of `whole` for `model`, a slice of it.

    What is wrong outside the slice does not concern it. What `whole` lacks too, a misspelt target of
    annotations say, concerns every slice. A navigation property of a type in it that
    leads to a type that is missing was left out by the slice: a warning.
    """
    return tuple(
        (
            _left_out(diagnostic)
            if not _is_within(model, diagnostic) and _has_owner(model, diagnostic)
            else diagnostic
        )
        for diagnostic in diagnostics
        if _is_within(model, diagnostic)
        or _has_owner(model, diagnostic)
        or (diagnostic.severity is Severity.WARNING and not _is_within(whole, diagnostic))
    )


def _left_out(diagnostic: Diagnostic) -> Diagnostic:
    message = f"{diagnostic.message}; it is left out"
    return replace(diagnostic, severity=Severity.WARNING, message=message)


def _has_owner(model: Model, diagnostic: Diagnostic) -> bool:
    """Whether an error is about a member that is not in `model`, of a type that is."""
    if diagnostic.severity is not Severity.ERROR:
        return False
    owners = (subject.partition("/")[0] for subject in diagnostic.subjects)
    return any(owner in model.types_by_name for owner in owners)


def _is_within(model: Model, diagnostic: Diagnostic) -> bool:
    """Whether a finding is about something that `model` has; one about no declaration always is."""
    return not diagnostic.subjects or any(_has(model, name) for name in diagnostic.subjects)


def _has(model: Model, subject: str) -> bool:
    owner, _, member = subject.partition("/")
    declared = model.types_by_name.get(owner)
    if declared is None:
        return _has_other(model, owner, member)
    if not member:
        return True
    if isinstance(declared, StructuredType):
        members = declared.properties + declared.navigation_properties
        return any(known.name == member for known in members)
    return isinstance(declared, EnumType)


def _has_other(model: Model, owner: str, child: str) -> bool:
    if child:
        # A container that extends another has the other's children: they are not its own in the text.
        for container in model.containers:
            children = (container.entity_sets, container.singletons, container.operation_imports)
            if any(known.name == child for kind in children for known in kind):
                return True
        return False
    kinds = (model.operations, model.terms, model.containers)
    return any(known.name == owner for kind in kinds for known in kind)


def _schema_starts(schema: SchemaElement, scope: Scope) -> Iterator[_Start]:
    prefix = schema.namespace + "."
    yield _start(schema.span, "")
    for annotation in schema.annotations:
        if annotation.span is not None:
            yield _start(annotation.span, "")
    for declared in schema.types:
        name = prefix + declared.name
        yield _start(declared.span, name)
        if isinstance(declared, EntityTypeElement | ComplexTypeElement):
            members: tuple[_Named, ...] = (*declared.properties, *declared.navigation_properties)
            yield from (_start(one.span, f"{name}/{one.name}") for one in members)
        elif isinstance(declared, EnumTypeElement):
            for value in declared.members:
                yield _start(value.span, f"{name}/{value.name}")
        for annotation in declared.annotations:
            if annotation.span is not None:
                yield _start(annotation.span, name)
    others: tuple[_Named, ...] = (*schema.actions, *schema.functions, *schema.terms)
    for other in others:
        yield _start(other.span, prefix + other.name)
    for container in schema.containers:
        yield from _container_starts(container, prefix + container.name)
    for outside in schema.external_annotations:
        target, _, member = outside.target.partition("/")
        name = scope.qualify(target.partition("(")[0])
        first = member.partition("/")[0]
        yield _start(outside.span, f"{name}/{first}" if first and "(" not in target else name)


def _container_starts(container: EntityContainerElement, name: str) -> Iterator[_Start]:
    yield _start(container.span, name)
    children: tuple[_Named, ...] = (
        *container.entity_sets,
        *container.singletons,
        *container.action_imports,
        *container.function_imports,
    )
    for child in children:
        yield _start(child.span, f"{name}/{child.name}")
    for annotation in container.annotations:
        if annotation.span is not None:
            yield _start(annotation.span, name)


def _start(span: Span, subject: str) -> _Start:
    return span.line, span.column, subject
