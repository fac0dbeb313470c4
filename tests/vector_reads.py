"""Typed values of a generated Python package as the texts of the vectors, and values of vectors set on its models."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from math import isfinite
from typing import Any

__all__ = ["read_of", "set_value", "text_of"]


def read_of(value: Any, pointer: str, type_name: str | None) -> dict[str, str]:
    """What is found at a pointer of wire names and indexes, as an answer to a vector's read."""
    holder: Any = None
    for step in pointer.split("/")[1:]:
        if isinstance(value, list):
            value = value[int(step)]
            continue
        holder = value
        if not holder.is_set(step):
            return {"state": "absent"}
        value = getattr(holder, _attribute(holder, step))
    if value is None:
        return {"state": "null"}
    if hasattr(value, "_wire_names"):
        return {"state": "model", "type": type(value)._type.name}
    return {"state": "value", "value": text_of(value, type_name or "")}


def text_of(value: Any, type_name: str) -> str:
    """The text that a value has in vectors; fails for a value of another Python type than the schema's."""
    expected = _TYPES.get(type_name, str)
    assert isinstance(value, expected), (value, type_name)
    match value:
        case bool():
            return str(value).lower()
        case float():
            return repr(value) if isfinite(value) else repr(value).replace("inf", "INF")
        case datetime():
            assert value.tzinfo is not None
            return value.isoformat().replace("+00:00", "Z")
        case timedelta():
            return str(Decimal(value // timedelta(microseconds=1)) / 1_000_000)
        case bytes():
            return value.hex()
        case date() | time():
            return value.isoformat()
    return str(value)


_TYPES: Mapping[str, type | tuple[type, ...]] = {
    "Edm.Boolean": bool,
    **dict.fromkeys(("Edm.Byte", "Edm.SByte", "Edm.Int16", "Edm.Int32", "Edm.Int64"), int),
    "Edm.Decimal": Decimal,
    **dict.fromkeys(("Edm.Double", "Edm.Single"), float),
    "Edm.DateTimeOffset": datetime,
    "Edm.Date": date,
    "Edm.TimeOfDay": time,
    "Edm.Duration": timedelta,
    "Edm.Binary": bytes,
    "Edm.Guid": object,
}


def set_value(model: Any, pointer: str, value: Any) -> None:
    """Set a property of a model to a value that is there as JSON."""
    name = pointer.removeprefix("/")
    cls = type(model)._wire_names[name].model_class
    if cls is not None:
        value = (
            [cls.from_dict(v) for v in value] if isinstance(value, list) else cls.from_dict(value)
        )
    setattr(model, _attribute(model, name), value)


def _attribute(model: Any, wire_name: str) -> str:
    return str(type(model)._wire_names[wire_name].python_name)
