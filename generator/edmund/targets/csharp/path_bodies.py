"""Bodies of actions at the official client's places: a namespace for each path that leads to an action.

`Microsoft.Graph.Users.Item.SendMail.SendMailPostRequestBody` derives from the one class that all paths to the
action share (`edmund.plan.official_paths` says which paths there are).
"""

from __future__ import annotations

from collections.abc import Iterator

from edmund.naming.distinct import file_key
from edmund.plan.official_paths import official_paths
from edmund.render.files import GeneratedFile
from edmund.surface.elements import Surface
from edmund.targets.csharp.builder_names import BUILDERS, BuilderNames, official_part
from edmund.targets.csharp.literals import doc_lines
from edmund.targets.csharp.names import file_stem
from edmund.targets.csharp.views import PathBodiesView, PathBodyView

__all__ = ["path_bodies"]


def path_bodies(
    surface: Surface, names: BuilderNames, package: str, hidden: frozenset[str]
) -> Iterator[GeneratedFile]:
    """A file for each child of the container below which there are bodies; `hidden` are names that none may have.

    Children whose names differ by case alone share a file: some file systems take their files for one.
    """
    stems: dict[str, str] = {}
    by_stem: dict[str, list[PathBodyView]] = {}
    for steps, resource in official_paths(surface, names.bodies):
        parts = tuple(official_part(source, edge, names.accessors) for source, edge in steps)
        if parts[0] in hidden:
            continue
        body = names.bodies[resource.id]
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
