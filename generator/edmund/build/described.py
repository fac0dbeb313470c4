"""From an OpenAPI description to finished files."""

from __future__ import annotations

from dataclasses import replace

from edmund.build.given_names import given_calls
from edmund.config import Client
from edmund.config.call_file import parse_call_file
from edmund.config.inputs import ClientInputs
from edmund.description import Description
from edmund.diagnostics import EdmundError
from edmund.naming.given import PublicNames
from edmund.pipeline import Compilation, Recipe, StageProgress, compile_surface, silent
from edmund.slicing.surface_slice import slice_surface
from edmund.surface.call_notes import CallNotes, with_notes

__all__ = ["call_notes", "compile_description"]

NO_NOTES = CallNotes()


def call_notes(client: Client, inputs: ClientInputs, kept: PublicNames) -> CallNotes:
    """What the client's own file and its configuration say of the calls, and what is `kept`. Raises EdmundError."""
    said = NO_NOTES if inputs.calls is None else parse_call_file(inputs.calls)
    given = given_calls(client, kept)
    return replace(
        said,
        methods=(*said.methods, *given.methods),
        parameters=given.parameters,
        kept=given.kept,
    )


def compile_description(
    description: Description,
    recipe: Recipe,
    notes: CallNotes = NO_NOTES,
    *,
    workers: int | None = None,
    progress: StageProgress = silent,
) -> Compilation:
    """Slice, lower and render; `notes` say more of the calls.

    Raises EdmundError; warnings about the description are in it.
    """
    try:
        progress("slicing")
        noted = with_notes(description.surface, notes)
        sliced = slice_surface(noted, recipe.selection)
    except EdmundError as failure:
        placed = (replace(d, span=d.span or recipe.selection_place) for d in failure.diagnostics)
        raise EdmundError(recipe.tolerance.judge((*description.diagnostics, *placed))) from None
    return compile_surface(
        sliced.surface,
        recipe,
        found=description.diagnostics,
        reasons=sliced.reasons,
        coverage=description.coverage.of(sliced.surface),
        workers=workers,
        progress=progress,
    )
