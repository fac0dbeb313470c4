"""What each resource's request builder is called: decided once, used by all links."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from edmund.naming.distinct import distinct, file_key
from edmund.naming.stems import StemSpelling, stem_of
from edmund.plan.homes import Arrivals, arrivals_of
from edmund.surface.elements import Surface
from edmund.targets.java.layout import Layout, room_for_name
from edmund.targets.java.names import pascal, shortened

__all__ = ["BuilderNames", "builder_names"]

_BUILDER = "RequestBuilder"
_RUNTIME = (_BUILDER, f"Service{_BUILDER}", f"Value{_BUILDER}")


@dataclass(frozen=True, slots=True)
class BuilderNames:
    """Classes by resource id, all in one package; `arrivals` tell from where the walk first met a resource."""

    package: str
    names: Mapping[str, str]
    arrivals: Arrivals


def builder_names(surface: Surface, layout: Layout) -> BuilderNames:
    """A builder is called after the type that it answers, an operation's after what it is bound to."""
    arrivals = arrivals_of(surface)
    accessors = layout.spelling.accessors
    spelling = StemSpelling(
        placed=lambda name: _placed_stem(name, layout),
        type=lambda name: pascal(layout.spelling.text(name)),
        member=lambda name: pascal(layout.spelling.text(name)),
        operation=lambda source, edge: pascal(accessors.operation_name(source, edge)),
    )
    package = f"{layout.root}.requests"
    longest = room_for_name(package) - 4
    wanted = {
        r.id: shortened(f"{stem_of(r, arrivals, spelling)}{_BUILDER}", longest)
        for r in surface.resources
    }
    names = distinct(wanted, wanted.__getitem__, _RUNTIME, file_key).names
    return BuilderNames(package, names, arrivals)


def _placed_stem(name: str, layout: Layout) -> str | None:
    """`microsoft.graph.security.alert` as `SecurityAlert`: unlike `microsoft.graph.alert`."""
    place = layout.places.get(name)
    if place is None:
        return None
    below = place.package.removeprefix(f"{layout.root}.models").lstrip(".")
    return (
        pascal(below) + place.cls.removesuffix("Escaped")
        if below
        else place.cls.removesuffix("Escaped")
    )
