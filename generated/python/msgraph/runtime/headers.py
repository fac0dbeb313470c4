"""Header fields: checked in our own layer, masked wherever they are shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

__all__ = ["checked_headers", "headers_of", "shown_headers"]

_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_VALUE = re.compile(r"[\t\x20-\x7e\x80-\xff]*")
_SECRET = re.compile(r"(?i)authorization|cookie|key|token|secret|password|signature")
_RESERVED = frozenset({"host", "content-length", "transfer-encoding", "connection"})


def checked_headers(headers: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Fields by lower-case name; several values of one name are joined with a comma.

    Raises `ValueError` for a name that is no token, a value with a line break or a control character
    (RFC 9110, section 5), and the fields that frame the message.
    """
    found: dict[str, str] = {}
    for name, value in headers:
        if not isinstance(name, str) or not _NAME.fullmatch(name):
            raise ValueError(f"{name!r} is no header name")
        if not isinstance(value, str) or not _VALUE.fullmatch(value):
            raise ValueError(f"the value of header {name!r} has a line break or control character")
        key = name.lower()
        if key in _RESERVED:
            raise ValueError(f"header {name!r} is set by the transport")
        found[key] = f"{found[key]}, {value.strip()}" if key in found else value.strip()
    return found


def headers_of(value: Any) -> list[tuple[str, str]]:
    """Name and value pairs of a mapping, of pairs, or of an object like kiota's HeadersCollection."""
    if value is None:
        return []
    if hasattr(value, "get_all"):
        value = value.get_all()
    pairs = value.items() if isinstance(value, Mapping) else value
    found: list[tuple[str, str]] = []
    for name, one_or_many in pairs:
        if isinstance(one_or_many, (set, frozenset)):
            found.extend((name, item) for item in sorted(one_or_many))
        elif isinstance(one_or_many, (list, tuple)):
            found.extend((name, item) for item in one_or_many)
        else:
            found.append((name, one_or_many))
    return found


def shown_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """The fields with those masked that carry credentials."""
    return {name: "***" if _SECRET.search(name) else value for name, value in headers.items()}
