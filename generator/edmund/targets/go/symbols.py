"""The names that users of the generated Go module write, by schema element, for reviews."""

from __future__ import annotations

from collections.abc import Mapping

from edmund.naming.given import PublicNames, of_surface
from edmund.naming.spelling import Spelling
from edmund.surface.elements import Resource, SegmentKind, Surface
from edmund.targets.chains import element_chains
from edmund.targets.go.layout import Layout, lay_out
from edmund.targets.go.spelling import KIOTA

__all__ = ["go_names", "go_symbols", "model_symbols"]

_KEYS = (SegmentKind.KEY, SegmentKind.KEY_PREDICATE, SegmentKind.ALTERNATE_KEY)


def go_symbols(surface: Surface, spelling: Spelling = KIOTA) -> Mapping[str, str]:
    """`ns.type` to its struct, `ns.type/property` to `Struct.GetProperty`, `ns.enum/member` to the constant.

    A property is listed under the type that declares it and under those that inherit it; what can be called
    under the chain that leads there: `client.Users().ByUserId(...).SendMail()`.
    """
    found = dict(model_symbols(lay_out(surface, spelling=spelling)))
    names = {resource.id: spelling.accessors.of(resource) for resource in surface.resources}

    def extended(chain: str, resource: Resource, index: int) -> tuple[str, str]:
        edge = resource.edges[index]
        arguments = "..." if edge.kind in _KEYS or edge.parameters else ""
        longer = f"{chain}.{names[resource.id][index]}({arguments})"
        return longer, longer

    for element, chain in element_chains(surface, "client", extended):
        found.setdefault(element, chain)
    return found


def go_names(surface: Surface, spelling: Spelling) -> PublicNames:
    """The identifiers that users write: of properties what follows `Get` and `Set`."""
    layout = lay_out(surface, spelling=spelling)
    return of_surface(
        surface,
        layout.names,
        {**layout.properties, **layout.constants},
        {resource.id: spelling.accessors.of(resource) for resource in surface.resources},
    )


def model_symbols(layout: Layout) -> Mapping[str, str]:
    """Those of types alone."""
    found: dict[str, str] = dict(layout.names)
    for name, go in layout.names.items():
        for wire, own in layout.properties.get(name, {}).items():
            found[f"{name}/{wire}"] = f"{go}.Get{own}"
        for wire, own in layout.constants.get(name, {}).items():
            found[f"{name}/{wire}"] = own
    return found
