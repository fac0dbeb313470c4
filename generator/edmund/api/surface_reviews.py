"""Reviews of OpenAPI descriptions: versions read from files or from git, and compared on their surfaces."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from edmund.config.inputs import InputFile
from edmund.description import Description, below_root, parse_description
from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span, Tolerance, raise_on_errors
from edmund.frontends.detect import Format, format_of
from edmund.frontends.notation.references import NoFile, OtherFile, ReadFile
from edmund.review.compare import Severities
from edmund.review.findings import Finding
from edmund.review.load import SourceText, read_source
from edmund.review.surfaces.compare import review_surfaces
from edmund.review.surfaces.comparison import SurfaceComparison
from edmund.review.waivers import Waiver, apply_waivers

__all__ = ["are_openapi", "compare_descriptions", "load_described", "review_openapi"]


def are_openapi(old: Sequence[SourceText], new: Sequence[SourceText]) -> bool:
    """Whether both versions are OpenAPI. Raises EdmundError (EDM701) when one is and the other is not."""
    kinds = [[format_of(text.data) is Format.OPENAPI for text in each] for each in (old, new)]
    if not any(map(any, kinds)):
        return False
    for texts, found in zip((old, new), kinds, strict=True):
        if len(texts) > 1 or not all(found):
            name = texts[-1 if len(texts) > 1 else 0].name
            message = (
                f"'{name}' cannot be compared: OpenAPI is compared with OpenAPI, one file each"
            )
            raise EdmundError((Diagnostic("EDM701", Severity.ERROR, message, Span(name)),))
    return True


def load_described(text: SourceText, tolerance: Tolerance) -> Description:
    """One version; what it refers to is read where it lies, or from the same revision. Raises EdmundError."""
    if Path(text.name).is_file():
        read, files = below_root(Path(text.name))
        description = parse_description(InputFile(text.name, text.data), read, files)
    else:
        description = parse_description(InputFile(text.name, text.data), _in_revision(text.name))
    raise_on_errors(tolerance.judge(description.diagnostics))
    return description


def _in_revision(name: str) -> ReadFile:
    """Who reads files beside `REV:path`, and below the folder that it lies in."""
    revision, _, path = name.partition(":")
    folder = posixpath.dirname(path)

    def read(relative: str) -> OtherFile:
        if relative.startswith("../"):
            raise NoFile("it is not below the folder of the description", refused=True)
        try:
            source = read_source(f"{revision}:{posixpath.join(folder, relative)}")
        except EdmundError as failure:
            raise NoFile(failure.diagnostics[0].message) from None
        return OtherFile(source.name, source.data)

    return read


def review_openapi(
    old: Description,
    new: Description,
    *,
    severities: Severities | None = None,
    waivers: Sequence[Waiver] = (),
    as_of: date | None = None,
    by_operation: bool = False,
) -> tuple[Finding, ...]:
    """What changed from one description to another, judged for the wire and for source; the worst first.

    `waivers` are findings that a team accepts, judged by the day `as_of` (None: today). `by_operation` says that
    the source to judge for calls methods named after operations (the shape `operations`).
    """
    judged = severities or Severities()
    found = compare_descriptions(old, new, judged, by_operation=by_operation)
    return apply_waivers(found, tuple(waivers), as_of or date.today())[0]


def compare_descriptions(
    old: Description, new: Description, severities: Severities, *, by_operation: bool = False
) -> tuple[Finding, ...]:
    """The findings, no waivers applied. `by_operation`: some client has methods named after operations."""
    comparison = SurfaceComparison(
        old.surface,
        new.surface,
        old.document.node.span,
        new.document.node.span,
        by_operation=by_operation,
    )
    return review_surfaces(comparison, severities)
