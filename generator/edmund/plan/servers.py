"""Where a client goes when its caller says nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from edmund.surface.exchange import Server

__all__ = ["default_server", "filled_in", "url_fault"]

_VARIABLE = re.compile(r"\{([^{}]*)\}")


def filled_in(server: Server) -> str | None:
    """The URL of a server with the defaults of its variables; None when one of them has none."""
    defaults = {variable.name: variable.default for variable in server.variables}
    if any(name not in defaults for name in _VARIABLE.findall(server.url)):
        return None
    return _VARIABLE.sub(lambda found: defaults[found[1]], server.url)


def default_server(servers: Sequence[Server]) -> str | None:
    """The first server's URL, unless it is relative to where the description was, or no URL to write into a client."""
    url = filled_in(servers[0]) if servers else None
    return url if url is not None and url_fault(url) is None else None


def url_fault(url: str) -> str | None:
    """Why a service root may not be written into a client, or None."""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError as error:
        return f"is not a URL: {error}"
    if parts.scheme not in ("https", "http") or not parts.hostname:
        return "is not an https URL"
    if parts.username is not None or parts.password is not None:
        return "holds credentials, which would be in the code"
    if not url.isprintable() or " " in url or "\\" in url:
        return "has a character that a URL may not have"
    return None
