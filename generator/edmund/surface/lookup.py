"""Finds what a URL path addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from edmund.surface.elements import Edge, Resource, SegmentKind, Surface

__all__ = [
    "Found",
    "PathFinder",
    "argument_names",
    "called",
    "find_path",
    "parted_call",
    "same_path",
    "spelled_edge",
    "split_path",
    "takes",
]

_KEYS: Final = (SegmentKind.KEY, SegmentKind.KEY_PREDICATE)
_Walked = tuple[Resource, tuple[Edge, ...]]
_PARTING: Final = str.maketrans({c: f"%{ord(c):02X}" for c in "%/()?#"})
_CALL: Final = re.compile(r"([^()]*)\((.*)\)\Z", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Found:
    """A resource and the edges that lead to it from the root."""

    resource: Resource
    edges: tuple[Edge, ...]

    @property
    def path(self) -> str:
        """The path in the schema's spelling, which finds the resource again.

        A key is `{id}`, one of several parts or an alternate one `(Part={Part})`, a parameter `{its name}`.
        """
        return "".join(map(spelled_edge, self.edges)) or "/"


def find_path(surface: Surface, path: str) -> Resource | None:
    """The resource at `path`, or None.

    Segments are compared without case. A key is any `{placeholder}` or value, as a segment or in
    parentheses; namespaces of operations and casts may be left out or given.
    """
    found = PathFinder(surface).find(path)
    return found.resource if found is not None else None


class PathFinder:
    """Looks up many paths of one surface: each resource is indexed when it is first met."""

    def __init__(self, surface: Surface) -> None:
        self._by_id = surface.by_id
        self._root = surface.root
        self._indexes: dict[str, dict[str, list[Edge]]] = {}
        self._walked: dict[str, _Walked | None] = {}

    def find(self, path: str) -> Found | None:
        """The resource at `path` and the way to it, or None. A query or fragment is ignored."""
        segments = split_path(re.split(r"[?#]", path, maxsplit=1)[0])
        key = ""
        walked: _Walked = (self._by_id[self._root], ())
        for segment in segments:
            key += "/" + segment.lower()
            if key not in self._walked:
                self._walked[key] = self._next(walked, segment)
            next_ = self._walked[key]
            if next_ is None:
                return None
            walked = next_
        return Found(*walked)

    def _next(self, walked: _Walked, segment: str) -> _Walked | None:
        step = self._step(walked[0], segment)
        return (self._by_id[step[-1].target], (*walked[1], *step)) if step is not None else None

    def _step(self, resource: Resource, segment: str) -> tuple[Edge, ...] | None:
        """The edges that one segment stands for: two for `People('x')`."""
        name, arguments = parted_call(segment)
        for edge in self._named(resource, name):
            if edge.kind in (SegmentKind.OPERATION, SegmentKind.IMPORT):
                if arguments is None or takes(edge, arguments):
                    return (edge,)
            elif not arguments:
                return (edge,)
            else:
                key = self._key(self._by_id[edge.target], arguments)
                if key is not None:
                    return edge, key
        if arguments is None:
            key = self._key(resource, None)
            if key is not None:
                return (key,)
        return None

    def _named(self, resource: Resource, name: str) -> list[Edge]:
        index = self._indexes.get(resource.id)
        if index is None:
            index = self._indexes[resource.id] = {}
            for edge in resource.edges:
                for spelling in called(edge):
                    index.setdefault(spelling, []).append(edge)
            for edges in index.values():
                edges.sort(key=lambda e: len(e.parameters))
        return index.get(name.lower(), [])

    def _key(self, resource: Resource, arguments: str | None) -> Edge | None:
        """The key edge below a collection that fits a key segment, or `arguments` in parentheses."""
        names = argument_names(arguments) if arguments is not None else None
        for edge in resource.edges:
            if edge.kind in _KEYS:
                if arguments is None or names is None:
                    if len(edge.keys) == 1:
                        return edge
                elif names == {part.name.lower() for part in edge.keys}:
                    return edge
            elif edge.kind is SegmentKind.ALTERNATE_KEY and names == {
                part.name.lower() for part in edge.keys
            }:
                return edge
        return None


def same_path(one: str, other: str) -> bool:
    """Whether two paths differ in the case of their segments and the names of their keys alone."""

    def shape(path: str) -> list[str]:
        return [
            "{}" if part.startswith("{") else part.lower() for part in path.strip("/").split("/")
        ]

    return shape(one) == shape(other)


def split_path(path: str) -> list[str]:
    """The segments of a path; a slash within parentheses or quotes does not part them."""
    segments: list[str] = []
    current: list[str] = []
    depth = 0
    quoted = False
    for character in path:
        if character == "'" and depth:
            quoted = not quoted
        elif not quoted and character == "(":
            depth += 1
        elif not quoted and character == ")":
            depth = max(0, depth - 1)
        if character == "/" and not depth and not quoted:
            if current:
                segments.append("".join(current))
            current = []
        else:
            current.append(character)
    if current:
        segments.append("".join(current))
    return segments


def parted_call(segment: str) -> tuple[str, str | None]:
    """The name before the parentheses of a segment, decoded, and what is in them; None where there are none."""
    call = _CALL.match(segment)
    return (unquote(call[1]), call[2]) if call else (unquote(segment), None)


def called(edge: Edge) -> Iterator[str]:
    """The names, in lower case, by which a path may call an edge: as on the wire, qualified, and bare."""
    names = [edge.name]
    if edge.kind in (SegmentKind.OPERATION, SegmentKind.CAST) and edge.qualified_name:
        names += [edge.qualified_name, edge.qualified_name.rpartition(".")[2]]
    if edge.kind not in (*_KEYS, SegmentKind.ALTERNATE_KEY):
        yield from dict.fromkeys(name.lower() for name in names)


def takes(edge: Edge, arguments: str) -> bool:
    """Whether a function takes just these arguments, the optional ones or not."""
    names = argument_names(arguments) or set()
    required = {p.name.lower() for p in edge.parameters}
    return required <= names <= required | {p.name.lower() for p in edge.optional_parameters}


def argument_names(arguments: str) -> set[str] | None:
    """The names in `a={a},b='x'`; None where the arguments are values without names."""
    names: set[str] = set()
    quoted = False
    start = 0
    for index, character in enumerate(arguments + ","):
        if character == "'":
            quoted = not quoted
        elif character == "," and not quoted:
            name, equals, _ = arguments[start:index].partition("=")
            start = index + 1
            if not equals or "'" in name:
                return None
            names.add(name.strip().lower())
    return names


def spelled_edge(edge: Edge) -> str:
    """What an edge adds to a path that finds it again: `/name`, `/{id}`, `(A={A},B={B})`."""
    if edge.kind in _KEYS and len(edge.keys) == 1:
        return "/{id}"
    if edge.keys:
        return "(" + ",".join(f"{k.name}={{{k.name}}}" for k in edge.keys) + ")"
    if edge.parameters:
        names = ",".join(f"{p.name}={{{p.name}}}" for p in edge.parameters)
        return f"/{_encoded(edge.name)}({names})"
    return f"/{_encoded(edge.name)}"


def _encoded(name: str) -> str:
    """A name as one segment: what would part or end it is percent-encoded, the rest stays readable."""
    return name.translate(_PARTING)
