"""The names that users of the generated PHP write, by schema element, for reviews."""

from __future__ import annotations

from collections.abc import Mapping

from edmund.naming.given import PublicNames, of_surface
from edmund.naming.spelling import Spelling
from edmund.surface.elements import Resource, SegmentKind, Surface
from edmund.targets.chains import element_chains
from edmund.targets.php.layout import Layout, lay_out
from edmund.targets.php.spelling import KIOTA

__all__ = ["php_names", "php_symbols", "type_symbols"]

_KEYS = (SegmentKind.KEY, SegmentKind.KEY_PREDICATE, SegmentKind.ALTERNATE_KEY)


def php_symbols(
    surface: Surface,
    spelling: Spelling = KIOTA,
    accessors: Mapping[str, tuple[str, ...]] | None = None,
) -> Mapping[str, str]:
    """`ns.type` to its class, `ns.type/property` to `Class::getProperty`, `ns.enum/member` to `Enum::MEMBER`.

    A property is listed under the type that declares it and under those that inherit it. Operations and children
    of the container lead to the chain that calls them: `$client->users()->byUserId(...)->sendMail()`. `accessors` are
    those of each resource by its id, where they are not the style's alone.
    """
    found = type_symbols(lay_out(surface, spelling=spelling))
    names = accessors or {r.id: spelling.accessors.of(r) for r in surface.resources}

    def extended(chain: str, resource: Resource, index: int) -> tuple[str, str]:
        edge = resource.edges[index]
        called = edge.kind in _KEYS or edge.keys or edge.parameters
        made = f"{chain}->{names[resource.id][index]}({'...' if called else ''})"
        return made, made

    for element, chain in element_chains(surface, "$client", extended):
        found.setdefault(element, chain)
    return found


def php_names(
    surface: Surface,
    spelling: Spelling,
    accessors: Mapping[str, tuple[str, ...]] | None = None,
) -> PublicNames:
    """The identifiers that users write: of properties what follows `get` and `set`; `accessors` as in `php_symbols`."""
    layout = lay_out(surface, spelling=spelling)
    return of_surface(
        surface,
        {name: place.cls for name, place in layout.places.items()},
        {**layout.stems, **layout.members},
        accessors or {r.id: spelling.accessors.of(r) for r in surface.resources},
    )


def type_symbols(layout: Layout) -> dict[str, str]:
    """The names of types alone, with those of their properties and members."""
    found: dict[str, str] = {}
    for name, place in layout.places.items():
        found[name] = place.cls
        for wire, stem in layout.stems.get(name, {}).items():
            found[f"{name}/{wire}"] = f"{place.cls}::get{stem}"
        for wire, constant in layout.members.get(name, {}).items():
            found[f"{name}/{wire}"] = f"{place.cls}::{constant}"
    return found
