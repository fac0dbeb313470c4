"""What files of calls have in both shapes: their imports, and the places of calls as expressions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import quote

from edmund.plan.http_parameters import PlannedParameter
from edmund.targets.go.http_tables import parameter_source
from edmund.targets.go.http_views import HttpBuilderFileView, HttpBuilderView
from edmund.targets.go.literals import comment, string_literal
from edmund.targets.go.structured import imports_of
from edmund.targets.go.values import Values

__all__ = ["builder_file", "encoded_path", "path_part", "with_text"]

_PARAMETER = re.compile(r"\{([^{}]*)\}")


def builder_file(
    module: str, text: str, builders: tuple[HttpBuilderView, ...]
) -> HttpBuilderFileView:
    """A file with `builders`; `text` says what the package is for, where the file does so."""
    return HttpBuilderFileView(bool(text), comment(text), _imports(module, builders), builders)


def _imports(module: str, builders: tuple[HttpBuilderView, ...]) -> tuple[str, ...]:
    """What a file names: Go refuses imports that are not used."""
    calls = [call for builder in builders for call in builder.calls]
    code = "\n".join(_code(builders))
    standard = ['\t"context"'] if calls else []
    if any(call.is_bytes for call in calls) or _names_package("io", code):
        standard.append('\t"io"')
    if _names_package("time", code):
        standard.append('\t"time"')
    own = imports_of(module, (), *(["models"] if _names_package("models", code) else []))
    return (*standard, "", *own) if standard else own


def _code(builders: tuple[HttpBuilderView, ...]) -> Iterator[str]:
    for builder in builders:
        for link in builder.links:
            yield from (link.parameters, link.place)
        for call in builder.calls:
            yield from (call.given, call.place, call.returns, call.streamed, call.pages)
            yield from call.facts
            yield from (field.type for field in call.fields)


def _names_package(package: str, code: str) -> bool:
    return re.search(rf"(?<![\w.\"]){package}\.[A-Z]", code) is not None


def path_part(parameter: PlannedParameter, name: str, values: Values) -> str:
    """A part of a place: the value of the Go variable called `name`."""
    source = parameter_source(parameter, values)
    return f"odata.SegmentPart{{Parameter: &odata.Parameter{source}, Value: {name}}}"


def with_text(template: str, parts: Sequence[str]) -> list[str]:
    """The parts of a template in their order: those of its parameters with what is between."""
    made, rest = [], iter(parts)
    for at, piece in enumerate(_PARAMETER.split(template)):
        if at % 2:
            made.append(next(rest))
        elif piece:
            made.append(f"odata.SegmentPart{{Text: {string_literal(encoded_path(piece))}}}")
    return made


def encoded_path(text: str) -> str:
    """Segments of the description's own: encoded where they have letters beyond ASCII."""
    return quote(text, safe="/$.:@_-~")
