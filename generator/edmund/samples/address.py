"""What the URL of an example addresses: the way through the surface, with the values of keys and parameters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import unquote_plus, urlsplit

from edmund.samples.tree import Argument, QueryItem, Step
from edmund.samples.url_values import NoLiteral, named_arguments, url_value
from edmund.suggestions import near_names
from edmund.surface.elements import Edge, QueryOption, Resource, Surface
from edmund.surface.lookup import PathFinder, parted_call, split_path
from edmund.surface.type_schema import TypeSchema
from edmund.surface.types import Type

__all__ = ["Address", "Addresses", "NotAddressed", "parted_target", "path_of", "split_query"]

_OPTIONS = {option.value: option for option in QueryOption}
_VARIABLE_HOST = re.compile(r"\{\{[^{}]*\}\}")
# How many segments of a URL may be the service's own root: `/v1.0`, `/odata/shop/v2`.
_LONGEST_ROOT = 4


class NotAddressed(ValueError):
    """The path leads nowhere; `hint` says what is there instead, if anything is like it."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Address:
    """A resource and the steps to it from the root."""

    resource: Resource
    steps: tuple[Step, ...]


class Addresses:
    """Looks up the paths of one surface. `roots` are service roots that URLs may begin with."""

    def __init__(self, surface: Surface, schema: TypeSchema, roots: Iterable[str] = ()) -> None:
        self._surface = surface
        self._schema = schema
        self._finder = PathFinder(surface)
        self._roots = tuple(root.rstrip("/") for root in roots)

    def find(self, path: str, aliases: Mapping[str, str]) -> Address:
        """What `path`, without its query, addresses. Raises `NotAddressed` and `NoLiteral`."""
        segments = self._below_root(path)
        walked: tuple[Edge, ...] = ()
        steps: list[Step] = []
        resource = self._surface.by_id[self._surface.root]
        for end, segment in enumerate(segments, 1):
            found = self._finder.find("/" + "/".join(segments[:end]))
            if found is None:
                raise self._nowhere(resource, segment, "/" + "/".join(segments))
            for edge in found.edges[len(walked) :]:
                arguments = self._arguments(edge, segment, aliases)
                steps.append(Step(resource, resource.edges.index(edge), arguments))
                resource = self._surface.by_id[edge.target]
            walked = found.edges
        return Address(resource, tuple(steps))

    def _below_root(self, path: str) -> list[str]:
        """The segments below the service root, whatever root an absolute URL has."""
        for root in self._roots:
            if path == root or path.startswith(root + "/"):
                return split_path(path[len(root) :])
        segments = split_path(path_of(path))
        for start in range(min(len(segments), _LONGEST_ROOT)):
            if self._finder.find("/" + segments[start]) is not None:
                return segments[start:]
        return segments

    def _arguments(
        self, edge: Edge, segment: str, aliases: Mapping[str, str]
    ) -> tuple[Argument, ...]:
        types: dict[str, tuple[str, Type, bool]] = {}
        for part in edge.keys:
            types[part.name.lower()] = (part.name, part.type, False)
        for parameter in edge.parameters:
            types[parameter.name.lower()] = (parameter.name, parameter.type, False)
        for parameter in edge.optional_parameters:
            types[parameter.name.lower()] = (parameter.name, parameter.type, True)
        if not types:
            return ()
        _, inside = parted_call(segment)
        if inside is None:
            (wire, type_, _), *_ = types.values()
            if not edge.keys:
                return ()  # a function whose parameters are all optional
            try:
                value = url_value(segment, type_, self._schema, segment=True)
            except NoLiteral as error:
                message = f"'{segment}' is neither the name of a segment nor a key: {error}"
                raise NoLiteral(message) from None
            return (Argument(wire, type_, value),)
        given: dict[str, Argument] = {}
        for argument, text in named_arguments(inside):
            wire, type_, optional = types[argument.lower() or next(iter(types))]
            value = url_value(text, type_, self._schema, aliases=aliases)
            given[wire] = Argument(wire, type_, value, optional)
        return tuple(given[wire] for wire, _, _ in types.values() if wire in given)

    def _nowhere(self, above: Resource, segment: str, path: str) -> NotAddressed:
        names = [edge.name for edge in above.edges if edge.name]
        close = near_names(parted_call(segment)[0], names) or names[:8]
        hint = f"where '{segment}' stands there are: {', '.join(close)}" if close else None
        return NotAddressed(f"nothing is addressed by '{path}'", hint)


def path_of(url: str) -> str:
    """The path of a URL, in which `{{host}}` may stand for what is before it. Raises `NotAddressed` for no URL."""
    try:
        return _VARIABLE_HOST.sub("", urlsplit(url).path)
    except ValueError:
        raise NotAddressed(f"'{url}' is no URL") from None


def parted_target(target: str) -> tuple[str, str]:
    """The path and the query of a request's target; a fragment is left out."""
    path, _, query = target.partition("#")[0].partition("?")
    return path, query


def split_query(query: str) -> tuple[QueryItem, ...]:
    """The query options in their order, decoded; names of system query options need no `$` (4.01)."""
    found: list[QueryItem] = []
    for part in query.split("&"):
        name, _, value = part.partition("=")
        name = unquote_plus(name).strip()
        if name:
            option = _OPTIONS.get(name.removeprefix("$").lower())
            found.append(QueryItem(name, unquote_plus(value), option))
    return tuple(found)
