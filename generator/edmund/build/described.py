"""From an OpenAPI description to finished files."""

from __future__ import annotations

from dataclasses import replace

from edmund.description import Description
from edmund.diagnostics import EdmundError
from edmund.pipeline import Compilation, Recipe, StageProgress, compile_surface, silent
from edmund.slicing.surface_slice import slice_surface

__all__ = ["compile_description"]


def compile_description(
    description: Description,
    recipe: Recipe,
    *,
    workers: int | None = None,
    progress: StageProgress = silent,
) -> Compilation:
    """Slice, lower and render. Raises EdmundError; warnings about the description are in it."""
    try:
        progress("slicing")
        sliced = slice_surface(description.surface, recipe.selection)
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
