"""Queries: URLs of a service, with their query options, checked against its description."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from edmund.api.describe import nothing_addressed
from edmund.diagnostics import Diagnostic, EdmundError, Span
from edmund.pipeline import Loaded
from edmund.queries import check
from edmund.surface.build import build_surface
from edmund.surface.lookup import Found, PathFinder

__all__ = ["check_query"]

_ORIGIN: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*")


def check_query(loaded: Loaded, url: str, *, source: str = "<query>") -> tuple[Diagnostic, ...]:
    """What is wrong with a URL of the service: `/users?$filter=...`, or the whole of it, with its service root.

    That it addresses nothing (EDM611), that its query cannot be read (EDM920, EDM921), or what the service does not
    have or take (EDM922 to EDM926). Columns count in `url`, which messages call `source`.
    """
    surface, _ = build_surface(loaded.model, loaded.permissions)
    url = url.partition("#")[0]
    address, mark, query = url.partition("?")
    try:
        found = _addressed(PathFinder(surface), address, source)
        if not mark or not query:
            return ()
        return check.check_query(surface, found, query, source, len(address) + 2)
    except EdmundError as failure:
        return failure.diagnostics


def _addressed(finder: PathFinder, address: str, source: str) -> Found:
    """What a path addresses; of an absolute URL, the longest end of its path that addresses something."""
    origin = _ORIGIN.match(address)
    path = address if origin is None else address[origin.end() :]
    rest = path if path[:1] == "/" else f"/{path}"
    while True:
        found = finder.find(rest)
        if found is not None and (found.edges or rest == "/"):
            return found
        _, _, after = rest[1:].partition("/")
        if origin is None or not after:
            wrong = nothing_addressed(finder, path if path[:1] == "/" else f"/{path}")
            raise EdmundError((replace(wrong, span=Span(source, 1, 1)),))
        rest = f"/{after}"
