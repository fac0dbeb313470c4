"""The names that users of the generated TypeScript package write, by schema element, for reviews."""

from __future__ import annotations

from collections.abc import Mapping

from edmund.naming.given import PublicNames, of_surface
from edmund.naming.spelling import Spelling
from edmund.plan.http_paths import http_paths
from edmund.plan.service import speaks_odata
from edmund.plan.shape import Shape
from edmund.surface.elements import Resource, ResourceKind, SegmentKind, Surface
from edmund.surface.types import EnumType
from edmund.targets.chains import element_chains
from edmund.targets.typescript.http.accessors import http_accessor_names
from edmund.targets.typescript.http.calls import call_methods
from edmund.targets.typescript.http.operations import HttpOperations
from edmund.targets.typescript.layout import lay_out

__all__ = ["typescript_names", "typescript_symbols"]

_KEYS = (
    SegmentKind.KEY,
    SegmentKind.KEY_PREDICATE,
    SegmentKind.ALTERNATE_KEY,
    SegmentKind.TEMPLATE,
)


def typescript_names(surface: Surface, spelling: Spelling) -> PublicNames:
    """The identifiers that users write; the module of a type is one of them."""
    layout = lay_out(surface, (), spelling)
    surface, accessors = _accessors(surface, spelling)
    return of_surface(
        surface,
        {name: place.name for name, place in layout.places.items()},
        {**layout.properties, **layout.members},
        accessors,
        modules={name: place.module.rpartition("/")[2] for name, place in layout.places.items()},
    )


def _accessors(
    surface: Surface, spelling: Spelling
) -> tuple[Surface, Mapping[str, tuple[str, ...]]]:
    """The accessors of each resource by its id, and the surface that has these resources."""
    if speaks_odata(surface):
        return surface, {r.id: spelling.accessors.of(r) for r in surface.resources}
    paths = http_paths(surface)
    return paths.surface, {
        r.id: http_accessor_names(r, call_methods(paths.calls[r.id]), spelling.given)
        for r in paths.surface.resources
    }


def typescript_symbols(
    surface: Surface, spelling: Spelling, shape: Shape = Shape.PATHS
) -> Mapping[str, str]:
    """`ns.type` to its interface, `ns.type/property` to `Interface.property`, `ns.enum/member` to `EnumObject.Member`.

    A property is listed under the type that declares it and under those that inherit it. Operations and the
    container's children are named by what leads there: `client.users.byUserId(...).sendMail`.
    """
    layout = lay_out(surface, (), spelling)
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
    surface, names_of = _accessors(surface, spelling)

    def extended(chain: str, resource: Resource, index: int) -> tuple[str, str]:
        edge = resource.edges[index]
        named = f"{chain}.{names_of[resource.id][index]}"
        target = surface.by_id[edge.target]
        called = edge.kind in _KEYS or target.kind is ResourceKind.FUNCTION
        return named, (f"{named}(...)" if called and (edge.keys or edge.parameters) else named)

    for element, accessor in element_chains(surface, "client", extended):
        found.setdefault(element, accessor)
    return found
