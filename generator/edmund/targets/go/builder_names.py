"""Where each resource's builder lives and what it is called: decided once, used by all links."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from edmund.naming.distinct import distinct, file_key
from edmund.naming.stems import OPERATIONS, StemSpelling, stem_of
from edmund.plan.homes import Home, HomeKind, arrivals_of, homes_of
from edmund.surface.elements import Edge, Resource, Surface
from edmund.targets.go.layout import Layout
from edmund.targets.go.names import exported, file_stem

__all__ = ["BuilderNames", "builder_names"]

ROOT_FILE = "root"
SHARED_FILE = "shared"
OPTIONS_FILE = "options"


@dataclass(frozen=True, slots=True)
class BuilderNames:
    """By resource: stems of names (`UserItem` for `UserItemRequestBuilder`), unique in the package, and files.

    `operations` are the names of operations with their parameters, without what they are bound to.
    """

    stems: Mapping[str, str]
    files: Mapping[str, str]
    operations: Mapping[str, str]

    def builder(self, resource_id: str) -> str:
        """The struct of a resource."""
        return f"{self.stems[resource_id]}RequestBuilder"


def builder_names(
    surface: Surface, layout: Layout, taken: tuple[str, ...] = (OPTIONS_FILE,)
) -> BuilderNames:
    """A builder lives with the type that it answers, as `layout` places it.

    An operation without such a type and a complex value live with the resource from which the walk first
    meets them; what belongs to no type, such as a count, has a file of its own. `taken` are other files.
    """
    arrivals = arrivals_of(surface)
    accessors = layout.spelling.accessors

    def operation_of(source: Resource, edge: Edge) -> str:
        """An operation's name with its parameters, without its namespace."""
        return accessors.operation_name(source, replace(edge, name=edge.name.rpartition(".")[2]))

    homes = {
        id_: _file(home, layout) for id_, home in homes_of(surface, arrivals, layout.names).items()
    }
    spelling = StemSpelling(
        placed=layout.names.get,
        type=lambda name: exported(layout.spelling.text(name)),
        member=accessors.segment,
        operation=operation_of,
    )
    wanted = {r.id: stem_of(r, arrivals, spelling) for r in surface.resources}
    stems = distinct(wanted, wanted.__getitem__).names
    files = distinct(dict.fromkeys(homes.values()), file_stem, taken, file_key).names
    return BuilderNames(
        stems,
        {id_: files[home] for id_, home in homes.items()},
        {
            resource.id: operation_of(*arrivals[resource.id])
            for resource in surface.resources
            if resource.kind in OPERATIONS and resource.id in arrivals
        },
    )


def _file(home: Home, layout: Layout) -> str:
    """The file, before clashes are told apart."""
    if home.type is not None:
        return layout.names[home.type]
    if home.segment is not None:
        return exported(layout.spelling.text(home.segment or "item"))
    return ROOT_FILE if home.kind is HomeKind.ROOT else SHARED_FILE
