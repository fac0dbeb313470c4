"""The names that users of the generated TypeScript package write, by schema element, for reviews."""

from __future__ import annotations

from collections.abc import Mapping

from edmund.surface.elements import Resource, ResourceKind, SegmentKind, Surface
from edmund.surface.types import EnumType
from edmund.targets.chains import element_chains
from edmund.targets.typescript.chain_names import accessor_names
from edmund.targets.typescript.layout import lay_out

__all__ = ["typescript_symbols"]

_KEYS = (SegmentKind.KEY, SegmentKind.KEY_PREDICATE, SegmentKind.ALTERNATE_KEY)


def typescript_symbols(surface: Surface) -> Mapping[str, str]:
    """`ns.type` to its interface, `ns.type/property` to `Interface.property`, `ns.enum/member` to `EnumObject.Member`.

    A property is listed under the type that declares it and under those that inherit it. Operations and the
    container's children are named by what leads there: `client.users.byUserId(...).sendMail`.
    """
    layout = lay_out(surface)
    found: dict[str, str] = {}
    for name, place in layout.places.items():
        found[name] = place.name
        is_enum = isinstance(surface.types.by_name[name], EnumType)
        owner = f"{place.name}Object" if is_enum else place.name
        names = (layout.members if is_enum else layout.properties)[name]
        found.update((f"{name}/{wire}", f"{owner}.{own}") for wire, own in names.items())
    names_of = {r.id: accessor_names(r) for r in surface.resources}

    def extended(chain: str, resource: Resource, index: int) -> tuple[str, str]:
        edge = resource.edges[index]
        named = f"{chain}.{names_of[resource.id][index]}"
        target = surface.by_id[edge.target]
        called = edge.kind in _KEYS or target.kind is ResourceKind.FUNCTION
        return named, (f"{named}(...)" if called and (edge.keys or edge.parameters) else named)

    for element, accessor in element_chains(surface, "client", extended):
        found.setdefault(element, accessor)
    return found
