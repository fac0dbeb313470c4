"""Declarations of the properties of models: `name: Property[str] = member("name", "Edm.String")`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from .bare import Bare, bare, discard, store
from .declaration import Declaration, Kind, Member, declared
from .json_text import Items, Mapped
from .registry import found_at
from .value_accessors import list_of, single
from .value_codecs import TypeCodec, codec_for, primitive_codec
from .value_types import ListOf, ModelOf, Nullable, Value, ValueType

if TYPE_CHECKING:
    from .json_model import JsonModel
    from .property import Property

__all__ = ["Property", "TypedDeclaration", "member"]


class TypedDeclaration(Declaration):
    """A declaration by a type of `value_types`. `required`: an answer always has the member."""

    holds: ValueType

    @property
    def model_class(self) -> type[Any] | None:
        """The class of the models that the property holds, in a list or by itself."""
        type_ = _plain(self.holds)
        type_ = _plain(type_.item) if isinstance(type_, ListOf) else type_
        return found_at(type_.name) if isinstance(type_, ModelOf) else None


def member(wire_name: str, type_: ValueType, **facts: Any) -> Any:
    """A property called `wire_name` in JSON, with values of `type_`."""
    made = TypedDeclaration()
    made.wire_name = wire_name
    made.holds = type_
    made.kind = Kind.PRIMITIVE
    made.collection = False
    made.type_name = ""
    made.__dict__.update(facts)
    read, write = _accessors(made, _plain(type_))

    def remove(self: JsonModel) -> None:
        discard(self, wire_name)

    return declared(Member.__new__(Member), made, read, write, remove)


def _plain(type_: ValueType) -> ValueType:
    return type_.type if isinstance(type_, Nullable) else type_


def _accessors(made: TypedDeclaration, type_: ValueType) -> tuple[Any, Any]:
    if isinstance(type_, (str, Value)):
        made.type_name = type_ if isinstance(type_, str) else type_.name
        return single(made, primitive_codec(made.type_name))
    if isinstance(type_, ModelOf):
        return _model(made, type_.name)
    if isinstance(type_, ListOf) and isinstance(type_.item, (str, Value)):
        name = type_.item if isinstance(type_.item, str) else type_.item.name
        codec = primitive_codec(name)
        return list_of(made, codec.expected, codec.read, codec.write, codec.plain)
    return _composed(made, type_)


def _model(made: TypedDeclaration, name: str) -> tuple[Any, Any]:
    wire = made.wire_name
    cls: Any = None
    is_told = False
    codec: TypeCodec = codec_for(ModelOf(name))

    def read(self: JsonModel) -> Any:
        nonlocal cls, is_told
        value: Any = self._data.get(wire)
        if value.__class__ is dict:
            if cls is None:
                cls = found_at(name)
                is_told = cls._type.is_told
            before: dict[str, Any] | None = None if self._before is None else {}
            made_of = cls._made_of(value, before) if is_told else bare(cls, value, before)
            self._data[wire] = made_of
            return made_of
        if value is None or isinstance(value, Bare):
            return value
        raise made.mismatch(self, "an object", value)

    return read, _writer(made, codec.expected, lambda: codec.write)


def _composed(made: TypedDeclaration, type_: ValueType) -> tuple[Any, Any]:
    """Accessors by a codec that is put together when a value is first read or set."""
    wire = made.wire_name
    codec: Any = None

    def own() -> TypeCodec:
        nonlocal codec
        if codec is None:
            codec = codec_for(type_)
        return codec  # type: ignore[no-any-return]

    def read(self: JsonModel) -> Any:
        value: Any = self._data.get(wire)
        if value is None or isinstance(value, (Bare, Items, Mapped)):
            return value
        try:
            read = own().read(value, self._before is not None)
        except (TypeError, ValueError, OverflowError, RecursionError):
            raise made.mismatch(self, own().expected, value) from None
        if isinstance(read, (Bare, Items, Mapped)):
            self._data[wire] = read
        return read

    return read, _writer(made, "", lambda: own().write, lambda: own().expected)


def _writer(
    made: TypedDeclaration,
    expected: str,
    own: Callable[[], Callable[[Any], Any]],
    told: Callable[[], str] | None = None,
) -> Callable[[JsonModel, Any], None]:
    wire = made.wire_name

    def write(self: JsonModel, value: Any) -> None:
        if value is not None:
            try:
                value = own()(value)
            except (TypeError, ValueError, OverflowError, RecursionError):
                raise made.refusal(self, told() if told else expected, value) from None
        store(self, wire, value)

    return write
