"""The names that users of the generated C# package write, by schema element, for reviews."""

from __future__ import annotations

from collections.abc import Mapping

from edmund.naming.given import PublicNames, of_surface
from edmund.naming.spelling import Spelling
from edmund.surface.elements import Surface
from edmund.targets.chains import element_chains
from edmund.targets.csharp.chain_names import INDEXER, extended_by
from edmund.targets.csharp.layout import Layout, lay_out
from edmund.targets.csharp.spelling import KIOTA

__all__ = ["csharp_names", "csharp_symbols", "type_symbols"]


def csharp_symbols(surface: Surface, spelling: Spelling = KIOTA) -> Mapping[str, str]:
    """`ns.type` to its class, `ns.type/property` to `Class.Property`, `ns.enum/member` to `Enum.Member`.

    A property is listed under the type that declares it and under those that inherit it. Operations,
    their overloads and the children of the root lead to the chain that calls them: `client.Users[...].SendMail`.
    """
    found = type_symbols(lay_out(surface, spelling=spelling))
    for element, chain in element_chains(surface, "client", extended_by(spelling.accessors)):
        found.setdefault(element, chain)
    return found


def csharp_names(surface: Surface, spelling: Spelling) -> PublicNames:
    """The identifiers that users write; indexers have none."""
    layout = lay_out(surface, spelling=spelling)
    return of_surface(
        surface,
        {name: place.cls for name, place in layout.places.items()},
        {**layout.attributes, **layout.members},
        {resource.id: spelling.accessors.of(resource) for resource in surface.resources},
        nameless=(INDEXER,),
    )


def type_symbols(layout: Layout) -> dict[str, str]:
    """The names of types alone, with those of their properties and members."""
    found: dict[str, str] = {}
    for name, place in layout.places.items():
        found[name] = place.cls
        names = layout.attributes.get(name) or layout.members.get(name) or {}
        found.update((f"{name}/{wire}", f"{place.cls}.{own}") for wire, own in names.items())
    return found
