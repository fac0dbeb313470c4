"""Values of any type of `value_types` between JSON and Python.

Reading a value that is none of its type raises TypeError or ValueError, as the codecs of primitives do; in a union
it stays the JSON value that it is. Models and lists that are read stand over the JSON that they were read from.
"""

from __future__ import annotations

import binascii
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from .bare import Bare
from .json_text import Converted, Items, Mapped, plain
from .primitives import CODECS, Codec, codec_of
from .registry import found_at
from .value_types import (
    EnumOf,
    ListOf,
    Literal,
    MapOf,
    ModelOf,
    Nullable,
    UnionOf,
    Value,
    ValueType,
)

if TYPE_CHECKING:
    from .json_model import JsonModel
    from .value_types import Union

__all__ = ["TypeCodec", "codec_for", "primitive_codec", "read_answer", "write_value"]


class TypeCodec(NamedTuple):
    """`read` takes a JSON value and whether a service sent it; `write` takes what a caller gave."""

    expected: str
    plain: type | None
    read: Callable[[Any, bool], Any]
    write: Callable[[Any], Any]


def _read_moment(value: Any) -> datetime:
    """As OData's, but services that say no offset are taken at their word."""
    read: datetime
    try:
        read = CODECS["Edm.DateTimeOffset"].read(value)
    except ValueError:
        read = datetime.fromisoformat(value)
    return read


def _write_bytes(value: Any) -> str:
    """Base64 in the alphabet of RFC 4648, section 4."""
    if isinstance(value, str):
        CODECS["Edm.Binary"].read(value)
        return str.__str__(value)
    if isinstance(value, (bytes, bytearray, memoryview)):
        return binascii.b2a_base64(value, newline=False).decode("ascii")
    raise TypeError


def _same(value: Any) -> Any:
    return value


_MOMENT = CODECS["Edm.DateTimeOffset"]
_OWN: dict[str, Codec] = {
    "Edm.DateTimeOffset": Codec("a date and time", None, _read_moment, _MOMENT.write),
    "Edm.Binary": Codec("base64 text", None, CODECS["Edm.Binary"].read, _write_bytes),
    # Content of a file: what a part of a form is made of, no JSON.
    "Edm.Stream": Codec("the content of a file", None, _same, _same),
}


def primitive_codec(name: str) -> Codec:
    """The codec of a primitive type as OpenAPI's formats have it."""
    return _OWN.get(name) or codec_of(name)


def codec_for(type_: ValueType) -> TypeCodec:
    """The codec of any type. Classes behind names are looked up when a value is there."""
    if isinstance(type_, (str, Value)):
        codec = primitive_codec(type_ if isinstance(type_, str) else type_.name)
        return TypeCodec(codec.expected, codec.plain, lambda raw, _: codec.read(raw), codec.write)
    if isinstance(type_, ModelOf):
        return _model_codec(type_.name)
    if isinstance(type_, EnumOf):
        return _enum_codec(type_.name)
    if isinstance(type_, UnionOf):
        return _union_codec(type_.name)
    if isinstance(type_, ListOf):
        return _list_codec(type_.item)
    if isinstance(type_, MapOf):
        return _map_codec(type_.value)
    if isinstance(type_, Nullable):
        return _nullable_codec(codec_for(type_.type))
    if isinstance(type_, Literal):
        return _literal_codec(type_.value)
    return TypeCodec("a JSON value", None, lambda raw, _: raw, written)


def read_answer(type_: ValueType, value: Any) -> Any:
    """A JSON value that a service answered; raises TypeError or ValueError."""
    return codec_for(type_).read(value, True)


def write_value(type_: ValueType, value: Any) -> Any:
    """A value to be put into JSON, models still inside; raises TypeError or ValueError."""
    return codec_for(type_).write(value)


def _model_codec(name: str) -> TypeCodec:
    def cls() -> type[JsonModel]:
        found: type[JsonModel] = found_at(name)
        return found

    def read(raw: Any, came: bool) -> Any:
        if raw.__class__ is dict:
            return cls()._made_of(raw, {} if came else None)
        if isinstance(raw, Bare):
            return raw
        raise TypeError

    def write(value: Any) -> Any:
        if value.__class__ is dict:
            return cls()._made_of(plain(value))
        if isinstance(value, cls()):
            return value
        raise TypeError

    return TypeCodec(f"a model of {name}", None, read, write)


def _enum_codec(name: str) -> TypeCodec:
    def read(raw: Any, came: bool) -> Any:
        if isinstance(raw, (dict, list)):
            raise TypeError
        return found_at(name)._of(raw)

    def write(value: Any) -> Any:
        if isinstance(value, (dict, list)):
            raise TypeError
        return found_at(name)._json_of(value)

    return TypeCodec(f"a value of {name}", None, read, write)


def _union_codec(name: str) -> TypeCodec:
    codecs: dict[int, TypeCodec] = {}

    def variants() -> Union:
        found: Union = found_at(name)
        return found

    def codec(variant: Any) -> TypeCodec:
        made = codecs.get(id(variant))
        if made is None:
            made = codecs[id(variant)] = codec_for(variant.type)
        return made

    def read(raw: Any, came: bool) -> Any:
        if isinstance(raw, Bare):
            return raw
        variant = variants().variant_of(raw)
        if variant is None:
            return raw
        try:
            return codec(variant).read(raw, came)
        except (TypeError, ValueError, OverflowError):
            return raw

    def write(value: Any) -> Any:
        if isinstance(value, Bare) or value is None or isinstance(value, (bool, int, float)):
            return value
        if not isinstance(value, (str, dict, list)):
            for variant in variants().variants:
                try:
                    return codec(variant).write(value)
                except (TypeError, ValueError, OverflowError):
                    continue
        return written(value)

    return TypeCodec(f"a value of {name}", None, read, write)


def written(value: Any) -> Any:
    """Any JSON value as a caller has it, his own no longer: lists and mappings are copied, models stay."""
    if isinstance(value, (dict, list, tuple)) and not isinstance(value, (Items, Mapped)):
        if isinstance(value, dict):
            return {key: written(item) for key, item in value.items()}
        return [written(item) for item in value]
    if isinstance(value, (bytes, bytearray, memoryview)):
        return _write_bytes(value)
    inner = getattr(value, "_json", None)
    return value if inner is None else inner


def _list_codec(item: ValueType) -> TypeCodec:
    codec = codec_for(item)
    exact = {codec.plain}
    of_models = isinstance(item, ModelOf)

    def read(raw: Any, came: bool) -> Any:
        if isinstance(raw, Items):
            return raw
        if raw.__class__ is not list:
            raise TypeError
        if of_models or (codec.plain is not None and set(map(type, raw)) <= exact):
            items = Items(raw if not of_models else [_or_none(codec, it, came) for it in raw])
            items.raw = raw
            return items
        return Converted(raw, lambda it: _or_none(codec, it, came), write_one)

    def write_one(value: Any) -> Any:
        return None if value is None else codec.write(value)

    def write(value: Any) -> Any:
        if isinstance(value, (str, bytes, dict)) or not hasattr(value, "__iter__"):
            raise TypeError
        return Items(map(write_one, value)) if of_models else list(map(write_one, value))

    return TypeCodec(f"a list of {codec.expected}", None, read, write)


def _map_codec(value: ValueType) -> TypeCodec:
    codec = codec_for(value)

    def read(raw: Any, came: bool) -> Any:
        if isinstance(raw, Mapped):
            return raw
        if raw.__class__ is not dict:
            raise TypeError
        return Mapped(raw, lambda it: _or_none(codec, it, came), write_one)

    def write_one(value: Any) -> Any:
        return None if value is None else codec.write(value)

    def write(value: Any) -> Any:
        if isinstance(value, Bare) or not hasattr(value, "items"):
            raise TypeError
        return {_name(key): write_one(item) for key, item in value.items()}

    return TypeCodec(f"an object of {codec.expected}", None, read, write)


def _name(key: Any) -> str:
    if not isinstance(key, str):
        raise TypeError
    return str.__str__(key)


def _or_none(codec: TypeCodec, raw: Any, came: bool) -> Any:
    return None if raw is None else codec.read(raw, came)


def _nullable_codec(codec: TypeCodec) -> TypeCodec:
    def write(value: Any) -> Any:
        return None if value is None else codec.write(value)

    return TypeCodec(
        f"null or {codec.expected}",
        codec.plain,
        lambda raw, came: _or_none(codec, raw, came),
        write,
    )


def _literal_codec(literal: Any) -> TypeCodec:
    def write(value: Any) -> Any:
        if value != literal or isinstance(value, bool) is not isinstance(literal, bool):
            raise TypeError
        return literal

    return TypeCodec(f"the value {literal!r}", None, lambda raw, _: raw, write)
