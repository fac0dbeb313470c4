"""Which query options a call offers: the same sets of OData's own in every language, and the service's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from edmund.plan.policies import OfferedOptions, OwnOptions, Policies
from edmund.surface.elements import (
    Call,
    CallKind,
    CustomParameter,
    QueryOption,
    Resource,
    ResourceKind,
)
from edmund.surface.type_parts import name_of
from edmund.vendors import graph

__all__ = [
    "OFFERED_BY_COUNTS",
    "OFFERED_BY_LISTS",
    "OFFERED_BY_READS",
    "QueryOptions",
    "UsualSet",
    "options_of",
    "set_of",
]

OFFERED_BY_LISTS: Final = frozenset(QueryOption) - {QueryOption.FORMAT, QueryOption.DELTATOKEN}
OFFERED_BY_READS: Final = frozenset({QueryOption.EXPAND, QueryOption.SELECT})
OFFERED_BY_COUNTS: Final = frozenset({QueryOption.FILTER, QueryOption.SEARCH})


class UsualSet(Enum):
    """The sets of OData's own that runtimes declare because nearly all services need them, and any OTHER."""

    NONE = ""
    LIST = "List"
    READ = "Read"
    COUNT = "Count"
    REMOVED_REFERENCE = "RemoveReference"  # `$id`, which names what is taken out of a collection
    OTHER = "other"


_SETS: Final[Mapping[frozenset[QueryOption], UsualSet]] = {
    frozenset(): UsualSet.NONE,
    OFFERED_BY_LISTS: UsualSet.LIST,
    OFFERED_BY_READS: UsualSet.READ,
    OFFERED_BY_COUNTS: UsualSet.COUNT,
}


_USUAL: Final = {
    CallKind.LIST: OFFERED_BY_LISTS,
    CallKind.READ: OFFERED_BY_READS,
    CallKind.COUNT: OFFERED_BY_COUNTS,
}


@dataclass(frozen=True, slots=True)
class QueryOptions:
    """`system` are OData's, `set` says which set of them that is; `own` are the service's."""

    set: UsualSet
    system: frozenset[QueryOption] = frozenset()
    usual: frozenset[QueryOption] = frozenset()
    own: tuple[CustomParameter, ...] = ()


def options_of(call: Call, resource: Resource, policies: Policies) -> QueryOptions:
    """The options of a call. `usual` are those of them that calls of its kind have, where a language offers those."""
    if (
        call.kind is CallKind.REMOVE_REFERENCE
        and resource.kind is ResourceKind.REFERENCE_COLLECTION
    ):
        return QueryOptions(UsualSet.REMOVED_REFERENCE)
    usual: frozenset[QueryOption] = frozenset()
    if policies.offered_options is OfferedOptions.AS_USUAL:
        usual = _USUAL.get(call.kind, usual)
    system = frozenset(call.query) | usual
    own: dict[str, CustomParameter] = {}
    if policies.own_options is OwnOptions.BY_NAME:
        own = {each.name: each for each in (call.custom_query or _known(call))}
    return QueryOptions(
        set_of(system),
        system,
        usual,
        tuple(own.values()),
    )


def set_of(system: frozenset[QueryOption]) -> UsualSet:
    return _SETS.get(system, UsualSet.OTHER)


def _known(call: Call) -> tuple[CustomParameter, ...]:
    """What a vendor's documentation says of such calls and its description leaves out."""
    if call.kind is not CallKind.LIST or call.returns is None:
        return ()
    return tuple(
        CustomParameter(name, description=text)
        for name, text in graph.OPTIONS_OF_LISTS.get(name_of(call.returns), {}).items()
    )
