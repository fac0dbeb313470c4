"""What holds for an addressed element where its annotations say nothing.

The defaults are those of the specification, with two limits. What a collection or a single navigation
merely refers to is not deleted through it while it has a home elsewhere: `DELETE /groups/1/members/2`
would delete the member, where its caller may well mean the membership (`.../$ref`). And a singleton is
not deleted.
"""

from __future__ import annotations

from dataclasses import replace

from edmund.model.elements import Model, StructuredType
from edmund.model.lineage import Lineage
from edmund.surface.capabilities import Capabilities
from edmund.surface.elements import QueryOption
from edmund.surface.members import Child, is_mere_root

__all__ = ["Homes", "settle", "settle_item", "settle_single"]

_ITEM_OPTIONS = (QueryOption.EXPAND, QueryOption.SELECT)


class Homes:
    """Where entities live: in an entity set, in a singleton, in a containment."""

    def __init__(self, model: Model, lineage: Lineage) -> None:
        self._model = model
        self._lineage = lineage
        self._sets = {s.type for c in model.containers for s in c.entity_sets}
        self._contained: dict[str, set[str]] = {}
        collected: set[str] = set()
        for type_ in model.types:
            if isinstance(type_, StructuredType):
                for nav in type_.navigation_properties:
                    if nav.contains_target:
                        holders = self._contained.setdefault(nav.type.name, set())
                        holders.add(f"{type_.name}/{nav.name}")
                        if nav.type.collection:
                            collected.add(nav.type.name)
        self._collected = frozenset(collected)
        singletons = {s.type for c in model.containers for s in c.singletons}
        self._held = frozenset((*self._sets, *singletons, *self._contained))
        self._known: dict[str, bool] = {}

    def has(self, name: str) -> bool:
        """Whether entities of type `name` live somewhere else than behind a mere reference."""
        known = self._known.get(name)
        if known is None:
            known = any(one in self._held for one in self._family(name)) or any(
                one in self._held for one in self._lineage.descendants(name)
            )
            self._known[name] = known
        return known

    def is_shared(self, child: Child) -> bool:
        """Whether a containment can hold what also lives elsewhere, so that references to it make sense.

        The specification knows no such thing, services do: `group/acceptedSenders` is declared as a
        containment of directory objects, which are in an entity set, and takes `$ref`.
        """
        name = child.type.name
        if any(one in self._sets for one in self._family(name)):
            return True
        holders = self._contained.get(name, set())
        return not child.type.collection and name in self._collected and len(holders) > 1

    def _family(self, name: str) -> tuple[str, ...]:
        """The type and those of its bases that say what it is."""
        bases = (t for t in self._lineage.ancestors(name) if not is_mere_root(t))
        return (name, *(t.name for t in bases))


def settle(said: Capabilities, owned: bool) -> Capabilities:
    """Fills in what is not said of a collection and its items.

    `owned` is false where the items are referenced only and have a home elsewhere.
    """
    return replace(
        said,
        listable=said.listable is not False,
        readable=said.readable is not False,
        insertable=said.insertable is not False,
        updatable=said.updatable is not False,
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
