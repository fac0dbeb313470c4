"""Which parts of a runtime a client needs: what nothing would use is not shipped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

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

__all__ = ["has_patterns", "runtime_sources"]


def runtime_sources(
    files: Sequence[str], without_patterns: Mapping[str, str], types: Types
) -> Iterator[tuple[str, str]]:
    """The files of a runtime, each with the source that it is a copy of.

    `without_patterns` are other sources of some files, for clients in which no value is restricted by a pattern.
    """
    others = {} if has_patterns(types) else without_patterns
    return ((name, others.get(name, name)) for name in files)


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
