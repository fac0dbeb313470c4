"""What resources of one type have in common: their links, declared once and inherited.

A user is a user as an item, as a singleton, behind a cast and where it is only referred to. Its links
are the same each time, and those of a directory object are among them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import islice

from edmund.naming.accessors import Accessors
from edmund.surface.elements import Edge, Resource, ResourceKind, Surface
from edmund.surface.lineage import Lineage
from edmund.surface.type_parts import is_list, name_of

__all__ = ["Link", "LinkBase", "LinkBases", "link_bases", "links_of"]

_ROLES = {
    ResourceKind.ENTITY: False,
    ResourceKind.REFERENCED_ENTITY: False,
    ResourceKind.SINGLETON: False,
    ResourceKind.CAST_ENTITY: False,
    ResourceKind.FUNCTION: False,
    ResourceKind.COLLECTION: True,
    ResourceKind.REFERENCED_COLLECTION: True,
    ResourceKind.CAST_COLLECTION: True,
}

_FARTHEST = 64
"""How many types of a line are looked at, so that a chain of thousands takes time by its length."""

Key = tuple[str, bool]
"""A type, and whether its collections are meant."""


@dataclass(frozen=True, slots=True)
class Link:
    """An edge under its accessor's name; a key's with those of its parameters."""

    name: str
    edge: Edge
    parameters: tuple[str, ...] = ()


def links_of(resource: Resource, names: Sequence[str], accessors: Accessors) -> list[Link]:
    """A resource's links; `names` are its accessors."""
    return [
        Link(name, edge, accessors.key_parameters(resource, edge) if edge.keys else ())
        for edge, name in zip(resource.edges, names, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class LinkBase:
    """`own` are the links beyond those of `parent`; `all` are both."""

    key: Key
    parent: Key | None
    own: tuple[Link, ...]
    all: frozenset[Link]


@dataclass(frozen=True, slots=True)
class LinkBases:
    """`bases` are the ones worth a class, by key; `base_of` the one of a resource, by its id."""

    bases: Mapping[Key, LinkBase]
    base_of: Mapping[str, Key]


def link_bases(
    surface: Surface, names: Mapping[str, tuple[str, ...]], accessors: Accessors
) -> LinkBases:
    """The bases of all resources whose type is structured; `names` are each resource's accessors."""
    groups: dict[Key, list[Resource]] = {}
    for resource in surface.resources:
        key = _key(resource, surface)
        if key is not None:
            groups.setdefault(key, []).append(resource)
    common = {key: _common(resources, names, accessors) for key, resources in groups.items()}
    lineage = Lineage(surface.types)
    candidates: dict[Key, LinkBase] = {}
    for key, links in common.items():
        parent = _parent(key, frozenset(links), common, lineage)
        inherited = frozenset(common[parent]) if parent is not None else frozenset()
        own = tuple(link for link in links if link not in inherited)
        candidates[key] = LinkBase(key, parent, own, frozenset(links))
    worth = _worth(candidates, groups)
    nearest = _nearest(worth, candidates)
    return LinkBases(
        {
            key: _skipping(candidates[key], nearest, candidates)
            for key in candidates
            if key in worth
        },
        {
            resource.id: found
            for key, resources in groups.items()
            if (found := nearest[key]) is not None
            for resource in resources
        },
    )


def _key(resource: Resource, surface: Surface) -> Key | None:
    collection = _ROLES.get(resource.kind)
    if collection is None or resource.type is None:
        return None
    if (
        surface.types.structured(name_of(resource.type)) is None
        or is_list(resource.type) != collection
    ):
        return None
    return (name_of(resource.type), collection)


def _common(
    resources: list[Resource], names: Mapping[str, tuple[str, ...]], accessors: Accessors
) -> tuple[Link, ...]:
    """The links that all have, in the order of the first."""
    found = [links_of(r, names[r.id], accessors) for r in resources]
    others = [frozenset(links) for links in found[1:]]
    return tuple(link for link in found[0] if all(link in other for other in others))


def _parent(
    key: Key,
    links: frozenset[Link],
    common: Mapping[Key, tuple[Link, ...]],
    lineage: Lineage,
) -> Key | None:
    """The nearest ancestor with links all of which are here too, unchanged; far ones are not looked at."""
    for ancestor in islice(lineage.upwards(key[0]), 1, _FARTHEST):
        candidate = (ancestor.name, key[1])
        theirs = common.get(candidate)
        if theirs and links.issuperset(theirs):
            return candidate
    return None


def _worth(candidates: Mapping[Key, LinkBase], groups: Mapping[Key, list[Resource]]) -> set[Key]:
    """Those with links of their own that two classes or more would otherwise repeat."""
    users: dict[Key, int] = {key: len(resources) for key, resources in groups.items()}
    for base in candidates.values():
        if base.parent is not None:
            users[base.parent] += 1
    return {key for key, base in candidates.items() if base.own and users[key] > 1}


def _nearest(worth: Set[Key], candidates: Mapping[Key, LinkBase]) -> dict[Key, Key | None]:
    """For each candidate itself or its nearest ancestor that is worth a class; each step is taken once."""
    found: dict[Key, Key | None] = {key: key for key in worth}
    for key in candidates:
        passed: list[Key] = []
        at: Key | None = key
        while at is not None and at not in found:
            passed.append(at)
            at = candidates[at].parent
        found.update(dict.fromkeys(passed, None if at is None else found[at]))
    return found


def _skipping(
    base: LinkBase, nearest: Mapping[Key, Key | None], candidates: Mapping[Key, LinkBase]
) -> LinkBase:
    """`base` with its nearest ancestor that is worth a class, and what that one lacks."""
    parent = None if base.parent is None else nearest[base.parent]
    inherited = candidates[parent].all if parent is not None else frozenset()
    own = tuple(sorted(base.all - inherited, key=lambda link: link.name))
    return LinkBase(base.key, parent, own, base.all)
