"""What calls send and answer beside the schema's own types: pages of collections, bodies and wrapped answers of operations.

Neutral of any language: which classes that makes, and what they are called, is the business of a target.
"""

from __future__ import annotations

from dataclasses import dataclass

from edmund.surface.elements import Call, CallKind, Parameter, ResourceKind, Surface
from edmund.surface.type_parts import is_edm, is_list, name_of
from edmund.surface.types import Type, Types

__all__ = [
    "ListedType",
    "answer_member",
    "has_envelope",
    "listed_in",
]

_LISTS = (ResourceKind.COLLECTION, ResourceKind.REFERENCED_COLLECTION)


@dataclass(frozen=True, slots=True)
class ListedType:
    """A type of which calls answer collections.

    `widely` says that its collections live or are linked somewhere, or are casts that lead further: the
    official clients have a class for the pages of those.
    """

    name: str
    widely: bool


def listed_in(surface: Surface) -> tuple[ListedType, ...]:
    """The types of which some call answers a collection, in the order of the surface."""
    widely: dict[str, bool] = {}
    for resource in surface.resources:
        for call in resource.calls:
            if call.kind is CallKind.LIST and call.returns is not None:
                name = name_of(call.returns)
                found = resource.kind in _LISTS or (
                    resource.kind is ResourceKind.CAST_COLLECTION and _leads_on(name, surface.types)
                )
                widely[name] = widely.get(name, False) or found
    return tuple(ListedType(name, found) for name, found in widely.items())


def _leads_on(name: str, types: Types) -> bool:
    """Whether the type or its base declares what leads to other resources."""
    type_ = types.structured(name)
    base = types.structured(type_.base) if type_ is not None else None
    return any(t is not None and any(m.navigation for m in t.properties) for t in (type_, base))


def answer_member(call: Call, types: Types) -> tuple[Parameter, bool] | None:
    """The `value` of an operation's wrapped answer and whether the answer may link to a next page.

    None when the answer is an object, a stream or nothing.
    """
    returned = call.returns
    if returned is None or not has_envelope(returned, types):
        return None
    type_ = types.structured(name_of(returned))
    is_entity = type_ is not None and type_.identity
    return Parameter("value", returned), is_list(returned) and is_entity


def has_envelope(returned: Type, types: Types) -> bool:
    """Whether an answer is an object with a `value` (JSON Format 4.01, sections 11 and 12)."""
    if is_list(returned):
        return True
    name = name_of(returned)
    return name != "Edm.Stream" and (is_edm(returned) or types.enumeration(name) is not None)
