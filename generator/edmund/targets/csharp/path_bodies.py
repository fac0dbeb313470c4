"""Bodies of actions at the official client's places: a namespace for each path that leads to an action.

`Microsoft.Graph.Users.Item.SendMail.SendMailPostRequestBody` derives from the one class that all paths to the
action share. There are as many paths as one likes, as resources lead back to each other: those of up to
`MAX_SEGMENTS` segments are served, which are those that documentation shows.
"""

from __future__ import annotations

from collections.abc import Iterator

from edmund.render.files import GeneratedFile
from edmund.surface.elements import Edge, Resource, SegmentKind, Surface
from edmund.targets.csharp.builder_names import BUILDERS, BuilderNames
from edmund.targets.csharp.chain_names import KEYS, edge_name
from edmund.targets.csharp.literals import doc_lines
from edmund.targets.csharp.names import LIBRARY_WORDS, file_stem, namespace_name
from edmund.targets.csharp.views import PathBodiesView, PathBodyView

__all__ = ["path_bodies"]

MAX_SEGMENTS = 5

_FOLLOWED = (
    SegmentKind.CHILD,
    SegmentKind.NAVIGATION,
    SegmentKind.OPERATION,
    SegmentKind.IMPORT,
    *KEYS,
)


def path_bodies(
    surface: Surface, names: BuilderNames, package: str, taken: frozenset[str]
) -> Iterator[GeneratedFile]:
    """A file for each child of the container below which there are bodies; `taken` are names beside it."""
    by_child: dict[str, list[PathBodyView]] = {}
    for parts, resource in _paths(surface):
        body = names.bodies.get(resource.id)
        if body is None or parts[0] in taken or parts[0] in LIBRARY_WORDS:
            continue
        by_child.setdefault(parts[0], []).append(
            PathBodyView(
                f"{package}.{'.'.join(parts)}",
                doc_lines(f"What is sent to {body.operation}."),
                body.official,
                f"global::{package}.{BUILDERS}.{body.name}",
            )
        )
    for child, bodies in by_child.items():
        unique = {(b.namespace, b.name): b for b in bodies}
        view = PathBodiesView(tuple(unique.values()))
        path = f"{BUILDERS}/Paths/{file_stem(child)}.cs"
        yield GeneratedFile(path, "path_bodies.cs.jinja", view)


def _paths(surface: Surface) -> Iterator[tuple[tuple[str, ...], Resource]]:
    """Namespaces of paths that lead to resources, none of them twice on one path."""
    root = surface.by_id[surface.root]
    pending: list[tuple[tuple[str, ...], Resource, frozenset[str]]] = [((), root, frozenset())]
    while pending:
        parts, resource, passed = pending.pop(0)
        if parts:
            yield parts, resource
        if len(parts) == MAX_SEGMENTS:
            continue
        for edge in resource.edges:
            if edge.kind in _FOLLOWED and edge.target not in passed:
                target = surface.by_id[edge.target]
                pending.append(((*parts, _part(resource, edge)), target, passed | {edge.target}))


def _part(source: Resource, edge: Edge) -> str:
    return "Item" if edge.kind in KEYS else namespace_name(edge_name(source, edge))
