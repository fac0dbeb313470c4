"""Where entities live: in an entity set, in a singleton, in a containment.

That is a matter of a whole service. What a slice takes out of it does not change where entities live, so a
slice carries what was found out for the whole.
"""

from __future__ import annotations

from collections.abc import Iterable

from edmund.model.elements import EntityHomes, Model, StructuredType, TypeKind

__all__ = ["homes_of"]


def homes_of(model: Model) -> EntityHomes:
    """Where the entities of each type live, by the names of types."""
    if model.homes is not None:
        return model.homes
    types = [t for t in model.types if isinstance(t, StructuredType)]
    by_name = {t.name: t for t in types}
    roots = frozenset(t.name for t in types if _is_mere_root(t))
    sets = {s.type for c in model.containers for s in c.entity_sets}
    singletons = {s.type for c in model.containers for s in c.singletons}
    holders: dict[str, set[str]] = {}
    collected: set[str] = set()
    for type_ in types:
        for nav in type_.navigation_properties:
            if nav.contains_target:
                holders.setdefault(nav.type.name, set()).add(f"{type_.name}/{nav.name}")
                if nav.type.collection:
                    collected.add(nav.type.name)
    held = {*sets, *singletons, *holders}
    return EntityHomes(
        mere_roots=roots,
        listed=_and_descendants(sets, by_name, roots),
        housed=_and_descendants(held, by_name, roots) | _and_ancestors(held, by_name),
        collected_apart=frozenset(name for name in collected if len(holders[name]) > 1),
    )


def _is_mere_root(type_: StructuredType) -> bool:
    keys = {ref.path for ref in type_.key}
    return (
        type_.kind is TypeKind.ENTITY
        and type_.abstract
        and type_.base is None
        and not type_.navigation_properties
        and all(prop.name in keys for prop in type_.properties)
    )


def _and_descendants(
    names: Iterable[str], by_name: dict[str, StructuredType], roots: frozenset[str]
) -> frozenset[str]:
    """The types and what derives from them; from a mere root nothing does that would be of its kind."""
    derived: dict[str, list[str]] = {}
    for type_ in by_name.values():
        if type_.base is not None:
            derived.setdefault(type_.base, []).append(type_.name)
    found = set(names)
    waiting = [name for name in found if name not in roots]
    while waiting:
        for name in derived.get(waiting.pop(), ()):
            if name not in found:
                found.add(name)
                waiting.append(name)
    return frozenset(found)


def _and_ancestors(names: Iterable[str], by_name: dict[str, StructuredType]) -> frozenset[str]:
    found: set[str] = set()
    for name in names:
        at: str | None = name
        while at is not None and at not in found:
            found.add(at)
            at = by_name[at].base if at in by_name else None
    return frozenset(found)
