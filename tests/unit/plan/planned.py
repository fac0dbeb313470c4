"""Plans of small OpenAPI documents."""

from __future__ import annotations

import textwrap
from pathlib import Path

from edmund.config.inputs import InputFile
from edmund.description import load_description, parse_description
from edmund.frontends.notation.references import no_files
from edmund.plan.http_calls import PlannedCall, planned_calls
from edmund.surface.elements import Surface

__all__ = ["calls_of", "calls_of_file", "surface_of"]

HEAD = "openapi: 3.2.0\ninfo: {title: Shop, version: '1'}\n"


def surface_of(document: str) -> Surface:
    """The surface of a description of which only the beginning is left out."""
    text = HEAD + textwrap.dedent(document)
    return parse_description(InputFile("shop.yaml", text.encode()), no_files).surface


def calls_of(document: str) -> dict[str, PlannedCall]:
    """The plans of a document's calls by method and path: `GET /pets`."""
    return _by_name(surface_of(document))


def calls_of_file(path: Path) -> dict[str, PlannedCall]:
    return _by_name(load_description(path).surface)


def _by_name(surface: Surface) -> dict[str, PlannedCall]:
    return {
        f"{call.method} {call.path}": call
        for calls in planned_calls(surface).values()
        for call in calls
    }
