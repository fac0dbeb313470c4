"""What gives a complex value an address: the navigation property that is nearest to its type.

The surface has complex values of complex values, and casts of complex values, where these lead on to
something (`TypeMembers.leads_on`). A slice that ends there has to keep one thing to which they lead.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from edmund.model.elements import Model, StructuredType, TypeKind
from edmund.model.lineage import Lineage

__all__ = ["lead_of"]


def lead_of(model: Model, lineage: Lineage, name: str) -> tuple[str, ...]:
    """The types over which the complex type `name` leads to a navigation property, its target the last.

    Empty where it leads to none, or to a stream, which is there with the types that are chosen anyway.
    """
    came: dict[str, str | None] = {name: None}
    pending = deque([name])
    while pending:
        at = pending.popleft()
        type_ = model.structured(at)
        if type_ is None or type_.kind is not TypeKind.COMPLEX:
            continue
        if type_.navigation_properties:
            return (*_way(came, at), type_.navigation_properties[0].type.name)
        if any(prop.type.name == "Edm.Stream" for prop in type_.properties):
            return _way(came, at)
        for near in _near(type_, lineage):
            if near not in came:
                came[near] = at
                pending.append(near)
    return ()


def _near(type_: StructuredType, lineage: Lineage) -> Iterator[str]:
    yield from (prop.type.name for prop in type_.properties)
    if type_.base is not None:
        yield type_.base
    yield from lineage.descendants(type_.name)


def _way(came: dict[str, str | None], end: str) -> tuple[str, ...]:
    way: list[str] = []
    at: str | None = end
    while at is not None:
        way.append(at)
        at = came[at]
    return tuple(reversed(way))
