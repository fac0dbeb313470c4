"""Rendering: files to make in, their final text out.

Large outputs are rendered by one process per core: rendering is pure, and a forked worker sees the
views without copying them.
"""

from __future__ import annotations

import multiprocessing
import os
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

import jinja2

from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span
from edmund.render.environment import TemplateSet
from edmund.render.files import GeneratedFile, RenderedFile, VerbatimFile
from edmund.render.python_format import format_python
from edmund.render.sections import without_sections

__all__ = ["render_files"]

_PARALLEL_FROM = 400
"""Below this many files starting workers costs more than it gains."""

_CHUNKS_PER_WORKER = 4

_work: tuple[TemplateSet, Sequence[GeneratedFile | VerbatimFile]] | None = None
"""What forked workers render; set just before the fork, so that views need not be pickled."""


def render_files(
    files: Sequence[GeneratedFile | VerbatimFile],
    templates: TemplateSet,
    workers: int | None = None,
) -> tuple[RenderedFile, ...]:
    """Render `files` in order.

    `workers` is the number of processes; None takes one per core. Output of overridden templates is
    formatted by the target's formatter; built-in templates already give what it would. Raises
    `EdmundError` with the template's file and line when a template is missing or broken.
    """
    workers = workers or _usable_cores()
    if len(files) < _PARALLEL_FROM or workers == 1 or not _can_fork():
        return tuple(_render_one(file, templates) for file in files)
    return _render_in_parallel(files, templates, workers)


def _usable_cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _can_fork() -> bool:
    return "fork" in multiprocessing.get_all_start_methods() and os.name == "posix"


def _render_in_parallel(
    files: Sequence[GeneratedFile | VerbatimFile], templates: TemplateSet, workers: int
) -> tuple[RenderedFile, ...]:
    global _work  # noqa: PLW0603 - the one value that forked workers inherit
    size = -(-len(files) // (workers * _CHUNKS_PER_WORKER))
    bounds = [(start, start + size) for start in range(0, len(files), size)]
    _work = (templates, files)
    try:
        with multiprocessing.get_context("fork").Pool(workers) as pool:
            chunks = pool.map(_render_range, bounds, chunksize=1)
    finally:
        _work = None
    rendered: list[RenderedFile] = []
    for chunk in chunks:
        if isinstance(chunk, tuple):
            raise EdmundError(chunk)
        rendered.extend(
            RenderedFile(file.path, text)
            for file, text in zip(files[len(rendered) :], chunk, strict=False)
        )
    return tuple(rendered)


def _render_range(bounds: tuple[int, int]) -> list[str] | tuple[Diagnostic, ...]:
    """In a worker: the texts of a range of files, or the diagnostics that stopped it."""
    assert _work is not None
    templates, files = _work
    try:
        return [_render_one(file, templates).text for file in files[bounds[0] : bounds[1]]]
    except EdmundError as failure:
        return failure.diagnostics


def _render_one(file: GeneratedFile | VerbatimFile, templates: TemplateSet) -> RenderedFile:
    if isinstance(file, VerbatimFile):
        return RenderedFile(file.path, _verbatim_text(file, templates))
    text = _render_template(file, templates)
    if templates.overrides is not None and file.path.endswith((".py", ".pyi")):
        text = format_python(text, file.path, templates.overrides / file.template)
    return RenderedFile(file.path, text)


def _verbatim_text(file: VerbatimFile, templates: TemplateSet) -> str:
    source = templates.find(f"runtime/{file.source}")
    if source is None:
        raise _failure("EDM410", f"support file 'runtime/{file.source}' is missing", None)
    text = source.read_bytes().decode("utf-8").replace("\r\n", "\n")
    if file.sections is not None:
        text = without_sections(text, file.sections)
    return text.replace(file.written, file.wanted) if file.written else text


def _render_template(file: GeneratedFile, templates: TemplateSet) -> str:
    try:
        return templates.environment.get_template(file.template).render(view=file.view)
    except jinja2.TemplateSyntaxError as error:
        place = Span(error.filename or error.name or file.template, error.lineno)
        raise _failure("EDM411", f"template syntax: {error.message}", place) from error
    except jinja2.TemplateNotFound as error:
        raise _failure(
            "EDM410", f"template '{error.name}' is missing (for '{file.path}')", None
        ) from error
    except UnicodeDecodeError as error:
        name = templates.find(file.template)
        raise _failure("EDM413", "template is not UTF-8", Span(str(name))) from error
    except Exception as error:
        # Whatever a user's template raises is that template's fault; in a built-in one it is a bug.
        place_found = _template_place(error, templates.roots)
        if place_found is None:
            raise
        message = f"while rendering '{file.path}': {type(error).__name__}: {error}"
        raise _failure("EDM412", message, place_found) from error


def _template_place(error: Exception, roots: tuple[Path, ...]) -> Span | None:
    """The innermost frame of the traceback that lies in a template (Jinja maps frames to lines)."""
    inside: Callable[[str], bool] = lambda name: any(  # noqa: E731
        Path(name).is_relative_to(root) for root in roots
    )
    frames = [f for f in traceback.extract_tb(error.__traceback__) if inside(f.filename)]
    return Span(frames[-1].filename, frames[-1].lineno or 0) if frames else None


def _failure(code: str, message: str, place: Span | None) -> EdmundError:
    return EdmundError(
        [
            Diagnostic(
                code,
                Severity.ERROR,
                message,
                place,
                hint="templates get one variable, 'view'; its fields are in the target's view classes",
            )
        ]
    )
