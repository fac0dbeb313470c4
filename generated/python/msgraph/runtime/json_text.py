"""JSON text in and out of models, exactly: no number is rounded, no type lost, nothing dropped.

Reading is `json.loads` with a number that no float holds kept as a Decimal. Writing is the C encoder
over the models' own data; it stops only at models, to see that each child says its type where the
declared type would not.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from math import isfinite
from operator import is_
from typing import Any

from .bare import Bare

__all__ = [
    "Converted",
    "Items",
    "JsonError",
    "Mapped",
    "dumps",
    "dumps_collection",
    "loads",
    "members_of",
    "plain",
    "same",
]

_DEEPEST = 20_000
_SCALARS = frozenset({str, int, float, bool, type(None), Decimal})
_NEVER_MODELS = frozenset({str, int, float, bool, type(None), dict, list})


class JsonError(ValueError):
    """The text is not JSON, or not JSON of the kind expected."""


class Items(list[Any]):
    """A list already read: models, or values that JSON holds as they are.

    `raw` says how they came; it is not there for a list that a caller set.
    """

    __slots__ = ("raw",)

    raw: list[Any]

    def __reduce__(self) -> tuple[Any, ...]:
        return (Items, (list(self),))


class Converted(Items):
    """A list of values that JSON does not hold as they are.

    `write` turns a value back when it is not the one that was read. `came` are the values that were read, where
    they are of a kind that nobody changes: without it each is compared with what its text gives.
    """

    __slots__ = ("came", "read", "write")

    came: list[Any] | None

    def __init__(
        self, raw: list[Any], read: Callable[[Any], Any], write: Callable[[Any], Any]
    ) -> None:
        super().__init__(map(read, raw))
        self.raw = raw
        self.came = None
        self.read = read
        self.write = write

    def __reduce__(self) -> tuple[Any, ...]:
        # Codecs are looked up again by the property that holds the list.
        return (list, (self.wire(),))

    def wire(self) -> list[Any]:
        """The values as they came, changed and new ones as the codec writes them."""
        read, raw, came = self.read, self.raw, self.came
        if came is not None and len(came) == len(self) and all(map(is_, self, came)):
            return raw
        return [
            raw[at] if at < len(raw) and read(raw[at]) == value else self.write(value)
            for at, value in enumerate(self)
        ]


class Mapped(dict[str, Any]):
    """An object already read whose members have any name; see `Converted`."""

    __slots__ = ("raw", "read", "write")

    def __init__(
        self, raw: dict[str, Any], read: Callable[[Any], Any], write: Callable[[Any], Any]
    ) -> None:
        super().__init__((name, read(value)) for name, value in raw.items())
        self.raw = raw
        self.read = read
        self.write = write

    def __reduce__(self) -> tuple[Any, ...]:
        return (dict, (self.wire(),))

    def wire(self) -> dict[str, Any]:
        """The values as they came, changed and new ones as the codec writes them."""
        read, raw = self.read, self.raw
        return {
            name: raw[name] if name in raw and read(raw[name]) == value else self.write(value)
            for name, value in self.items()
        }


class _Typed:
    """A model that has to say its type where it stands."""

    __slots__ = ("model",)

    def __init__(self, model: Bare) -> None:
        self.model = model


def _exact(text: str) -> float | Decimal:
    number = float(text)
    try:
        return number if repr(number) == text else Decimal(text)
    except InvalidOperation:
        raise JsonError("a number has an exponent that is too long") from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose members are named once: of two, each reader might take another."""
    made = dict(pairs)
    if len(made) < len(pairs):
        raise JsonError("an object names a member twice")
    return made


def _no_constant(text: str) -> Any:
    raise JsonError(f"{text} is not JSON")


_decode = json.JSONDecoder(
    parse_float=_exact, parse_constant=_no_constant, object_pairs_hook=_object
).decode


def loads(text: str | bytes | bytearray) -> Any:
    """The value of a JSON text; bytes are UTF-8, UTF-16 or UTF-32 (RFC 8259). Raises `JsonError`."""
    try:
        if not isinstance(text, str):
            text = bytes(text).decode(json.detect_encoding(text))
        return _decode(text.removeprefix("\ufeff"))
    except RecursionError:
        raise JsonError("the JSON is nested too deeply") from None
    except JsonError:
        raise
    except ValueError as error:
        # The decoder's own message gives the place; the text itself may hold secrets.
        raise JsonError(f"not JSON: {error}") from None


def dumps(value: Any, declared: type[Bare] | None = None) -> str:
    """JSON text (ASCII) of a model, or of JSON values with models inside.

    A model at the root says its type when its class is not `declared`; with None it does not.
    """
    decimals: dict[str, str] = {}
    mark = ""

    def default(item: Any) -> Any:
        nonlocal mark
        if isinstance(item, Bare):
            return members_of(item)
        if item.__class__ is _Typed:
            model = item.model
            return {"@odata.type": f"#{model._type.name}", **members_of(model)}
        if isinstance(item, Decimal) and item.is_finite():
            # The encoder has no way to write a number that is no int or float: a mark that no text of
            # the payload can hold stands for it.
            if not mark:
                mark = _unguessable()
            name = f"{mark}{len(decimals)}."
            decimals[f'"{name}"'] = str(item)
            return name
        return _other(item)

    if declared is not None and needs_type(value, declared):
        value = _Typed(value)
    try:
        text = _encoder(default).encode(value)
    except RecursionError:
        raise JsonError("the values are nested too deeply") from None
    if not decimals:
        return text
    import re

    return re.sub(f'"{mark}[0-9]+\\."', lambda found: decimals[found[0]], text)


def dumps_collection(items: Sequence[Bare], declared: type[Bare] | None) -> str:
    """JSON text of models of the class `declared` as a collection (OData JSON Format 4.01, section 14)."""
    typed = [_Typed(item) if needs_type(item, declared) else item for item in items]
    return dumps({"value": typed})


def _encoder(default: Callable[[Any], Any]) -> json.JSONEncoder:
    return json.JSONEncoder(
        default=default, separators=(",", ":"), allow_nan=False, check_circular=False
    )


def _unguessable() -> str:
    from secrets import token_hex

    return token_hex(16)


def needs_type(value: Any, declared: type[Bare] | None) -> bool:
    """Whether `value` must say its type where `declared` is expected (section 4.6.3)."""
    cls = value.__class__
    if cls is declared or not isinstance(value, Bare):
        return False
    return bool(value._type.name) and not ("@odata.type" in value._data or "@type" in value._data)


def members_of(model: Bare) -> dict[str, Any]:
    """A model's data as it goes on the wire, one level deep; the model itself is not changed."""
    data = model._data
    changed: dict[str, Any] | None = None
    for key, value in data.items():
        cls = value.__class__
        if cls in _NEVER_MODELS:
            continue
        wired = value
        if cls is Items:
            declared = _declared(model, key)
            for item in value:
                if item.__class__ is not declared and needs_type(item, declared):
                    wired = [_Typed(it) if needs_type(it, declared) else it for it in value]
                    break
        elif cls is Converted or cls is Mapped:
            wired = value.wire()
        elif isinstance(value, Bare) and "@odata.type" not in value._data:
            declared = _declared(model, key)
            if cls is not declared and needs_type(value, declared):
                wired = _Typed(value)
        if wired is not value:
            if changed is None:
                changed = dict(data)
            changed[key] = wired
    return data if changed is None else changed


def _declared(model: Bare, key: str) -> type[Bare] | None:
    declaration = model._wire_names.get(key)
    if declaration is None:
        return None
    return declaration._class or declaration.model_class


def _other(item: Any) -> Any:
    """Python values that a caller put among the additional data."""
    from .primitives import CODECS

    for cls, edm in (
        (datetime, "Edm.DateTimeOffset"),
        (date, "Edm.Date"),
        (time, "Edm.TimeOfDay"),
        (timedelta, "Edm.Duration"),
        (bytes, "Edm.Binary"),
        (bytearray, "Edm.Binary"),
        (Decimal, "Edm.Decimal"),
    ):
        if isinstance(item, cls):
            return CODECS[edm].write(item)
    if type(item).__name__ == "UUID":
        return str(item)
    if isinstance(item, (set, frozenset, tuple)):
        return sorted(item) if isinstance(item, (set, frozenset)) else list(item)
    if isinstance(item, Mapping):
        return dict(item)
    raise TypeError(f"a {type(item).__name__} is no JSON value")


def plain(value: Any, declared: type[Bare] | None = None) -> Any:
    """`value` as dicts, lists and JSON values all its own: models as they go on the wire.

    Raises `JsonError` for what is nested without end. No nesting of an answer uses up the stack here.
    """
    if needs_type(value, declared or value.__class__):
        value = _Typed(value)
    root = [None]
    waiting: list[tuple[Any, Any, Any, int]] = [(root, 0, value, 0)]
    while waiting:
        place, at, value, depth = waiting.pop()
        if depth > _DEEPEST:
            raise JsonError("the values are nested too deeply")
        members = _members(value)
        made: Any
        if members is None:
            made = _scalar(value)
        elif isinstance(members, dict):
            made = {}
            for key, item in members.items():
                made[key] = item
                if item.__class__ not in _SCALARS:
                    waiting.append((made, key, item, depth + 1))
        else:
            made = list(members)
            for index, item in enumerate(made):
                if item.__class__ not in _SCALARS:
                    waiting.append((made, index, item, depth + 1))
        place[at] = made
    return root[0]


def _members(value: Any) -> dict[str, Any] | list[Any] | None:
    """What an object or a list holds, one level of it; None for what is neither."""
    cls = value.__class__
    if cls is dict or cls is list or cls is Items:
        return value  # type: ignore[no-any-return]
    if cls is Converted or cls is Mapped:
        return value.wire()  # type: ignore[no-any-return]
    if cls is _Typed:
        return {"@odata.type": f"#{value.model._type.name}", **members_of(value.model)}
    if isinstance(value, Bare):
        return members_of(value)
    if isinstance(value, (str, int, float, Decimal)) or value is None:
        return None
    other = _other(value)
    return other if other.__class__ in (dict, list) else None


def _scalar(value: Any) -> Any:
    if isinstance(value, str):
        return str.__str__(value)
    return value if value is None or isinstance(value, (int, float, Decimal)) else _other(value)


def same(one: Any, other: Any) -> bool:
    """Whether two values that `plain` gave are equal; true is no 1, whatever Python says."""
    waiting = [(one, other)]
    while waiting:
        one, other = waiting.pop()
        if one is other:
            continue
        if one.__class__ is dict and other.__class__ is dict:
            if one.keys() != other.keys():
                return False
            waiting.extend((value, other[key]) for key, value in one.items())
        elif one.__class__ is list and other.__class__ is list:
            if len(one) != len(other):
                return False
            waiting.extend(zip(one, other, strict=True))
        elif _number(one) != _number(other) or isinstance(one, bool) is not isinstance(other, bool):
            return False
    return True


def _number(value: Any) -> Any:
    """A float as the decimal number that it is written as: of 1.51e1 a Decimal is read, of 15.1 a float."""
    return Decimal(repr(value)) if value.__class__ is float and isfinite(value) else value
