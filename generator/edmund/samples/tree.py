"""A call with typed values, of no language: what every sample is printed from."""

from __future__ import annotations

from dataclasses import dataclass

from edmund.samples.exchange import Example, Header
from edmund.surface.elements import Call, Edge, QueryOption, Resource
from edmund.surface.types import Type

__all__ = [
    "AnyJson",
    "Argument",
    "Entries",
    "Enumeration",
    "File",
    "Items",
    "Member",
    "Null",
    "QueryItem",
    "RawBody",
    "Sample",
    "Scalar",
    "Step",
    "Structure",
    "Value",
    "Variant",
]


@dataclass(frozen=True, slots=True)
class Null:
    """An explicit null."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value of the primitive type `type` as it stands in JSON: text, number (int or Decimal) or boolean."""

    type: str
    value: object


@dataclass(frozen=True, slots=True)
class Enumeration:
    """`text` as on the wire; `names` are what it lists, which need not be members that are declared."""

    type: str
    text: str
    names: tuple[str, ...]
    flags: bool = False


@dataclass(frozen=True, slots=True)
class Member:
    """One member of an object: `wire` name, and the declared `type`; None for what the schema lacks."""

    wire: str
    value: Value
    type: Type | None = None
    secret: bool = False


@dataclass(frozen=True, slots=True)
class Structure:
    """An object of the type `type`, where `declared` is asked for; `stated` is its `@odata.type` as written.

    `members` leave that one out. An object of an action's parameters has the action's name as its type.
    """

    type: str
    members: tuple[Member, ...]
    declared: str
    stated: str | None = None

    @property
    def known(self) -> tuple[Member, ...]:
        """The members that the schema knows."""
        return tuple(member for member in self.members if member.type is not None)

    @property
    def additional(self) -> dict[str, object]:
        """The JSON of the members that the schema lacks."""
        return {
            member.wire: member.value.value
            for member in self.members
            if member.type is None and isinstance(member.value, AnyJson)
        }


@dataclass(frozen=True, slots=True)
class Items:
    """A collection of `item`."""

    item: Type
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class AnyJson:
    """JSON of which the schema says nothing: dict, list, text, number, boolean or None."""

    value: object


@dataclass(frozen=True, slots=True)
class Entries:
    """A map whose values are of the type `item`."""

    item: Type
    entries: tuple[tuple[str, Value], ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """A value of the union `union`: of its variant at `index`."""

    union: str
    index: int
    value: Value


@dataclass(frozen=True, slots=True)
class File:
    """Bytes, given as text: a body, or a part of a form with its name and media type where these are said."""

    text: str
    name: str | None = None
    media_type: str | None = None


Value = Null | Scalar | Enumeration | Structure | Items | AnyJson | Entries | Variant | File


@dataclass(frozen=True, slots=True)
class RawBody:
    """A body that is no JSON value of the schema: the bytes of a stream, as text."""

    text: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Argument:
    """The value of a key or of a function's parameter, by its name in the URL."""

    name: str
    type: Type
    value: Value
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One edge of the way: the one at `index` of `source`."""

    source: Resource
    index: int
    arguments: tuple[Argument, ...] = ()

    @property
    def edge(self) -> Edge:
        return self.source.edges[self.index]


@dataclass(frozen=True, slots=True)
class QueryItem:
    """`name` as on the wire; `option` is the system query option that it is, if it is one that calls declare."""

    name: str
    value: str
    option: QueryOption | None = None

    @property
    def parts(self) -> tuple[str, ...]:
        """The items of a list, parted at the commas that no parentheses or quotes hold."""
        return _split(self.value)


@dataclass(frozen=True, slots=True)
class Sample:
    """A call of `resource`, which `steps` lead to from the root."""

    example: Example
    steps: tuple[Step, ...]
    resource: Resource
    call: Call
    query: tuple[QueryItem, ...] = ()
    headers: tuple[Header, ...] = ()
    body: Value | RawBody | None = None


def _split(text: str) -> tuple[str, ...]:
    parts: list[str] = []
    depth, quoted, start = 0, False, 0
    for at, character in enumerate(text):
        if character == "'":
            quoted = not quoted
        elif not quoted and character == "(":
            depth += 1
        elif not quoted and character == ")":
            depth -= 1
        elif not quoted and character == "," and depth == 0:
            parts.append(text[start:at])
            start = at + 1
    return (*parts, text[start:])
