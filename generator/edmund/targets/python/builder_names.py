"""Where each resource's builder lives and what it is called: decided once, used by all links."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from edmund.naming.accessors import Accessors
from edmund.naming.distinct import distinct, file_key
from edmund.naming.stems import StemSpelling, stem_of
from edmund.plan.homes import Home, HomeKind, arrivals_of, homes_of
from edmund.plan.service import speaks_odata
from edmund.surface.elements import Edge, Resource, Surface
from edmund.surface.type_parts import is_list, name_of
from edmund.targets.python.layout import Layout
from edmund.targets.python.names import words_class_name

__all__ = ["BuilderNames", "BuilderPlace", "builder_names", "pascal"]

ROOT_MODULE = "_root"
SHARED_MODULE = "_shared"

_RUNTIME_NAMES = ("Builder", "PagedBuilder", "PathBuilder", "RequestBuilder", "ServiceBuilder")
_FIXED = ("_options", ROOT_MODULE, SHARED_MODULE)


@dataclass(frozen=True, slots=True)
class BuilderPlace:
    """`module` is relative to the package of builders (`security.alert`)."""

    module: str
    name: str


@dataclass(frozen=True, slots=True)
class BuilderNames:
    """Places by resource id, and class names of link bases by type; names are unique in the package."""

    places: Mapping[str, BuilderPlace]
    bases: Mapping[tuple[str, bool], BuilderPlace]
    arrivals: Mapping[str, tuple[Resource, Edge]]
    accessors: Accessors

    def of(self, resource_id: str) -> BuilderPlace:
        return self.places[resource_id]


def pascal(name: str) -> str:
    """`upload_client_certificate` as `UploadClientCertificate`."""
    return "".join(part[:1].upper() + part[1:] for part in name.split("_"))


def builder_names(surface: Surface, layout: Layout) -> BuilderNames:
    """A builder lives with the type that it answers, as `layout` places it.

    An operation without such a type and a complex value live with the resource from which the walk first
    meets them; what belongs to no type, such as a count, has a module of its own.
    """
    arrivals = arrivals_of(surface)
    accessors = layout.spelling.accessors
    homes = {
        id_: _module(home, layout)
        for id_, home in homes_of(surface, arrivals, layout.places).items()
    }
    is_odata = speaks_odata(surface)
    spelling = StemSpelling(
        placed=lambda name: _placed_stem(name, layout),
        type=lambda name: _local(name, layout),
        member=lambda name: (
            _local(name, layout) if is_odata else words_class_name(name).rstrip("_")
        ),
        operation=lambda source, edge: pascal(accessors.operation_name(source, edge)),
    )
    stems = {r.id: stem_of(r, arrivals, spelling) for r in surface.resources}
    answered = {
        (name_of(r.type), is_list(r.type)): None
        for r in surface.resources
        if r.type is not None and name_of(r.type) in layout.places
    }
    base_stems = {
        key: (_placed_stem(key[0], layout) or "") + _base_suffix(key[1]) for key in answered
    }
    wanted = {r.id: f"{stems[r.id]}Builder" for r in surface.resources}
    for key, stem in base_stems.items():
        wanted[_base_id(key)] = stem
    names = distinct(wanted, wanted.__getitem__, _RUNTIME_NAMES).names
    modules = distinct(dict.fromkeys(homes.values()), lambda home: home, _FIXED[:1], file_key).names
    return BuilderNames(
        {r.id: BuilderPlace(modules[homes[r.id]], names[r.id]) for r in surface.resources},
        {
            key: BuilderPlace(layout.places[key[0]].module, names[_base_id(key)])
            for key in base_stems
        },
        arrivals,
        accessors,
    )


def _base_id(key: tuple[str, bool]) -> str:
    return f"links of {key[0]} {key[1]}"


def _base_suffix(collection: bool) -> str:
    return "CollectionLinks" if collection else "Links"


def _module(home: Home, layout: Layout) -> str:
    """The module, before clashes are told apart."""
    if home.type is not None:
        return layout.places[home.type].module
    if home.segment is not None:
        return layout.spelling.module(home.segment or "item")
    return ROOT_MODULE if home.kind is HomeKind.ROOT else SHARED_MODULE


def _placed_stem(name: str, layout: Layout) -> str | None:
    """`microsoft.graph.security.alert` as `SecurityAlert`: unlike `microsoft.graph.alert`."""
    place = layout.places.get(name)
    if place is None:
        return None
    packages = place.module.split(".")[:-1]
    return "".join(pascal(p) for p in packages) + place.cls.rstrip("_")


def _local(name: str, layout: Layout) -> str:
    return layout.spelling.cls(name).rstrip("_")
