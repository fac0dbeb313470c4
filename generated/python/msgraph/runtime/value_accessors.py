"""Getters and setters of properties, made for what each holds, so that reading costs little.

All of them work on the JSON object that the model keeps. What JSON does not hold as it is, is decoded when
it is read; lists take the place of those they were read from.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from .bare import store
from .json_text import Converted, Items

if TYPE_CHECKING:
    from .declaration import Declaration
    from .json_model import JsonModel
    from .primitives import Codec

__all__ = ["list_of", "single"]

_WITHOUT_OFFSET = "Edm.DateTime"
"""What OData 1 to 3 have in the place of `Edm.DateTimeOffset`."""


def single(made: Declaration, codec: Codec) -> tuple[Any, Any]:
    """Accessors for one value, which is read as `codec` says."""
    wire = made.wire_name
    expected, exact, decode, encode = codec
    if made.wire == _WITHOUT_OFFSET:
        encode = _clock_time(encode)

    def slow(self: JsonModel, value: Any) -> Any:
        try:
            return decode(value)
        except (TypeError, ValueError, OverflowError):
            raise made.mismatch(self, expected, value) from None

    def write(self: JsonModel, value: Any) -> None:
        if value is not None:
            try:
                value = encode(value)
            except (TypeError, ValueError, OverflowError):
                raise made.refusal(self, expected, value) from None
        store(self, wire, value)

    if exact is str:
        # The commonest kind by far: spelled out, for the comparison with a constant.
        def read_str(self: JsonModel) -> Any:
            value: Any = self._data.get(wire)
            if value.__class__ is str or value is None:
                return value
            return slow(self, value)

        return read_str, write

    if made.type_name == "Edm.DateTimeOffset":
        return _timestamp_reader(wire, slow), write

    if made.type_name == "Edm.Guid":
        return _guid_reader(wire, slow), write

    if exact is not None:

        def read_exact(self: JsonModel) -> Any:
            value: Any = self._data.get(wire)
            if value.__class__ is exact or value is None:
                return value
            return slow(self, value)

        return read_exact, write

    def read(self: JsonModel) -> Any:
        value: Any = self._data.get(wire)
        if value is None:
            return None
        try:
            return decode(value)
        except (TypeError, ValueError, OverflowError):
            raise made.mismatch(self, expected, value) from None

    return read, write


def _timestamp_reader(wire: str, slow: Callable[[Any, Any], Any]) -> Callable[[Any], Any]:
    from datetime import datetime

    parse = datetime.fromisoformat

    def read_timestamp(self: JsonModel) -> Any:
        value: Any = self._data.get(wire)
        if value is None:
            return None
        try:
            moment = parse(value)
        except (TypeError, ValueError):
            return slow(self, value)
        return moment if moment.tzinfo is not None else slow(self, value)

    return read_timestamp


def _guid_reader(wire: str, slow: Callable[[Any, Any], Any]) -> Callable[[Any], Any]:
    from .guids import guid_of

    def read_guid(self: JsonModel) -> Any:
        value: Any = self._data.get(wire)
        if value is None:
            return None
        try:
            return guid_of(value)
        except TypeError:
            return slow(self, value)

    return read_guid


def list_of(
    made: Declaration,
    expected: str,
    decode: Callable[[Any], Any],
    encode: Callable[[Any], Any],
    exact: type | None = None,
) -> tuple[Any, Any]:
    """Accessors for a list of values that are each read and written on their own."""
    wire = made.wire_name
    only = {exact}
    if made.type_name == "Edm.Guid":
        from .guids import guid_of

        decode = guid_of
    if made.wire == _WITHOUT_OFFSET:
        encode = _clock_time(encode)
    read_one, write_one = _or_none(decode), _or_none(encode)

    def read(self: JsonModel) -> Any:
        value: Any = self._data.get(wire)
        if value is None or isinstance(value, Items):
            return value
        if value.__class__ is not list:
            raise made.mismatch(self, f"a list of {expected}", value)
        items: Items
        if exact is not None and set(map(type, value)) <= only:
            items = Items(value)
            items.raw = value
        else:
            try:
                # Without null among them, the common case, nobody looks for it again.
                items = Converted(value, read_one if None in value else decode, write_one)
                items.came = list(items)
            except (TypeError, ValueError, OverflowError):
                bad = _first_bad(value, read_one)
                raise made.mismatch(self, f"a list of {expected}", bad) from None
        self._data[wire] = items
        return items

    def write(self: JsonModel, value: Any) -> None:
        if value is not None:
            if isinstance(value, (str, bytes, dict)):
                raise made.refusal(self, f"a list of {expected}", value)
            try:
                value = list(map(write_one, value))
            except (TypeError, ValueError, OverflowError):
                raise made.refusal(self, f"a list of {expected}", value) from None
        store(self, wire, value)

    return read, write


def _clock_time(encode: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Writes a datetime without tzinfo, too: where the type has no offset, what the clock shows is all there is."""
    from datetime import UTC, datetime

    def write(value: Any) -> Any:
        is_naive = isinstance(value, datetime) and value.utcoffset() is None
        return encode(value.replace(tzinfo=UTC) if is_naive else value)

    return write


def _or_none(convert: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value is None else convert(value)


def _first_bad(values: list[Any], decode: Callable[[Any], Any]) -> Any:
    for value in values:
        try:
            decode(value)
        except (TypeError, ValueError, OverflowError):
            return value
    return values
