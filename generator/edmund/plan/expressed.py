"""What of a service a target may have no way to express: asked before anything is generated.

A target says so by a function of the surface. `everything_beyond_odata` is the answer of one that knows nothing but
OData; one that knows more puts its own together from the other functions here, and at last gives nothing at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from edmund.diagnostics import Span
from edmund.surface.elements import Surface
from edmund.surface.types import (
    EnumType,
    ListOf,
    Literal,
    MapOf,
    NamedType,
    Nullable,
    StructuredType,
    Type,
    UnionType,
)

__all__ = ["NotExpressed", "everything_beyond_odata", "http_calls", "types_beyond_odata"]


@dataclass(frozen=True, slots=True)
class NotExpressed:
    """`what` names a call, type or member, with its kind before it: `the type Pet`."""

    what: str
    span: Span | None = None


def everything_beyond_odata(surface: Surface) -> Iterator[NotExpressed]:
    """All calls that follow no protocol above HTTP, and the types that OData does not have."""
    yield from http_calls(surface)
    yield from types_beyond_odata(surface)


def http_calls(surface: Surface) -> Iterator[NotExpressed]:
    """The calls that follow no protocol above HTTP."""
    for resource in surface.resources:
        for call in resource.calls:
            if call.http is not None:
                yield NotExpressed(f"the call {call.http.method} {call.http.path}", call.span)


def types_beyond_odata(surface: Surface) -> Iterator[NotExpressed]:
    """Unions, enumerations of what is no text, and types with a member that OData cannot have."""
    for type_ in surface.types.types:
        if not _has_odata(type_):
            yield NotExpressed(f"the type {type_.name}", type_.span)


def _has_odata(type_: NamedType) -> bool:
    if isinstance(type_, UnionType):
        return False
    if isinstance(type_, EnumType):
        return all(isinstance(member.value, str) for member in type_.members)
    is_plain = type_.discriminator is None and type_.additional is None
    return is_plain and not any(map(_is_beyond, _used_by(type_)))


def _used_by(type_: StructuredType) -> Iterable[Type]:
    return (member.type for member in type_.properties)


def _is_beyond(type_: Type) -> bool:
    """Whether a type in use is a map, a literal, or a list of lists."""
    if isinstance(type_, Nullable):
        type_ = type_.type
    if isinstance(type_, ListOf):
        item = type_.item.type if isinstance(type_.item, Nullable) else type_.item
        return isinstance(item, MapOf | Literal | ListOf)
    return isinstance(type_, MapOf | Literal)
