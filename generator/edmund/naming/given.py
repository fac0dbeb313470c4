"""Names that are given and not made: those that somebody chose, and those that an output has had so far.

A chosen name is a text, spelled by the language in the place of the description's own. A name that is kept is an
identifier as it was. Both come before what is made of other names: whatever is added gives way to what was there.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Final

from edmund.surface.elements import Edge, KeyPart, Parameter, Resource, Surface
from edmund.surface.types import StructuredType

__all__ = [
    "NOTHING",
    "NOTHING_GIVEN",
    "Given",
    "GivenNames",
    "PublicNames",
    "edge_key",
    "is_identifier",
    "of_surface",
]

_IDENTIFIER: Final = re.compile(r"[^\W\d]\w*")
_EMPTY: Final[Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Given:
    """The given names of one scope: `chosen` by `prefix` and the description's name, `kept` by that name alone."""

    chosen: Mapping[str, str] = field(default_factory=dict)
    kept: Mapping[str, str] = field(default_factory=dict)
    prefix: str = ""

    def __bool__(self) -> bool:
        return bool(self.chosen or self.kept)

    def chooses(self, name: str) -> bool:
        """Whether somebody chose what `name` is called."""
        return f"{self.prefix}{name}" in self.chosen

    def word(self, name: str) -> str:
        """The text to spell in the place of `name`; itself where nobody chose another."""
        return self.chosen.get(f"{self.prefix}{name}", name)

    def identifier(self, name: str) -> str | None:
        """What `name` has been called so far, unless somebody chooses now."""
        return None if self.chooses(name) else self.kept.get(name)

    def rank(self, name: str) -> int:
        """Who chooses first: what was there, then what somebody chose, then all others."""
        if self.chooses(name):
            return 1
        return 0 if name in self.kept else 2

    def without_kept(self) -> Given:
        """The same choices, where identifiers are of another kind than those that are kept."""
        return Given(self.chosen, prefix=self.prefix)


NOTHING: Final = Given()


@dataclass(frozen=True, slots=True)
class PublicNames:
    """The identifiers that users of an output write, by what they name.

    `types` and `modules` go by type, `members` by type and property or member, `accessors` by resource and edge
    (see `edge_key`). `calls` go by method and path, `parameters` by that and by place and name (`query limit`): these
    are words (`pets`, `list`), from which a language makes its own.
    """

    types: Mapping[str, str] = field(default_factory=dict)
    modules: Mapping[str, str] = field(default_factory=dict)
    members: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    accessors: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    calls: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    parameters: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.types or self.accessors or self.calls)


@dataclass(frozen=True)
class GivenNames:
    """All given names of an output.

    `chosen` goes by element: `Shop.Product`, `Shop.Product/Name`, `Shop.TopProducts`, `Shop.Container/Products`,
    `/pets/{id}`.
    """

    chosen: Mapping[str, str] = field(default_factory=dict)
    kept: PublicNames = field(default_factory=PublicNames)

    @cached_property
    def types(self) -> Given:
        """By qualified name; what is chosen has the type's namespace before it."""
        return Given(self._qualified, self.kept.types)

    @cached_property
    def modules(self) -> Given:
        """Of the files of types, where these have names that users write."""
        return Given(self._qualified, self.kept.modules)

    def members(self, owner: str) -> Given:
        """Of the properties, members or parameters of `owner`."""
        if not self.chosen and not self.kept.members:
            return NOTHING
        return Given(self.chosen, self.kept.members.get(owner, _EMPTY), f"{owner}/")

    def of_edge(self, edge: Edge) -> str | None:
        """What somebody chose for an edge: for the element behind it, or for the path that it leads to."""
        return self.chosen.get(edge.qualified_name or edge.target)

    def parameter(self, edge: Edge, name: str) -> str:
        """The text to spell for a parameter in a segment."""
        return self.chosen.get(f"{edge.qualified_name}/{name}", name)

    def accessors(self, resource: Resource) -> dict[str, str]:
        """The identifiers so far of the edges of a resource, by their place among them."""
        known = self.kept.accessors.get(resource.id, _EMPTY)
        if not known:
            return {}
        found: dict[str, str] = {}
        for at, edge in enumerate(resource.edges):
            identifier = known.get(edge_key(edge))
            if identifier is not None and self.of_edge(edge) is None:
                found[str(at)] = identifier
        return found

    @cached_property
    def _qualified(self) -> Mapping[str, str]:
        found = {}
        for element, word in self.chosen.items():
            namespace, dot, _ = element.rpartition(".")
            found[element] = f"{namespace}{dot}{word}"
        return found


NOTHING_GIVEN: Final = GivenNames()


def is_identifier(name: str) -> bool:
    """Whether a name can stand in code as it is, as far as all languages go."""
    return _IDENTIFIER.fullmatch(name) is not None


def edge_key(edge: Edge) -> str:
    """What tells the edge from others of its resource: `orders`, `{id}`, `ns.near(lat,lon)`."""
    parts: tuple[KeyPart | Parameter, ...] = (*edge.keys, *edge.parameters)
    inside = ",".join(part.name for part in parts)
    if edge.keys:
        return f"{edge.name}{{{inside}}}"
    return f"{edge.name}({inside})" if inside else edge.name


def of_surface(
    surface: Surface,
    types: Mapping[str, str],
    members: Mapping[str, Mapping[str, str]],
    accessors: Mapping[str, tuple[str, ...]],
    *,
    modules: Mapping[str, str] = _EMPTY,
    nameless: Collection[str] = (),
) -> PublicNames:
    """The names of an output: `members` with those that are inherited, `accessors` in the order of the edges.

    Of each type its own members are in the result. `nameless` are accessors that are no names (an indexer). What is no
    identifier is left out: it is a text of the description's, written as such (`"big-one"`), and as unique as that.
    """
    return PublicNames(
        types,
        modules,
        {name: own for name in types if (own := _own(surface, name, members.get(name, _EMPTY)))},
        {
            resource.id: named
            for resource in surface.resources
            if (
                named := {
                    edge_key(edge): name
                    for edge, name in zip(
                        resource.edges, accessors.get(resource.id, ()), strict=False
                    )
                    if name not in nameless and is_identifier(name)
                }
            )
        },
    )


def _own(surface: Surface, name: str, members: Mapping[str, str]) -> Mapping[str, str]:
    type_ = surface.types.by_name.get(name)
    if not isinstance(type_, StructuredType):
        own = set(members)
    else:
        own = {each.name for each in type_.properties}
    return {each: name for each, name in members.items() if each in own and is_identifier(name)}
