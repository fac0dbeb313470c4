"""What holds for an addressed element where its annotations say nothing.

The defaults are those of the specification, with two limits. What a collection or a single navigation
merely refers to is not deleted through it while it has a home elsewhere: `DELETE /groups/1/members/2`
would delete the member, where its caller may well mean the membership (`.../$ref`). And a singleton is
not deleted.
"""

from __future__ import annotations

from dataclasses import replace

from edmund.model.elements import EntityHomes
from edmund.surface.capabilities import Capabilities
from edmund.surface.elements import QueryOption
from edmund.surface.members import Child

__all__ = ["is_shared", "settle", "settle_item", "settle_single"]

_ITEM_OPTIONS = (QueryOption.EXPAND, QueryOption.SELECT)


def is_shared(homes: EntityHomes, child: Child) -> bool:
    """Whether a containment can hold what also lives elsewhere, so that references to it make sense.

    The specification knows no such thing, services do: `group/acceptedSenders` is declared as a
    containment of directory objects, which are in an entity set, and takes `$ref`.
    """
    name = child.type.name
    return name in homes.listed or (not child.type.collection and name in homes.collected_apart)


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
