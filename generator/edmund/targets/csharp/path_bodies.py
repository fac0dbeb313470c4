"""Bodies of actions at the official client's places: a namespace for each path that leads to an action.

`Microsoft.Graph.Users.Item.SendMail.SendMailPostRequestBody` derives from the one class that all paths to the
action share. There are as many paths as one likes, as resources lead back to each other: those of up to
`MAX_SEGMENTS` segments are served, which are those that documentation shows.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from edmund.naming.distinct import file_key
from edmund.render.files import GeneratedFile
from edmund.surface.elements import Resource, SegmentKind, Surface
from edmund.targets.csharp.builder_names import BUILDERS, MAX_SEGMENTS, BuilderNames, official_part
from edmund.targets.csharp.chain_names import KEYS
from edmund.targets.csharp.literals import doc_lines
from edmund.targets.csharp.names import file_stem
from edmund.targets.csharp.views import PathBodiesView, PathBodyView

__all__ = ["path_bodies"]

MAX_PATHS = 100_000
"""How many paths are looked at: in a schema where everything leads to everything there are too many."""

_FOLLOWED = (
    SegmentKind.CHILD,
    SegmentKind.NAVIGATION,
    SegmentKind.OPERATION,
    SegmentKind.IMPORT,
    *KEYS,
)


def path_bodies(
    surface: Surface, names: BuilderNames, package: str, hidden: frozenset[str]
) -> Iterator[GeneratedFile]:
    """A file for each child of the container below which there are bodies; `hidden` are names that none may have.

    Children whose names differ by case alone share a file: some file systems take their files for one.
    """
    stems: dict[str, str] = {}
    by_stem: dict[str, list[PathBodyView]] = {}
    for parts, resource in _paths(surface, names):
        body = names.bodies.get(resource.id)
        if body is None or parts[0] in hidden:
            continue
        stem = file_stem(parts[0])
        by_stem.setdefault(stems.setdefault(file_key(stem), stem), []).append(
            PathBodyView(
                f"{package}.{'.'.join(parts)}",
                doc_lines(f"What is sent to {body.operation}."),
                body.official,
                f"global::{package}.{'.'.join(body.place)}",
            )
        )
    for stem, bodies in by_stem.items():
        unique = {(b.namespace, b.name): b for b in bodies}
        view = PathBodiesView(tuple(unique.values()))
        path = f"{BUILDERS}/Paths/{stem}.cs"
        yield GeneratedFile(path, "path_bodies.cs.jinja", view)


def _paths(surface: Surface, names: BuilderNames) -> Iterator[tuple[tuple[str, ...], Resource]]:
    """Namespaces of paths that lead to actions with bodies, short ones first, no resource twice on one path."""
    far = _distances(surface, names)
    root = surface.by_id[surface.root]
    start: tuple[tuple[str, ...], Resource, frozenset[str]] = ((), root, frozenset())
    pending = deque([start])
    left = MAX_PATHS
    while pending and left:
        parts, resource, passed = pending.popleft()
        left -= 1
        if resource.id in names.bodies and parts:
            yield parts, resource
        for edge in resource.edges:
            behind = far.get(edge.target)
            if edge.kind not in _FOLLOWED or behind is None or edge.target in passed:
                continue
            if len(parts) + 1 + behind <= MAX_SEGMENTS:
                below = (*parts, official_part(resource, edge))
                pending.append((below, surface.by_id[edge.target], passed | {edge.target}))


def _distances(surface: Surface, names: BuilderNames) -> dict[str, int]:
    """How many segments it is from each resource to the nearest action with a body."""
    sources: dict[str, list[str]] = {}
    for resource in surface.resources:
        for edge in resource.edges:
            if edge.kind in _FOLLOWED:
                sources.setdefault(edge.target, []).append(resource.id)
    found = dict.fromkeys(names.bodies, 0)
    pending = deque(found)
    while pending:
        target = pending.popleft()
        for source in sources.get(target, ()):
            if source not in found:
                found[source] = found[target] + 1
                pending.append(source)
    return found
