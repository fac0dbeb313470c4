"""The names that users of the generated Python package write, by schema element, for reviews."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from edmund.naming.accessors import Accessors
from edmund.naming.given import PublicNames, of_surface
from edmund.surface.elements import Resource, SegmentKind, Surface
from edmund.targets.chains import element_chains
from edmund.targets.python.layout import lay_out
from edmund.targets.python.spelling import KIOTA, Spelling

__all__ = ["python_names", "python_symbols"]

_KEYS = (SegmentKind.KEY, SegmentKind.KEY_PREDICATE, SegmentKind.ALTERNATE_KEY)


def python_symbols(surface: Surface, spelling: Spelling = KIOTA) -> Mapping[str, str]:
    """`ns.type` to its class, `ns.type/property` to `Class.attribute`, `ns.enum/member` to `Enum.Member`.

    A property is listed under the type that declares it and under those that inherit it. Also
    `ns.operation`, each overload (`ns.action(binding)`, `ns.function(binding|parameter,parameter)`)
    and `ns.Container/child`, to what leads there: `client.users.by_user_id(...).send_mail`.
    """
    layout = lay_out(surface, spelling=spelling)
    found: dict[str, str] = {}
    for name, place in layout.places.items():
        found[name] = place.cls
        names = layout.attributes.get(name) or layout.members.get(name) or {}
        found.update((f"{name}/{wire}", f"{place.cls}.{own}") for wire, own in names.items())
    for element, accessor in _accessors(surface, spelling.accessors):
        found.setdefault(element, accessor)
    return found


def python_names(surface: Surface, spelling: Spelling) -> PublicNames:
    """The identifiers that users write; the module of a type is one of them."""
    layout = lay_out(surface, spelling=spelling)
    return of_surface(
        surface,
        {name: place.cls for name, place in layout.places.items()},
        {**layout.attributes, **layout.members},
        {resource.id: spelling.accessors.of(resource) for resource in surface.resources},
        modules={name: place.module.rpartition(".")[2] for name, place in layout.places.items()},
    )


def _accessors(surface: Surface, accessors: Accessors) -> Iterator[tuple[str, str]]:
    """Elements with a chain of accessors."""
    names = {resource.id: accessors.of(resource) for resource in surface.resources}

    def extended(chain: str, resource: Resource, index: int) -> tuple[str, str]:
        edge = resource.edges[index]
        longer = f"{chain}.{names[resource.id][index]}"
        called = edge.kind in _KEYS or edge.parameters
        return longer, f"{longer}(...)" if called else longer

    return element_chains(surface, "client", extended)
