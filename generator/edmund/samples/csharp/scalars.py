"""Values of primitive types as C# expressions that give exactly what the example says."""

from __future__ import annotations

import base64
import binascii
from decimal import Decimal
from typing import Final

from edmund.samples.tree import Scalar
from edmund.targets.csharp.literals import string_literal

__all__ = ["NAMESPACES", "scalar_source"]

NAMESPACES: Final = {
    "Edm.Guid": ("System",),
    "Edm.DateTimeOffset": ("System", "System.Globalization"),
    "Edm.Date": ("System", "System.Globalization"),
    "Edm.TimeOfDay": ("System", "System.Globalization"),
    "Edm.Duration": ("System.Xml",),
    "Edm.Binary": ("System",),
}
"""What the expressions of a type need, where their values are text."""

_CASTS: Final = {"Edm.Byte": "(byte)", "Edm.SByte": "(sbyte)", "Edm.Int16": "(short)"}
_SUFFIXES: Final = {"Edm.Int64": "L", "Edm.Double": "d", "Edm.Single": "f", "Edm.Decimal": "m"}
_PARSED: Final = {
    "Edm.Guid": "Guid.Parse({})",
    "Edm.DateTimeOffset": "DateTimeOffset.Parse({}, CultureInfo.InvariantCulture)",
    "Edm.Date": "DateOnly.Parse({}, CultureInfo.InvariantCulture)",
    "Edm.TimeOfDay": "TimeOnly.Parse({}, CultureInfo.InvariantCulture)",
    "Edm.Duration": "XmlConvert.ToTimeSpan({})",
}
_SPECIAL: Final = {"INF": "PositiveInfinity", "-INF": "NegativeInfinity", "NaN": "NaN"}
_FLOATING: Final = {"Edm.Double": "double", "Edm.Single": "float"}


def scalar_source(value: Scalar) -> str:
    """The expression of a value."""
    plain = value.value
    if isinstance(plain, bool):
        return str(plain).lower()
    if isinstance(plain, int | Decimal):
        digits = str(plain) if isinstance(plain, int) else f"{plain:f}"
        return f"{_CASTS.get(value.type, '')}{digits}{_SUFFIXES.get(value.type, '')}"
    text = str(plain)
    kind = _FLOATING.get(value.type)
    if kind is not None and text in _SPECIAL:
        return f"{kind}.{_SPECIAL[text]}"
    if value.type == "Edm.Binary":
        return f"Convert.FromBase64String({string_literal(_standard(text))})"
    return _PARSED.get(value.type, "{}").format(string_literal(text))


def _standard(text: str) -> str:
    """Base64 of the standard alphabet for text of either."""
    try:
        plain = text.replace("-", "+").replace("_", "/")
        data = base64.b64decode(plain + "=" * (-len(plain) % 4))
    except (binascii.Error, ValueError):
        return text
    return base64.b64encode(data).decode("ascii")
