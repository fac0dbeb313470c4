"""What the accessors of request builders are called: `users.by_user_id(user_id).graph_user.count`.

A key names its entity type, a function its parameters, a segment with text and parameters both of them
(`with_sid_json` for `{sid}.json`), a segment of OData's own what it gives (`$value` is `content`). Where two segments below one resource ask for the same name, the schema's own wins over OData's, and
what is spelled so already over what is not. A language hands in how it spells the words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from edmund.naming.distinct import distinct
from edmund.naming.given import NOTHING_GIVEN, Given, GivenNames
from edmund.surface.elements import Edge, Resource, ResourceKind, SegmentKind
from edmund.surface.type_parts import name_of

__all__ = ["KEYS", "Accessors", "numbered"]

KEYS: Final = (SegmentKind.KEY, SegmentKind.KEY_PREDICATE)
_OPERATIONS: Final = (SegmentKind.OPERATION, SegmentKind.IMPORT)
_NAMESPACED: Final = (SegmentKind.OPERATION, SegmentKind.IMPORT, SegmentKind.CAST)
_OWN_SEGMENTS: Final[Mapping[SegmentKind, str]] = {
    SegmentKind.COUNT: "count",
    SegmentKind.REFERENCE: "ref",
    SegmentKind.VALUE: "content",
}


def _same(name: str) -> str:
    return name


def _whole(name: str, edge: Edge) -> str:
    return name


@dataclass(frozen=True, slots=True)
class Accessors:
    """The accessors of one language, made by its functions of text.

    `word` spells one of our own words (`count`), `segment` a segment's name, whose parts dots join, `invoked` the
    same where parameters follow it, `with_parameter` what names a parameter (`_with_app_id`), `alone` such names
    that no segment's stands before. `by_key` makes the accessor of a key out of its parameters' names; `keyed` the
    first of these out of the entity type's simple name and the key's, `other_key` the others, and `parameter`
    those of an alternate key; where names are short, `by_key` is given the parts' own names. `path` is put behind the name of a segment that is called as one of the `members`,
    which each builder has of its own, or of the `root_members` of the client. `fold` says which names are the same
    to the language, `fit` cuts a name that is too long to be declared, and `finish` has the last word on a name.
    `cast` spells the type of a cast by its simple name, where that differs from `segment`; `alternate` makes the
    accessor of an alternate key out of its parts' names, where `alone` does not. `is_short` leaves out
    namespaces, and the parameters of functions but for overloads.
    `given` are names that are not made of the description's.
    `indexer` is what `by_key` gives where keys have no name at all, so that no two of them clash.
    """

    word: Callable[[str], str]
    segment: Callable[[str], str]
    invoked: Callable[[str], str]
    with_parameter: Callable[[str], str]
    alone: Callable[[str], str]
    by_key: Callable[[Iterable[str]], str]
    keyed: Callable[[str, str], str]
    other_key: Callable[[str], str]
    parameter: Callable[[str], str]
    members: frozenset[str]
    root_members: frozenset[str]
    path: str = "Path"
    fold: Callable[[str], str] = _same
    fit: Callable[[str, Edge], str] = _whole
    finish: Callable[[str], str] = _same
    indexer: str | None = None
    cast: Callable[[str], str] | None = None
    alternate: Callable[[Iterable[str]], str] | None = None
    is_short: bool = False
    given: GivenNames = NOTHING_GIVEN

    def edge_name(self, source: Resource, edge: Edge) -> str:
        """The accessor for `edge` below `source`, before clashes are told apart."""
        if self.given.chosen:
            chosen = self.given.of_edge(edge)
            if chosen is not None and edge.keys and self.indexer is None:
                return self.segment(chosen)
            edge = self._called(edge)
        if self.is_short and edge.kind in _NAMESPACED:
            name = self._short_name(edge)
            return f"{name}{self.path}" if self._is_taken(name, source) else name
        return self._full_name(source, edge)

    def _called(self, edge: Edge) -> Edge:
        """The edge by the name that somebody chose for it, in its namespace."""
        chosen = self.given.of_edge(edge)
        if chosen is None:
            return edge
        namespace, dot, _ = edge.name.rpartition(".")
        return replace(edge, name=f"{namespace}{dot}{chosen}")

    def _short_name(self, edge: Edge) -> str:
        local = edge.name.rpartition(".")[2]
        if edge.kind is SegmentKind.CAST and self.cast is not None:
            return self.cast(local)
        return self.segment(local)

    def _full_name(self, source: Resource, edge: Edge) -> str:
        own = _OWN_SEGMENTS.get(edge.kind)
        if own is not None:
            return self.word(own)
        if edge.kind in KEYS:
            return self.by_key(
                _key_names(edge) if self.is_short else self.key_parameters(source, edge)
            )
        if edge.kind is SegmentKind.ALTERNATE_KEY:
            if self.alternate is not None:
                return self.alternate(_key_names(edge))
            return self.alone(self._with_parameters("", (part.name for part in edge.keys)))
        if edge.kind is SegmentKind.TEMPLATE:
            return self.segment(_template_words(edge.name))
        if edge.kind in _OPERATIONS and edge.parameters:
            name = self.invoked(edge.name)
            return self._with_parameters(name, (p.name for p in edge.parameters))
        name = self.segment(edge.name)
        return f"{name}{self.path}" if self._is_taken(name, source) else name

    def _is_taken(self, name: str, source: Resource) -> bool:
        return self.fold(name) in _folded(self._members(source), self.fold)

    def operation_name(self, source: Resource, edge: Edge) -> str:
        """An operation's name for classes of its own: with its parameters, so that overloads never share one."""
        if not self.is_short:
            return self.edge_name(source, edge)
        name = self._short_name(self._called(edge))
        return self._with_parameters(name, (p.name for p in edge.parameters))

    def alternate_key_name(self, collection: Edge, key: Edge) -> str:
        """The accessor beside the collection's own: `applications_with_app_id` for `applications(appId=...)`."""
        name = self.invoked(self._called(collection).name)
        return self._with_parameters(name, (part.name for part in key.keys))

    def key_parameters(self, source: Resource, edge: Edge) -> tuple[str, ...]:
        """The parameters of a key's accessor: `user_id`; of an alternate key's: `app_id`."""
        names = _key_names(edge)
        if edge.kind is SegmentKind.ALTERNATE_KEY or source.type is None:
            return tuple(map(self.parameter, names))
        first, *others = names
        stem = name_of(source.type).rpartition(".")[2]
        return (self.keyed(stem, first), *map(self.other_key, others))

    def of(self, resource: Resource, *taken: str) -> tuple[str, ...]:
        """The accessors of `resource`, one for each of its edges and in their order, no two the same.

        None is among the `taken` names that the builder's class has beside the members of all.
        """
        edges = resource.edges
        wanted = {str(at): self.edge_name(resource, edge) for at, edge in enumerate(edges)}
        kept = self.given.accessors(resource)
        if self.is_short:
            self._tell_overloads(resource, wanted, kept)

        def precedence(at: str) -> tuple[bool, bool, str, tuple[str, ...]]:
            edge = edges[int(at)]
            parameters = tuple(p.name for p in edge.parameters)
            return edge.kind in _OWN_SEGMENTS, wanted[at] != edge.name, edge.name, parameters

        given = distinct(
            sorted((at for at in wanted if wanted[at] != self.indexer), key=precedence),
            lambda at: self.fit(wanted[at], edges[int(at)]),
            (*self._members(resource), *taken),
            self.fold,
            Given(kept=kept),
        ).names
        return tuple(self.finish(given.get(at, wanted[at])) for at in wanted)

    def _tell_overloads(
        self, resource: Resource, wanted: dict[str, str], kept: Mapping[str, str]
    ) -> None:
        """Give their longer names to operations and casts whose short name is another's.

        Of overloads the one with the fewest parameters keeps the short name, so that one which takes more can be
        added. The order of the schema decides nothing.
        """
        edges = resource.edges
        used = {
            self.fold(wanted[str(at)])
            for at, edge in enumerate(edges)
            if edge.kind not in _NAMESPACED
        }
        used.update(map(self.fold, kept.values()))

        def precedence(at: int) -> tuple[int, tuple[str, ...], str]:
            parameters = tuple(p.name for p in edges[at].parameters)
            return len(parameters), parameters, edges[at].name

        short = [
            at for at, edge in enumerate(edges) if edge.kind in _NAMESPACED and str(at) not in kept
        ]
        for at in sorted(short, key=precedence):
            name, edge = wanted[str(at)], edges[at]
            if self.given.chosen:
                edge = self._called(edge)
            if self.fold(name) in used:
                name = self._with_parameters(name, (p.name for p in edge.parameters))
            if self.fold(name) in used:
                name = self.segment(edge.name.replace(".", "_"))
            used.add(self.fold(name))
            wanted[str(at)] = name

    def _members(self, source: Resource) -> frozenset[str]:
        return self.root_members if source.kind is ResourceKind.ROOT else self.members

    def _with_parameters(self, name: str, parameters: Iterable[str]) -> str:
        return name + "".join(self.with_parameter(_last(parameter)) for parameter in parameters)


def numbered(name: str) -> str:
    """How the official SDKs call a key's accessor the second time one chain meets the entity type."""
    return f"{name}1"


@cache
def _folded(members: frozenset[str], fold: Callable[[str], str]) -> frozenset[str]:
    return frozenset(map(fold, members))


def _template_words(template: str) -> str:
    """`withBaseWithHead` of `{base}...{head}`."""
    made = ""
    for at, part in enumerate(re.split(r"\{([^{}]*)\}", template)):
        words = [f"With{_capital(part)}"] if at % 2 else map(_capital, re.findall(r"\w+", part))
        made += "".join(words)
    return made[:1].lower() + made[1:]


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _key_names(edge: Edge) -> list[str]:
    return [_last(part.name) for part in edge.keys]


def _last(path: str) -> str:
    """The last part of a property path: what a key part without an alias is called after."""
    return path.rpartition("/")[2]
