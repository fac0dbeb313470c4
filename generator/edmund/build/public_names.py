"""The names that users of a client write, by what they name in the description: `edmund.lock` keeps them.

A later version of the description must not rename what is still there. Where it would, as when a new schema takes a
name that another one had, that is told and nothing is generated until somebody accepts it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from edmund.build.recipe import target_options
from edmund.config import Client
from edmund.config.inputs import read_file, read_inputs, shown_path
from edmund.description import load_description
from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span
from edmund.frontends.detect import Format, format_of
from edmund.slicing.slice import Selection
from edmund.slicing.surface_slice import slice_surface
from edmund.surface.elements import Surface
from edmund.targets.registry import TARGETS

__all__ = ["check_names", "described_names", "names_of", "renamed"]


def described_names(client: Client) -> Mapping[str, str]:
    """The names of a client of an OpenAPI description as it is now; none for other clients. Raises EdmundError."""
    if len(client.metadata) != 1:
        return {}
    if format_of(read_file(client.metadata[0]).data) is not Format.OPENAPI:
        return {}
    from edmund.build.described import call_notes
    from edmund.surface.call_notes import with_notes

    surface = load_description(client.metadata[0]).surface
    noted = with_notes(surface, call_notes(client, read_inputs(client)))
    selection = Selection(client.include_types, client.include_paths)
    return names_of(client, slice_surface(noted, selection).surface)


def names_of(client: Client, surface: Surface) -> Mapping[str, str]:
    """What users of the client write, by schema (`Pet`, `Pet/name`) and path (`/pets/{id}`)."""
    return TARGETS[client.target].symbols(surface, target_options(client))


def renamed(before: Mapping[str, str], now: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """What both have and call otherwise: the element, its name before and now."""
    for element, name in sorted(before.items()):
        if now.get(element, name) != name:
            yield element, name, now[element]


def check_names(client: Client, surface: Surface, locked: Mapping[str, str], lock: Path) -> None:
    """Raises EdmundError (EDM758) for each name of the lock that would be another one."""
    if not locked:
        return
    hint = "`edmund lock` accepts the new names; a `calls` file can keep those of methods"
    told = [
        Diagnostic(
            "EDM758",
            Severity.ERROR,
            f"'{element}' would be called '{new}' in {client.name}, and is '{old}' so far",
            Span(shown_path(lock)),
            hint,
        )
        for element, old, new in renamed(locked, names_of(client, surface))
    ]
    if told:
        raise EdmundError(told)
