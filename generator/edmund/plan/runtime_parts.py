"""Which parts of a runtime a client needs: what nothing would use is not shipped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum

from edmund.plan.service import BatchFormat, is_older, traits_of
from edmund.surface.elements import Surface
from edmund.surface.types import (
    ListOf,
    MapOf,
    Named,
    Nullable,
    Primitive,
    StructuredType,
    Type,
    Types,
    UnionType,
)

__all__ = ["Part", "Replacements", "has_patterns", "parts_of", "runtime_sources"]


class Part(Enum):
    """A part of a runtime that only some clients use."""

    PATTERNS = "patterns"
    """Matching of regular expressions, where the schema restricts a value by one."""
    OLDER = "older"
    """The wire of OData 1 to 3."""
    MULTIPART = "multipart"
    """Batches of MIME parts, where what every service of the version understands is no JSON."""


Replacements = Mapping[str, str | None]
"""For clients that do not use a part: by file, the source of what stands in its place, None for nothing."""


def parts_of(surface: Surface) -> frozenset[Part]:
    """The parts that the clients of a service use."""
    used = {
        Part.PATTERNS: has_patterns(surface.types),
        Part.OLDER: is_older(surface.version),
        Part.MULTIPART: traits_of(surface).batch_format is BatchFormat.MULTIPART,
    }
    return frozenset(part for part, is_used in used.items() if is_used)


def runtime_sources(
    files: Sequence[str], without: Mapping[Part, Replacements], surface: Surface
) -> Iterator[tuple[str, str]]:
    """The files of a service's runtime, each with the source that it is a copy of; `without` is for unused parts."""
    used = parts_of(surface)
    unused = [others for part, others in without.items() if part not in used]
    replaced = {name: source for others in unused for name, source in others.items()}
    for name in files:
        source = replaced.get(name, name)
        if source is not None:
            yield name, source


def has_patterns(types: Types) -> bool:
    """Whether the schema restricts a value by a pattern."""
    return any(_has_pattern(type_) for type_ in _checked(types))


def _checked(types: Types) -> Iterator[Type]:
    """The types of all values that validators check."""
    for type_ in types.types:
        if isinstance(type_, StructuredType):
            yield from (member.type for member in type_.properties)
            if type_.additional is not None:
                yield type_.additional
        elif isinstance(type_, UnionType):
            yield from type_.variants
    for operation in types.operations:
        yield from (parameter.type for parameter in operation.parameters)


def _has_pattern(type_: Type) -> bool:
    while True:
        if isinstance(type_, ListOf):
            type_ = type_.item
        elif isinstance(type_, Nullable):
            type_ = type_.type
        elif isinstance(type_, MapOf):
            type_ = type_.value
        else:
            break
    return isinstance(type_, Primitive | Named) and type_.constraints.pattern is not None
