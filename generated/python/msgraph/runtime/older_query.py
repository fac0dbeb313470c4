"""Queries as code for services of OData 1 to 3 ([MS-ODATA], section 2.2.3.6.1.1): their functions and literals.

What the version does not have is refused before it is sent.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from .errors import QueryError
from .url_literals import OLDER, url_text

__all__ = ["called", "kind_of", "literal_of_kind", "one_of", "refuse"]

_SAME = ("Edm.String", "Edm.Boolean")
_FUNCTIONS = frozenset(
    {
        *("startswith", "endswith", "length", "indexof", "substring", "tolower", "toupper", "trim"),
        *("concat", "year", "month", "day", "hour", "minute", "second"),
        *("round", "floor", "ceiling"),
    }
)
_SHAPES = frozenset({"geo.distance", "geo.intersects", "geo.length"})
_WHOLE = frozenset({"Edm.Byte", "Edm.SByte", "Edm.Int16", "Edm.Int32", "Edm.Int64"})
_MOMENT, _NUMBER = (datetime, date, str), (int, float, Decimal)
_CLASSES: dict[str, tuple[type, ...]] = {
    "Edm.DateTime": _MOMENT,
    "Edm.DateTimeOffset": _MOMENT,
    "Edm.Time": (timedelta, str),
    "Edm.Guid": (UUID, str),
    "Edm.Binary": (bytes, str),
    **dict.fromkeys((*_WHOLE, "Edm.Decimal", "Edm.Double", "Edm.Single"), _NUMBER),
}
_BY_CLASS: tuple[tuple[type, str], ...] = (
    (bool, "Edm.Boolean"),
    (int, "Edm.Int32"),
    (float, "Edm.Double"),
    (Decimal, "Edm.Decimal"),
    (datetime, "Edm.DateTimeOffset"),
    (date, "Edm.DateTime"),
    (timedelta, "Edm.Time"),
    (UUID, "Edm.Guid"),
    (bytes, "Edm.Binary"),
    (str, "Edm.String"),
)


def kind_of(type_name: str | None, wire: str | None = None) -> str | None:
    """What values of a type are written as: its name there after a mark, where literals differ from those of 4.01."""
    if type_name is None or type_name in _SAME or not type_name.startswith("Edm."):
        return type_name
    return f"{OLDER}{wire or type_name}"


def literal_of_kind(value: Any, kind: str | None) -> str:
    """The literal of a value for what `kind_of` gave, not encoded; None where that is not known.

    Raises `TypeError` for a value of another kind, `ValueError` for one that no literal can hold.
    """
    own = next((name for cls, name in _BY_CLASS if isinstance(value, cls)), None)
    wire = own if kind is None else kind.removeprefix(OLDER)
    expected = _CLASSES.get(wire or "", ())
    is_number = expected == _NUMBER
    if own is None or (kind is not None and not isinstance(value, expected)):
        raise TypeError(f"{wire or 'a value with a literal'} is asked for here, not {own}")
    if is_number and isinstance(value, bool):
        raise TypeError(f"{wire} is asked for here, not {own}")
    if is_number and not isinstance(value, int) and (wire in _WHOLE or wire != own):
        # A number that the type cannot hold is compared all the same, as what it is.
        wire = own if wire in _WHOLE else wire
        value = float(value) if wire in ("Edm.Double", "Edm.Single") else Decimal(str(value))
    return url_text(value, f"{OLDER}{wire}")


def called(
    version: str, name: str, arguments: list[str], result: str | None
) -> tuple[str, str | None]:
    """The text of a function that is called, and what kind its result is of."""
    if name == "contains":
        text, part = arguments
        return f"substringof({part},{text})", result
    if name not in _FUNCTIONS and not (name in _SHAPES and version == "3.0"):
        refuse(name, version)
    return f"{name}({','.join(arguments)})", kind_of(result)


def one_of(subject: str, items: list[str]) -> str:
    """A condition that holds where the value is one of these, which no version before 4.01 has a word for."""
    return " or ".join(f"{subject} eq {item}" for item in items) or "false"


def refuse(what: str, version: str) -> None:
    raise QueryError(f"OData {version} has no {what} in queries")
