"""Literals of queries: a Python value as text that means it and nothing else, whatever it holds."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from .registry import find_enum, older_version, qualified_enumerations
from .url_literals import OLDER, plain_text

__all__ = ["literal"]

_NUMBERS = frozenset(
    {
        *("Edm.Byte", "Edm.SByte", "Edm.Int16", "Edm.Int32", "Edm.Int64"),
        *("Edm.Decimal", "Edm.Double", "Edm.Single"),
    }
)
_MOMENTS = frozenset({"Edm.Date", "Edm.DateTimeOffset"})
_BY_CLASS: dict[type, str] = {
    str: "Edm.String",
    bool: "Edm.Boolean",
    int: "Edm.Decimal",
    float: "Edm.Double",
    Decimal: "Edm.Decimal",
    datetime: "Edm.DateTimeOffset",
    date: "Edm.Date",
    time: "Edm.TimeOfDay",
    timedelta: "Edm.Duration",
    UUID: "Edm.Guid",
    bytes: "Edm.Binary",
}


def literal(value: Any, type_name: str | None = None) -> str:
    """The literal of a value that is compared with one of `type_name`; None where that is not known.

    Raises `TypeError` for a value of another kind, `ValueError` for one that no literal can hold.
    """
    if value.__class__ is str and type_name == "Edm.String" and value.isascii():
        return "'" + value.replace("'", "''") + "'"  # the commonest kind by far
    if value is None:
        return "null"
    if value.__class__ is bool and type_name == "Edm.Boolean":
        return "true" if value else "false"
    version = older_version()
    if version is not None and (type_name is None or type_name.startswith(OLDER)):
        from .older_wire import literal_of_kind

        return literal_of_kind(value, type_name)
    if type_name is not None and not type_name.startswith("Edm."):
        return _member(value, type_name)
    own = _own_type(value)
    if type_name is None or type_name in ("Edm.PrimitiveType", "Edm.Untyped"):
        type_name = own
    elif own == "Edm.String" and type_name != own:
        own = type_name  # text of a value, such as a GUID's
    if own is None or type_name is None or not _comparable(own, type_name):
        if isinstance(value, dict) and type_name is not None and type_name.startswith("Edm.Geo"):
            return _shape(value, type_name)
        expected = "a value with a literal" if type_name is None else type_name
        raise TypeError(f"{expected} is asked for here, not {type(value).__name__}")
    if own in _NUMBERS and isinstance(value, (int, float, Decimal)):
        own = _BY_CLASS.get(type(value), own)
    text = plain_text(value, own)
    if own == "Edm.String":
        return _quoted(text)
    if own in ("Edm.Duration", "Edm.Binary"):
        return f"{own[4:].lower()}{_quoted(text)}"
    return text


def _own_type(value: Any) -> str | None:
    found = _BY_CLASS.get(type(value))
    if found is not None:
        return found
    return next((name for cls, name in _BY_CLASS.items() if isinstance(value, cls)), None)


def _comparable(own: str, other: str) -> bool:
    return own == other or {own, other} <= _NUMBERS or {own, other} <= _MOMENTS


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _member(value: Any, type_name: str) -> str:
    """Members of an enumeration, with its name where the service's version demands that."""
    members: Iterable[Any] = (value,) if isinstance(value, str) else value
    if not isinstance(value, (str, set, frozenset, list, tuple)):
        raise TypeError(f"{type_name} is asked for here, not {type(value).__name__}")
    names = [str.__str__(member) for member in members]
    if isinstance(value, (set, frozenset)):
        enumeration = find_enum(type_name)
        declared = () if enumeration is None else enumeration._value2member_map_
        order: dict[Any, int] = {name: at for at, name in enumerate(declared)}
        names.sort(key=lambda name: (order.get(name, len(order)), name))
    text = plain_text(",".join(names), "Edm.String")
    return f"{type_name}{_quoted(text)}" if qualified_enumerations() else _quoted(text)


def _shape(value: dict[str, Any], type_name: str) -> str:
    """GeoJSON as a literal (ABNF, `geographyPoint` and its like); 4326 is what GeoJSON has."""
    prefix = "geography" if type_name.startswith("Edm.Geography") else "geometry"
    reference = 4326 if prefix == "geography" else 0
    return f"{prefix}'SRID={reference};{_form(value)}'"


def _form(value: Any) -> str:
    kind = value.get("type") if isinstance(value, dict) else None
    if kind == "GeometryCollection":
        return f"Collection({','.join(map(_form, value['geometries']))})"
    if kind not in _DEPTHS:
        raise ValueError("no GeoJSON of a known kind")
    written = _coordinates(value["coordinates"], _DEPTHS[kind])
    if kind == "Point":
        return f"Point({written})"
    if kind == "MultiPoint":
        return f"MultiPoint({','.join(f'({_coordinates(c, 0)})' for c in value['coordinates'])})"
    return f"{kind}{written}"


_DEPTHS = {
    "Point": 0,
    "MultiPoint": 1,
    "LineString": 1,
    "MultiLineString": 2,
    "Polygon": 2,
    "MultiPolygon": 3,
}


def _coordinates(value: Any, depth: int) -> str:
    if depth:
        return f"({','.join(_coordinates(item, depth - 1) for item in value)})"
    return " ".join(plain_text(number, "Edm.Double") for number in value)
