"""Where each resource's builder lives and what it is called: decided once, used by all links."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from edmund.naming.accessors import Accessors
from edmund.naming.distinct import distinct, file_key
from edmund.naming.stems import StemSpelling, stem_of
from edmund.plan.homes import Arrivals, Home, HomeKind, arrivals_of, homes_of
from edmund.surface.elements import Surface
from edmund.targets.typescript.chain_names import pascal
from edmund.targets.typescript.layout import Layout
from edmund.targets.typescript.names import file_stem, interface_name

__all__ = ["BUILDERS", "ROOT_NAME", "BuilderNames", "BuilderPlace", "builder_names"]

BUILDERS = "builders"
ROOT_NAME = "RootRequestBuilder"
_ROOT_MODULE = "root"
_SHARED_MODULE = "shared"


def _same(name: str) -> str:
    return name


@dataclass(frozen=True, slots=True)
class BuilderPlace:
    """`module` is below the folder of builders, without extension (`security/alert`)."""

    module: str
    name: str


@dataclass(frozen=True, slots=True)
class BuilderNames:
    """Places by resource id, names unique in the package; `arrivals` is how the walk first gets there."""

    places: Mapping[str, BuilderPlace]
    arrivals: Arrivals
    accessors: Accessors

    def of(self, resource_id: str) -> BuilderPlace:
        return self.places[resource_id]

    def operation_stem(self, resource_id: str) -> str:
        """The operation's name as the official client has it in interfaces, without its namespace."""
        source, edge = self.arrivals[resource_id]
        local = replace(edge, name=edge.name.rpartition(".")[2])
        return pascal(self.accessors.operation_name(source, local).removesuffix("Path"))


def builder_names(
    surface: Surface, layout: Layout, segment: Callable[[str], str] = _same
) -> BuilderNames:
    """`segment` spells a segment of which no more than its text is known. A builder lives with the type that it answers, as `layout` places it.

    An operation without such a type and a complex value live with the resource from which the walk first
    meets them; what belongs to no type, such as a count, has a module of its own.
    """
    arrivals = arrivals_of(surface)
    accessors, cls = layout.spelling.accessors, layout.spelling.cls
    homes = {
        id_: _module(home, layout, segment)
        for id_, home in homes_of(surface, arrivals, layout.places).items()
    }
    spelling = StemSpelling(
        placed=lambda name: _placed_stem(name, layout),
        type=lambda name: cls(name).rstrip("_"),
        member=lambda name: cls(segment(name)).rstrip("_"),
        operation=lambda source, edge: pascal(accessors.operation_name(source, edge)),
    )
    wanted = {r.id: f"{stem_of(r, arrivals, spelling)}RequestBuilder" for r in surface.resources}
    names = distinct(wanted, wanted.__getitem__, ("RequestBuilder",)).names
    modules = distinct(dict.fromkeys(homes.values()), lambda home: home, (), file_key).names
    places = {
        r.id: BuilderPlace(modules[homes[r.id]], interface_name(names[r.id]))
        for r in surface.resources
    }
    return BuilderNames(places, arrivals, accessors)


def _module(home: Home, layout: Layout, segment: Callable[[str], str]) -> str:
    """The module, before clashes are told apart."""
    if home.segment is not None:
        return file_stem(layout.spelling.text(segment(home.segment)))
    if home.type is not None:
        return layout.places[home.type].module
    return _ROOT_MODULE if home.kind is HomeKind.ROOT else _SHARED_MODULE


def _placed_stem(name: str, layout: Layout) -> str | None:
    """`microsoft.graph.security.alert` as `SecurityAlert`: unlike `microsoft.graph.alert`."""
    place = layout.places.get(name)
    if place is None:
        return None
    folders = place.folder.split("/") if place.folder else []
    return "".join(map(pascal, folders)) + place.name.rstrip("_")
