"""What the URL of an example addresses where nothing but paths is known: a resource, and the texts in its path."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from edmund.samples.address import NotAddressed, path_of
from edmund.suggestions import near_names
from edmund.surface.elements import Edge, Resource, SegmentKind, Surface

__all__ = ["HttpAddress", "HttpAddresses"]

_PARAMETER: Final = re.compile(r"\{[^{}]*\}")
# How many segments of a URL may be the service's own root: `/api/v2`.
_LONGEST_ROOT: Final = 6
_MOST_SEGMENTS: Final = 200


@dataclass(frozen=True, slots=True)
class HttpAddress:
    """A resource, the edges to it from the root (each with its source), and the raw texts of its parameters."""

    resource: Resource
    edges: tuple[tuple[Resource, int], ...] = ()
    texts: tuple[str, ...] = ()


class HttpAddresses:
    """Looks up the paths of one surface. `roots` are service roots that URLs may begin with."""

    def __init__(self, surface: Surface, roots: Iterable[str] = ()) -> None:
        self._surface = surface
        self._roots = tuple(root.rstrip("/") for root in roots)
        self._templates: dict[str, re.Pattern[str]] = {}

    def find(self, path: str, method: str) -> HttpAddress:
        """What `path`, without its query, addresses; of several what has the method. Raises `NotAddressed`."""
        found: HttpAddress | None = None
        segments: Sequence[str] = ()
        for segments in self._below_roots(path):
            for address in self._walk(segments):
                if _has(address.resource, method):
                    return address
                found = found or address
        if found is None:
            raise self._nowhere(path, segments)
        return found

    def _below_roots(self, path: str) -> Iterator[list[str]]:
        """The segments below the service root, whatever root an absolute URL has."""
        for root in self._roots:
            if path == root or path.startswith(root + "/"):
                yield _split(path[len(root) :])
                return
        segments = _split(path_of(path))
        for start in range(max(1, min(len(segments), _LONGEST_ROOT))):
            yield segments[start:]

    def _walk(self, segments: Sequence[str]) -> Iterator[HttpAddress]:
        """All that a path may mean, what is written in the description before what stands for anything."""
        if len(segments) > _MOST_SEGMENTS:
            return
        waiting = [(HttpAddress(self._surface.by_id[self._surface.root]), 0)]
        while waiting:
            address, used = waiting.pop()
            if used == len(segments):
                yield address
                continue
            nearest = self._next(address, segments[used])
            waiting.extend((each, used + 1) for each in reversed(list(nearest)))

    def _next(self, address: HttpAddress, segment: str) -> Iterator[HttpAddress]:
        resource = address.resource
        kinds = (SegmentKind.CHILD, SegmentKind.TEMPLATE, SegmentKind.KEY)
        for kind in kinds:
            for at, edge in enumerate(resource.edges):
                texts = self._texts(edge, segment) if edge.kind is kind else None
                if texts is not None:
                    yield HttpAddress(
                        self._surface.by_id[edge.target],
                        (*address.edges, (resource, at)),
                        (*address.texts, *texts),
                    )

    def _texts(self, edge: Edge, segment: str) -> tuple[str, ...] | None:
        """The texts of the edge's parameters in a segment; None where it is another segment."""
        if edge.kind is SegmentKind.CHILD:
            return () if unquote(segment) == edge.name else None
        if edge.kind is SegmentKind.KEY:
            return (segment,) if segment else None
        pattern = self._templates.get(edge.name)
        if pattern is None:
            literals = map(re.escape, _PARAMETER.split(edge.name))
            pattern = self._templates[edge.name] = re.compile("(.+?)".join(literals), re.DOTALL)
        match = pattern.fullmatch(segment)
        return None if match is None else match.groups()

    def _nowhere(self, path: str, segments: Sequence[str]) -> NotAddressed:
        names = [edge.name for edge in self._surface.by_id[self._surface.root].edges if edge.name]
        close = near_names(segments[0], names) if segments else ()
        hint = f"the paths begin with: {', '.join(close or names[:8])}" if names else None
        return NotAddressed(f"nothing is addressed by '{path}'", hint)


def _has(resource: Resource, method: str) -> bool:
    return any(call.http is not None and call.http.method == method for call in resource.calls)


def _split(path: str) -> list[str]:
    """The segments; a slash at the end is one that is empty."""
    plain = path.removeprefix("/")
    return plain.split("/") if plain else []
