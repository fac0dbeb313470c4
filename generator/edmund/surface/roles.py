"""What holds for an addressed element where its annotations say nothing.

The defaults are those of the specification, with two limits. What a collection or a single navigation
merely refers to is not changed or deleted through it while it has a home elsewhere: there, the same call
does so knowingly (`DELETE /groups/1/members/2` would delete the member, not the membership). And a
singleton is not deleted.
"""

from __future__ import annotations

from dataclasses import replace

from edmund.model.elements import Model, StructuredType
from edmund.model.lineage import Lineage
from edmund.surface.capabilities import Capabilities
from edmund.surface.elements import QueryOption, ResourceKind

__all__ = ["Homes", "settle", "settle_item", "settle_single"]

_ITEM_OPTIONS = (QueryOption.EXPAND, QueryOption.SELECT)
_OWNED = (ResourceKind.COLLECTION, ResourceKind.ENTITY)


class Homes:
    """The entity types that an entity set, a singleton or a containment holds."""

    def __init__(self, model: Model, lineage: Lineage) -> None:
        self._lineage = lineage
        held = {s.type for c in model.containers for s in c.entity_sets}
        held |= {s.type for c in model.containers for s in c.singletons}
        for type_ in model.types:
            if isinstance(type_, StructuredType):
                held |= {n.type.name for n in type_.navigation_properties if n.contains_target}
        self._held = held
        self._known: dict[str, bool] = {}

    def has(self, name: str) -> bool:
        """Whether entities of type `name` live somewhere else than behind a mere reference."""
        known = self._known.get(name)
        if known is None:
            family = (name, *(t.name for t in self._lineage.ancestors(name)))
            known = any(one in self._held for one in family) or any(
                one in self._held for one in self._lineage.descendants(name)
            )
            self._known[name] = known
        return known


def settle(said: Capabilities, owned: bool) -> Capabilities:
    """Fills in what is not said of a collection and its items.

    `owned` is false where the items are referenced only and have a home elsewhere.
    """
    return replace(
        said,
        listable=said.listable is not False,
        readable=said.readable is not False,
        insertable=said.insertable is not False,
        updatable=owned if said.updatable is None else said.updatable,
        deletable=owned if said.deletable is None else said.deletable,
        countable=said.countable is not False,
        indexable=said.indexable is not False,
        navigable=None,
        query=tuple((option, allowed) for option, allowed in said.query if not allowed),
    )


def settle_item(collection: Capabilities) -> Capabilities:
    """What is left of a settled collection's capabilities for one of its items."""
    return replace(
        collection,
        listable=None,
        insertable=None,
        countable=None,
        indexable=None,
        listing=None,
        creating=None,
        query=tuple((o, allowed) for o, allowed in collection.query if o in _ITEM_OPTIONS),
    )


def settle_single(said: Capabilities, updatable: bool, deletable: bool) -> Capabilities:
    """Fills in what is not said of a singleton, a single navigation or a complex property."""
    return replace(
        settle_item(settle(said, True)),
        updatable=updatable if said.updatable is None else said.updatable,
        deletable=deletable if said.deletable is None else said.deletable,
        reading=said.listing,
    )
