"""The service of this package's client speaks OData 4: nothing asks for what OData 1 to 3 want."""

from __future__ import annotations

from typing import NoReturn

__all__ = [
    "SecurityToken",
    "arguments_of",
    "called",
    "kind_of",
    "literal_of",
    "literal_of_kind",
    "older_headers",
    "older_request",
    "one_of",
    "refuse",
]


def _not_here(*_: object) -> NoReturn:
    raise NotImplementedError("this client speaks OData 4 alone")


def called(*_: object) -> tuple[str, str | None]:
    _not_here()


SecurityToken = arguments_of = kind_of = literal_of = literal_of_kind = _not_here
older_headers = older_request = one_of = refuse = _not_here
