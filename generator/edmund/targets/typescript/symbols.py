"""The names that users of the generated TypeScript package write, by schema element, for reviews."""

from __future__ import annotations

from collections.abc import Mapping

from edmund.plan.http_paths import http_paths
from edmund.plan.service import speaks_odata
from edmund.plan.shape import Shape
from edmund.surface.elements import Resource, ResourceKind, SegmentKind, Surface
from edmund.surface.types import EnumType
from edmund.targets.chains import element_chains
from edmund.targets.typescript.chain_names import accessor_names
from edmund.targets.typescript.http.accessors import http_accessor_names
from edmund.targets.typescript.http.calls import call_methods
from edmund.targets.typescript.http.operations import HttpOperations
from edmund.targets.typescript.layout import lay_out

__all__ = ["typescript_symbols"]

_KEYS = (
    SegmentKind.KEY,
    SegmentKind.KEY_PREDICATE,
    SegmentKind.ALTERNATE_KEY,
    SegmentKind.TEMPLATE,
)


def typescript_symbols(surface: Surface, shape: Shape = Shape.PATHS) -> Mapping[str, str]:
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
        # Unions have no names in them.
        names = (layout.members if is_enum else layout.properties).get(name, {})
        found.update((f"{name}/{wire}", f"{owner}.{own}") for wire, own in names.items())
    if shape is Shape.OPERATIONS and not speaks_odata(surface):
        return {**found, **HttpOperations.of(surface, layout).symbols()}
    if speaks_odata(surface):
        names_of = {r.id: accessor_names(r) for r in surface.resources}
    else:
        paths = http_paths(surface)
        surface = paths.surface
        names_of = {
            r.id: http_accessor_names(r, call_methods(paths.calls[r.id])) for r in surface.resources
        }

    def extended(chain: str, resource: Resource, index: int) -> tuple[str, str]:
        edge = resource.edges[index]
        named = f"{chain}.{names_of[resource.id][index]}"
        target = surface.by_id[edge.target]
        called = edge.kind in _KEYS or target.kind is ResourceKind.FUNCTION
        return named, (f"{named}(...)" if called and (edge.keys or edge.parameters) else named)

    for element, accessor in element_chains(surface, "client", extended):
        found.setdefault(element, accessor)
    return found
