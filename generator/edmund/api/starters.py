"""What a configuration says where its user has not said anything yet."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from os import PathLike
from pathlib import Path

from edmund.api.descriptions import is_openapi, load_openapi
from edmund.api.models import load
from edmund.config.inputs import read_file
from edmund.description import Description
from edmund.diagnostics import Diagnostic, EdmundError, Severity
from edmund.pipeline import Loaded
from edmund.plan.servers import default_server
from edmund.suggestions import suggestion
from edmund.targets.registry import TARGETS

__all__ = [
    "Starter",
    "default_package",
    "described_package",
    "method_names",
    "starter",
    "target_names",
    "target_settings",
]

AnyPath = str | PathLike[str]


@dataclass(frozen=True, slots=True)
class Starter:
    """What a starter configuration shows: a package's name, types and paths to choose from, where the service is.

    `shapes` are those that clients of the target may have.
    """

    package: str
    types: tuple[str, ...]
    paths: tuple[str, ...]
    base_url: str | None = None
    shapes: tuple[str, ...] = ()


def starter(metadata: Sequence[AnyPath], target: str = "python") -> Starter:
    """Read metadata of any kind and say what a configuration for it begins with. Raises EdmundError."""
    files = [Path(path) for path in metadata]
    if len(files) == 1 and is_openapi(files[0]):
        return _of_description(load_openapi(files[0]), target)
    loaded = load(*files)
    model = loaded.model
    paths = [entity_set.name for c in model.containers for entity_set in c.entity_sets]
    paths += [singleton.name for c in model.containers for singleton in c.singletons]
    return Starter(
        default_package(loaded, target),
        tuple(each.name for each in model.types),
        tuple(f"/{path}" for path in paths),
    )


def _of_description(description: Description, target: str) -> Starter:
    return Starter(
        described_package(description, target),
        tuple(each.name for each in description.surface.types.types),
        tuple(item.template for item in description.document.paths),
        default_server(description.surface.servers),
        tuple(sorted(shape.value for shape in TARGETS[target].shapes)),
    )


def method_names(metadata: AnyPath, names_from: AnyPath | None = None) -> str:
    """The text of a file for the key `calls` with the name of every call of an OpenAPI description.

    `names_from` is a configuration of Stainless whose names count; all others come from tags and operationIds.
    Raises EdmundError.
    """
    from edmund.config.call_file import call_file_text
    from edmund.frontends.notation.source import parse_source
    from edmund.frontends.stainless import stainless_names
    from edmund.plan.operations import by_call, planned_operations
    from edmund.surface.call_notes import CallNotes, MethodNote, with_notes

    surface = load_openapi(metadata).surface
    if names_from is not None:
        file = read_file(Path(names_from))
        source = parse_source(file.data, file.name)
        notes = (
            MethodNote(name, call, source.root.span)
            for call, name in stainless_names(source).items()
        )
        surface = with_notes(surface, CallNotes(tuple(notes)))
    return call_file_text(by_call(planned_operations(surface)))


def target_names() -> tuple[str, ...]:
    """The languages that can be generated."""
    return tuple(TARGETS)


def target_settings(target: str) -> Mapping[str, str]:
    """The settings that a target takes, each with its meaning. Raises KeyError for no target."""
    return TARGETS[target].settings


def default_package(loaded: Loaded, target: str = "python") -> str:
    """The name of a package for a client of `loaded` in the language `target`: of its first namespace with types.

    Raises EdmundError (EDM606) when there is no such target.
    """
    return _package(_words(loaded), target)


def described_package(description: Description, target: str) -> str:
    """The name of a package for a client of a description: of its title. Raises EdmundError (EDM606)."""
    return _package(_joined(description.document.title), target)


def _package(words: str, target: str) -> str:
    found = TARGETS.get(target)
    if found is None:
        hint = suggestion(target, TARGETS) or f"there are: {', '.join(TARGETS)}"
        message = f"there is no target '{target}'"
        raise EdmundError([Diagnostic("EDM606", Severity.ERROR, message, hint=hint)])
    return found.package(words)


def _words(loaded: Loaded) -> str:
    """The last part of the first namespace that has types, in lower case with underscores."""
    for schema in loaded.model.schemas:
        if any(t.name.startswith(f"{schema.namespace}.") for t in loaded.model.types):
            words = _joined(schema.namespace.rpartition(".")[2], "")
            if words:
                return words
    return "client"


def _joined(text: str, default: str = "client") -> str:
    """A text as words in lower case with underscores; `default` when there are none."""
    words = re.sub(r"[^a-z0-9]+", "_", text.lower()).strip("_")[:40].strip("_")
    return words if words and not words[0].isdigit() else default
