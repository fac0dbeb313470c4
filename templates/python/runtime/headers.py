"""Header fields: checked in our own layer, masked wherever they are shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

__all__ = ["HeadersCollection", "checked_headers", "headers_of", "shown_headers"]

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


class HeadersCollection:
    """Header fields of one request, each with its values; names are compared without case.

    `headers` is a mapping, pairs, or another collection. The methods are those of the official client's.
    """

    def __init__(self, headers: Any = None) -> None:
        self._values: dict[str, set[str]] = {}
        self.add_all(headers)

    def add(self, header_name: str, header_values: str | Iterable[str]) -> None:
        """Add one value or several to those that the field has."""
        if not isinstance(header_name, str):
            raise ValueError(f"{header_name!r} is no header name")
        many = isinstance(header_values, (list, tuple, set, frozenset))
        several: Any = header_values if many else [header_values]
        self._values.setdefault(header_name.lower(), set()).update(several)

    def add_all(self, headers: Any) -> None:
        """Add all fields of a mapping, of pairs, or of another collection."""
        for name, value in headers_of(headers):
            self.add(name, value)

    def try_add(self, header_name: str, header_value: str) -> bool:
        """Add the field unless it is there; says whether it was added."""
        if header_name in self:
            return False
        self.add(header_name, header_value)
        return True

    def get(self, header_name: str) -> set[str]:
        """The values of a field, none if it is not there."""
        return self._values.get(header_name.lower(), set())

    def get_all(self) -> dict[str, set[str]]:
        """All fields by lower-case name."""
        return self._values

    def remove(self, header_name: str) -> None:
        """Remove a field if it is there."""
        self._values.pop(header_name.lower(), None)

    def clear(self) -> None:
        """Remove all fields."""
        self._values.clear()

    def __contains__(self, header_name: object) -> bool:
        return isinstance(header_name, str) and header_name.lower() in self._values

    def __repr__(self) -> str:
        shown = {name: ", ".join(sorted(values)) for name, values in self._values.items()}
        return f"HeadersCollection({shown_headers(shown)!r})"


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
