"""Secrets in the query of a URL, which do not belong into a file that is committed."""

from __future__ import annotations

import re
from urllib.parse import unquote_plus

__all__ = ["without_secrets"]

_MASK = "***"
# Parts of the names of parameters that carry a secret: of signed URLs, API gateways and OAuth.
_SECRET = re.compile(
    r"sig|token|key|code|pass|pwd|secret|auth|credential|session|ticket|assertion|jwt|sas", re.I
)


def without_secrets(url: str) -> str:
    """`url` with `***` for the value of each parameter whose name says that it is a secret.

    Without its fragment, which never reaches a service. Takes time in proportion to the length.
    """
    head, mark, query = url.partition("#")[0].partition("?")
    parts = re.split(r"([&;])", query)
    return head + mark + "".join(_masked(part) for part in parts)


def _masked(part: str) -> str:
    name, equals, _ = part.partition("=")
    return f"{name}={_MASK}" if equals and _SECRET.search(unquote_plus(name)) else part
