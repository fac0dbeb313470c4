"""All paths of a surface that a description in OpenAPI lists (OData to OpenAPI Mapping, section 4.5).

Containment is followed as deep as it goes; what lives elsewhere too is listed where it is linked and
described where it lives. A resource that contains one of its own kind is entered once on a path.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final

from edmund.surface.elements import (
    Edge,
    KeyPart,
    Parameter,
    Resource,
    ResourceKind,
    SegmentKind,
    Surface,
)
from edmund.surface.types import Named, Nullable, Primitive, Type

__all__ = ["Listed", "PathParameter", "Place", "listed_paths"]

_KEYS: Final = (SegmentKind.KEY, SegmentKind.KEY_PREDICATE, SegmentKind.ALTERNATE_KEY)
_ENTERED: Final = frozenset(
    {
        ResourceKind.ROOT,
        ResourceKind.COLLECTION,
        ResourceKind.ENTITY,
        ResourceKind.SINGLETON,
    }
)
_LINKED: Final = frozenset(
    {
        ResourceKind.REFERENCED_COLLECTION,
        ResourceKind.REFERENCED_ENTITY,
        ResourceKind.CAST_COLLECTION,
        ResourceKind.CAST_ENTITY,
    }
)
_OF_LINKS: Final = frozenset({SegmentKind.COUNT, SegmentKind.REFERENCE})
_LONGEST: Final = 40
"""Edges of one path. Containment of 20 kinds in each other makes a million paths; real services have 16."""

_QUOTED: Final = frozenset({"Edm.String", "Edm.Untyped"})


class Place(Enum):
    PATH = "path"
    ALIAS = "alias"
    QUERY = "query"


@dataclass(frozen=True, slots=True)
class PathParameter:
    """One `{name}` of a path, or what an operation takes as a query option.

    That is the value of an alias, which the path names `@name`, as JSON; or, in OData 1 to 3, an argument of
    a service operation as a literal.
    """

    name: str
    type: Type
    description: str | None = None
    place: Place = Place.PATH
    required: bool = True


@dataclass(frozen=True, slots=True)
class Listed:
    """A path with its resource; `edges` lead there, `tag` is the child of the root that it begins with."""

    path: str
    resource: Resource
    edges: tuple[Edge, ...]
    parameters: tuple[PathParameter, ...]
    tag: str


def listed_paths(surface: Surface, most: int) -> Iterator[Listed]:
    """The paths that have calls, at most `most` of them, in the order of the surface."""
    walked = _Walk(surface).paths()
    listed = (each for each in walked if each.resource.calls)
    yield from (each for each, _ in zip(listed, range(most), strict=False))


class _Walk:
    def __init__(self, surface: Surface) -> None:
        self._root = surface.by_id[surface.root]
        self._resources = surface.by_id
        self._types = surface.types
        self._is_old = not surface.version.startswith("4.")

    def paths(self) -> Iterator[Listed]:
        start = Listed("", self._root, (), (), "")
        yield from self._from(start, frozenset({self._root.id}))

    def _from(self, at: Listed, entered: frozenset[str]) -> Iterator[Listed]:
        yield at
        kind = at.resource.kind
        if len(at.edges) >= _LONGEST or (kind not in _ENTERED and kind not in _LINKED):
            return
        for edge in at.resource.edges:
            target = self._resources[edge.target]
            if target.id in entered or (kind in _LINKED and not _is_of_link(edge, target)):
                continue
            if self._is_old and edge.kind is SegmentKind.REFERENCE:
                continue  # `$links` stands before the name, not behind it
            for following in self._followed(at, edge, target):
                if kind in _LINKED and edge.kind in _KEYS:
                    yield from self._references(following)
                else:
                    yield from self._from(following, entered | {target.id})

    def _references(self, at: Listed) -> Iterator[Listed]:
        """The `$ref` of one of several linked entities."""
        for edge in at.resource.edges:
            if edge.kind is SegmentKind.REFERENCE:
                yield from self._followed(at, edge, self._resources[edge.target])

    def _followed(self, at: Listed, edge: Edge, target: Resource) -> Iterator[Listed]:
        """The path with one segment more; of a function with optional parameters without and with them."""
        taken = [p.name for p in at.parameters]
        tag = at.tag or edge.name
        edges = (*at.edges, edge)
        if edge.kind in _KEYS:
            text, parameters = _key(edge, taken)
            yield Listed(at.path + text, target, edges, (*at.parameters, *parameters), tag)
            return
        if edge.kind is SegmentKind.IMPORT and self._is_old:
            arguments = tuple(
                PathParameter(p.name, p.type, p.documentation.description, Place.QUERY, p.required)
                for p in (*edge.parameters, *_sent(target))
            )
            yield Listed(f"/{edge.name}", target, edges, arguments, tag)
            return
        optional = edge.optional_parameters
        for given in (edge.parameters, (*edge.parameters, *optional)):
            text, parameters = self._arguments(given, taken)
            is_call = target.kind is ResourceKind.FUNCTION
            path = f"{at.path}/{edge.name}{text if text or not is_call else '()'}"
            yield Listed(path, target, edges, (*at.parameters, *parameters), tag)
            if not optional:
                return

    def _arguments(
        self, given: tuple[Parameter, ...], taken: list[str]
    ) -> tuple[str, tuple[PathParameter, ...]]:
        """The arguments of a function; what has no literal is a query option behind an alias."""
        found: list[PathParameter] = []
        texts: list[str] = []
        for parameter in given:
            name = _free(parameter.name, [*taken, *(p.name for p in found)])
            text = parameter.documentation.description
            if self._has_literal(parameter.type):
                quote = "'" if _is_quoted(parameter.type) else ""
                texts.append(f"{parameter.name}={quote}{{{name}}}{quote}")
                found.append(PathParameter(name, parameter.type, text))
            else:
                texts.append(f"{parameter.name}=@{name}")
                found.append(PathParameter(f"@{name}", parameter.type, text, Place.ALIAS))
        return (f"({','.join(texts)})" if texts else ""), tuple(found)

    def _has_literal(self, type_: Type) -> bool:
        plain = _plain(type_)
        if isinstance(plain, Named):
            return self._types.enumeration(plain.name) is not None
        return isinstance(plain, Primitive)


def _sent(resource: Resource) -> tuple[Parameter, ...]:
    """What an action takes, which in OData 1 to 3 is no body."""
    return tuple(each for call in resource.calls for each in call.parameters)


def _is_of_link(edge: Edge, target: Resource) -> bool:
    """Whether a segment below a link is about the link itself: its count, its references."""
    if edge.kind in _OF_LINKS:
        return True
    return edge.kind in _KEYS and any(e.kind is SegmentKind.REFERENCE for e in target.edges)


def _key(edge: Edge, taken: list[str]) -> tuple[str, tuple[PathParameter, ...]]:
    """A key as `/{id}`, `({ID})` or `(A={A},B='{B}')` (section 4.5.1)."""
    found: list[PathParameter] = []
    texts: list[str] = []
    for part in edge.keys:
        name = _free(part.name, [*taken, *(p.name for p in found)])
        found.append(PathParameter(name, part.type, f"key: {part.property}"))
        texts.append(_placeholder(name, part))
    if edge.kind is SegmentKind.KEY:
        return "/" + ",".join(f"{{{p.name}}}" for p in found), tuple(found)
    if edge.kind is SegmentKind.KEY_PREDICATE and len(texts) == 1:
        return f"({texts[0]})", tuple(found)
    pairs = ",".join(f"{part.name}={text}" for part, text in zip(edge.keys, texts, strict=True))
    return f"({pairs})", tuple(found)


def _placeholder(name: str, part: KeyPart) -> str:
    return f"'{{{name}}}'" if _is_quoted(part.type) else f"{{{name}}}"


def _free(name: str, taken: list[str]) -> str:
    """A name that no other parameter of the path has: the second `ID` is `ID_1`."""
    free, count = name, 0
    while free in taken:
        count += 1
        free = f"{name}_{count}"
    return free


def _plain(type_: Type) -> Type:
    return type_.type if isinstance(type_, Nullable) else type_


def _is_quoted(type_: Type) -> bool:
    """Whether the value stands in quotes, which the path has; enumerations are texts as well."""
    plain = _plain(type_)
    return isinstance(plain, Named) or (isinstance(plain, Primitive) and plain.name in _QUOTED)
