"""Reads annotation values into plain ones: flags, texts, lists, records.

A value of an unexpected form (a dynamic expression, a text where a flag belongs) reads as absent: the
term then says nothing, and nothing is restricted by it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from edmund.csdl.expression import (
    AnnotationValue,
    CollectionExpression,
    Constant,
    ConstantKind,
    Expression,
    Path,
    Record,
)
from edmund.surface.elements import Deprecation

__all__ = [
    "CAPABILITIES",
    "CORE",
    "deprecation",
    "find",
    "flag",
    "is_tagged",
    "members",
    "path",
    "record",
    "records",
    "tag",
    "text",
    "texts",
]

CORE: Final = "Org.OData.Core.V1."
CAPABILITIES: Final = "Org.OData.Capabilities.V1."


def find(annotations: Iterable[AnnotationValue], term: str) -> AnnotationValue | None:
    """The annotation with `term` and no qualifier, or None."""
    for annotation in annotations:
        if annotation.term == term and annotation.qualifier is None:
            return annotation
    return None


def flag(value: Expression | None) -> bool | None:
    """A Boolean constant, or None."""
    if isinstance(value, Constant) and value.kind is ConstantKind.BOOL:
        return value.text.strip().lower() in ("true", "1")
    return None


def tag(annotations: Iterable[AnnotationValue], term: str) -> bool | None:
    """The value of a Core.Tag; true when the annotation gives none, None without the annotation."""
    found = find(annotations, term)
    if found is None:
        return None
    return True if found.value is None else flag(found.value)


def is_tagged(annotations: Iterable[AnnotationValue], term: str) -> bool:
    return tag(annotations, term) is True


def text(value: Expression | None) -> str | None:
    """A constant that is written as text (string, date, number), or None."""
    return value.text if isinstance(value, Constant) else None


def path(value: Expression | None) -> str | None:
    """A path of any kind; a string constant counts, since some services write paths so."""
    if isinstance(value, Path):
        return value.text
    return text(value)


def members(value: Expression | None) -> tuple[str, ...]:
    """The member names of an enumeration constant, without their type."""
    if not isinstance(value, Constant):
        return ()
    return tuple(part.rpartition("/")[2] for part in value.text.replace(",", " ").split())


def record(value: Expression | None) -> Record | None:
    return value if isinstance(value, Record) else None


def _items(value: Expression | None) -> tuple[Expression, ...]:
    return value.items if isinstance(value, CollectionExpression) else ()


def records(value: Expression | None) -> Iterator[Record]:
    """The records of a collection."""
    return (item for item in _items(value) if isinstance(item, Record))


def texts(value: Expression | None) -> tuple[str, ...]:
    """The constants of a collection."""
    return tuple(item.text for item in _items(value) if isinstance(item, Constant))


def deprecation(annotations: Iterable[AnnotationValue]) -> Deprecation | None:
    """The first revision of kind Deprecated (Core.Revisions), or None."""
    found = find(annotations, CORE + "Revisions")
    if found is None:
        return None
    for revision in records(found.value):
        if "Deprecated" in members(revision.get("Kind")):
            return Deprecation(
                description=text(revision.get("Description")),
                date=text(revision.get("Date")),
                removal_date=text(revision.get("RemovalDate")),
                version=text(revision.get("Version")),
            )
    return None
