"""Getters and setters of the properties of OData models, made for what each holds.

All of them work on the JSON object that the model keeps. What JSON does not hold as it is, is decoded when
it is read; models and lists take the place of the objects they were read from.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from .bare import Bare, bare, set_before, set_data, store
from .json_text import Items, plain
from .primitives import Codec, codec_of
from .registry import find_model, plain_type_name
from .value_accessors import list_of, single

if TYPE_CHECKING:
    from .declaration import Declaration
    from .enums import OpenEnum
    from .model import Model

__all__ = [
    "enum_list",
    "enum_single",
    "flags_list",
    "flags_single",
    "materialize",
    "model_list",
    "model_single",
    "primitive_list",
    "primitive_single",
]


# --- Primitive values


def primitive_single(made: Declaration) -> tuple[Any, Any]:
    return single(made, codec_of(made.type_name))


def primitive_list(made: Declaration) -> tuple[Any, Any]:
    codec: Codec = codec_of(made.type_name)
    return list_of(made, codec.expected, codec.read, codec.write, codec.plain)


# --- Enumerations


def _enum_codec(made: Declaration) -> tuple[Callable[[Any], Any], Callable[[Any], Any]]:
    known: dict[Any, Any] = {}
    enum_class: type[OpenEnum] | None = None

    def decode(value: Any) -> Any:
        nonlocal enum_class, known
        if enum_class is None:
            enum_class = made.enum_class
            if enum_class is None:
                return value
            known = enum_class._value2member_map_
        member = known.get(value) if value.__class__ is str else None
        if member is None:
            # A number is what the service sends for a value that it has no name for.
            if isinstance(value, bool) or not isinstance(value, (str, int)):
                raise TypeError
            # Not a call of the class: Enum refuses that for an enumeration without members.
            member = known.get(str(value)) or enum_class._missing_(str(value))
        return member

    def encode(value: Any) -> str:
        if isinstance(value, str):
            return str.__str__(value)
        raise TypeError

    return decode, encode


def enum_single(made: Declaration) -> tuple[Any, Any]:
    wire = made.wire_name
    decode, encode = _enum_codec(made)
    expected = f"a member of {made.type_name}"

    def read(self: Model) -> Any:
        value: Any = self._data.get(wire)
        if value is None:
            return None
        try:
            return decode(value)
        except TypeError:
            raise made.mismatch(self, expected, value) from None

    def write(self: Model, value: Any) -> None:
        if value is not None:
            try:
                value = encode(value)
            except TypeError:
                raise made.refusal(self, expected, value) from None
        store(self, wire, value)

    return read, write


def enum_list(made: Declaration) -> tuple[Any, Any]:
    return list_of(made, f"members of {made.type_name}", *_enum_codec(made))


def _flags_codec(made: Declaration) -> tuple[Callable[[Any], Any], Callable[[Any], Any]]:
    decode_one, _ = _enum_codec(made)

    def decode(value: Any) -> Any:
        """Members by name, separated by commas (OData JSON Format 4.01, section 7.1)."""
        if isinstance(value, str):
            names = [name.strip() for name in value.split(",")]
            return frozenset(decode_one(name) for name in names if name)
        return frozenset((decode_one(value),))

    def encode(value: Any) -> str:
        if isinstance(value, str):
            return str.__str__(value)
        names = list(value)
        if not all(isinstance(name, str) for name in names):
            raise TypeError
        if isinstance(value, (set, frozenset)):
            names.sort(key=_declared_order(made))
        return ",".join(str.__str__(name) for name in names)

    return decode, encode


def _declared_order(made: Declaration) -> Callable[[Any], Any]:
    """A set has no order of its own: the schema's, then the alphabet's."""
    enum_class = made.enum_class
    names = list(enum_class._value2member_map_) if enum_class is not None else []
    order = {name: at for at, name in enumerate(names)}
    return lambda name: (order.get(str.__str__(name), len(order)), str.__str__(name))


def flags_single(made: Declaration) -> tuple[Any, Any]:
    wire = made.wire_name
    decode, encode = _flags_codec(made)
    expected = f"members of {made.type_name}"

    def read(self: Model) -> Any:
        value: Any = self._data.get(wire)
        if value is None:
            return None
        try:
            return decode(value)
        except TypeError:
            raise made.mismatch(self, expected, value) from None

    def write(self: Model, value: Any) -> None:
        if value is not None:
            try:
                value = encode(value)
            except TypeError:
                raise made.refusal(self, expected, value) from None
        store(self, wire, value)

    return read, write


def flags_list(made: Declaration) -> tuple[Any, Any]:
    return list_of(made, f"members of {made.type_name}", *_flags_codec(made))


# --- Models


_new = object.__new__


def materialize(
    data: dict[str, Any], declared: type[Model], before: dict[str, Any] | None = None
) -> Model:
    """The model over `data`, which it keeps: of the class that the payload names, if that is a `declared`.

    A type that this client does not know, or that is no `declared`, gives `declared` itself. `before` is
    an empty dictionary for a model of an answer: what is changed in it from now on is known.
    """
    named = data.get("@odata.type")
    if named is None and "@type" not in data:
        cls = declared
    else:
        cls = _variant_of(data, declared)
    model: Model = bare(cls, data, before)
    return model


def _variant_of(data: dict[str, Any], declared: type[Model]) -> type[Model]:
    named = data.get("@odata.type")
    if named is None:
        named = data.get("@type")
    if not isinstance(named, str):
        return declared
    cls = declared._variants.get(named)
    if cls is not None:
        return cls
    cls = find_model(plain_type_name(named))
    if cls is None or not issubclass(cls, declared):
        return declared
    if named.removeprefix("#") == cls._type.name:
        # Only the usual spellings are kept: a payload must not be able to fill the memory with others.
        declared._variants[named] = cls
    return cls


def _target(made: Declaration) -> type[Model]:
    from .model import Model

    return made.model_class or Model


def model_single(made: Declaration) -> tuple[Any, Any]:
    wire = made.wire_name
    declared: type[Any] | None = None
    variants: dict[Any, type[Any]] = {}

    def read(self: Model) -> Any:
        nonlocal declared, variants
        value: Any = self._data.get(wire)
        if value.__class__ is dict:
            if declared is None:
                declared = _target(made)
                variants = declared._variants
            # What `materialize` does, spelled out: a call would cost as much as the rest.
            named = value.get("@odata.type")
            if named is None and "@type" not in value:
                model = _new(declared)
            else:
                try:
                    model = _new(variants[named])
                except (KeyError, TypeError):
                    model = _new(_variant_of(value, declared))
            set_data(model, value)
            set_before(model, None if self._before is None else {})
            self._data[wire] = model
            return model
        if value is None or isinstance(value, Bare):
            return value
        raise made.mismatch(self, "an object", value)

    def write(self: Model, value: Any) -> None:
        if value.__class__ is dict:
            value = plain(value)  # a copy: reading puts models in its place
        elif value is not None:
            _check(made, self, value)
        store(self, wire, value)

    return read, write


def _check(made: Declaration, instance: Model, value: Any) -> None:
    if not isinstance(value, _target(made)):
        raise made.refusal(instance, f"a model of {made.type_name}", value)


def model_list(made: Declaration) -> tuple[Any, Any]:
    wire = made.wire_name
    declared: type[Any] | None = None
    variants: dict[Any, type[Any]] = {}

    def read(self: Model) -> Any:
        nonlocal declared, variants
        value: Any = self._data.get(wire)
        if value is None or value.__class__ is Items:
            return value
        if value.__class__ is not list:
            raise made.mismatch(self, "a list of objects", value)
        if declared is None:
            declared = _target(made)
            variants = declared._variants
        items = Items()
        items.raw = value
        read = self._before is not None
        add = items.append
        for item in value:
            if item.__class__ is dict:
                named = item.get("@odata.type")
                if named is None and "@type" not in item:
                    model = _new(declared)
                else:
                    try:
                        model = _new(variants[named])
                    except (KeyError, TypeError):
                        model = _new(_variant_of(item, declared))
                set_data(model, item)
                set_before(model, {} if read else None)
                add(model)
            elif item is None or isinstance(item, Bare):
                add(item)
            else:
                raise made.mismatch(self, "a list of objects", item)
        self._data[wire] = items
        return items

    def write(self: Model, value: Any) -> None:
        if value is not None:
            if isinstance(value, (str, bytes, dict)) or not hasattr(value, "__iter__"):
                raise made.refusal(self, f"a list of models of {made.type_name}", value)
            value = Items(value)
            for at, item in enumerate(value):
                if item.__class__ is dict:
                    value[at] = materialize(plain(item), _target(made))
                elif item is not None:
                    _check(made, self, item)
        store(self, wire, value)

    return read, write
