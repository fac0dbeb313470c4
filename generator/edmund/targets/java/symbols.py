"""The names that users of the generated Java client write, by schema element, for reviews."""

from __future__ import annotations

from collections.abc import Mapping

from edmund.naming.given import PublicNames, of_surface
from edmund.naming.spelling import Spelling
from edmund.surface.elements import Resource, SegmentKind, Surface
from edmund.targets.chains import element_chains
from edmund.targets.java.layout import Layout, lay_out
from edmund.targets.java.spelling import KIOTA

__all__ = ["java_names", "java_symbols", "type_symbols"]

_KEYS = (SegmentKind.KEY, SegmentKind.KEY_PREDICATE, SegmentKind.ALTERNATE_KEY)


def java_symbols(surface: Surface, root: str, spelling: Spelling = KIOTA) -> Mapping[str, str]:
    """`ns.type` to its class, `ns.type/property` to `Class.getProperty`, `ns.enum/member` to `Enum.Member`.

    A property is listed under the type that declares it and under those that inherit it. Also operations
    and the container's children, to what leads there: `client.users().byUserId(...).sendMail()`.
    """
    found = type_symbols(lay_out(surface, root, spelling=spelling))
    names = {resource.id: spelling.accessors.of(resource) for resource in surface.resources}

    def extended(chain: str, resource: Resource, index: int) -> tuple[str, str]:
        edge = resource.edges[index]
        called = edge.kind in _KEYS or edge.parameters or edge.optional_parameters
        whole = f"{chain}.{names[resource.id][index]}"
        return f"{whole}({'...' if called else ''})", f"{whole}({'...' if called else ''})"

    for element, accessor in element_chains(surface, "client", extended):
        found.setdefault(element, accessor)
    return found


def java_names(surface: Surface, root: str, spelling: Spelling) -> PublicNames:
    """The identifiers that users write: of properties what follows `get` and `set`."""
    layout = lay_out(surface, root, spelling=spelling)
    return of_surface(
        surface,
        {name: place.cls for name, place in layout.places.items()},
        {**layout.properties, **layout.members},
        {resource.id: spelling.accessors.of(resource) for resource in surface.resources},
    )


def type_symbols(layout: Layout) -> dict[str, str]:
    """The names of types, properties and members."""
    found: dict[str, str] = {}
    for name, place in layout.places.items():
        found[name] = place.cls
        properties = layout.properties.get(name, {})
        found.update((f"{name}/{w}", f"{place.cls}.get{own}") for w, own in properties.items())
        members = layout.members.get(name, {})
        found.update((f"{name}/{w}", f"{place.cls}.{own}") for w, own in members.items())
    return found
