"""The base of models of services that describe themselves by JSON Schema."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Self

from .bare import Bare, TypeInfo, bare
from .json_model import AdditionalData, JsonModel
from .json_text import Items, Mapped
from .registry import found_at
from .value_codecs import codec_for
from .value_types import ValueType, told_value

if TYPE_CHECKING:
    from .schema_validation import Violation

__all__ = ["Model", "StructuredType", "structured"]


class StructuredType(TypeInfo):
    """What the schema says of an object as a whole.

    `schema` is its name; `name` is empty, since such objects name their type only by what the schema declares.
    `told_by` and `mapping` tell by a member's value of which derived class an object is. `preset` are members
    that each new object has: constants, and the values that name its type. `additional` is the type of members
    that are not declared; None where there are to be none, or nothing is said of them.
    """

    told_by: str | None = None
    mapping: Mapping[str, str] = {}
    preset: Mapping[str, Any] = {}
    additional: ValueType | None = None
    required: tuple[str, ...] = ()

    def __init__(self, schema: str, **facts: Any) -> None:
        super().__init__("", **facts)
        self.schema = schema

    @property
    def is_told(self) -> bool:
        """Whether an object may be of a derived class."""
        return self.told_by is not None


def structured(schema: str, **facts: Any) -> StructuredType:
    """What a class body states of its schema; `facts` are attributes of `StructuredType`."""
    return StructuredType(schema, **facts)


class TypedAdditionalData(AdditionalData):
    """Undeclared members that have a type: values are read and written as it says."""

    __slots__ = ("_codec",)

    def __init__(self, model: Model, type_: ValueType) -> None:
        super().__init__(model)
        self._codec = codec_for(type_)

    def __getitem__(self, name: str) -> Any:
        raw = super().__getitem__(name)
        if raw is None:
            return None
        try:
            value = self._codec.read(raw, self._model._before is not None)
        except (TypeError, ValueError, OverflowError):
            return raw  # Nobody declared the member: it is what it is.
        if isinstance(value, (Bare, Items, Mapped)):
            self._model._data[name] = value
        return value

    def __setitem__(self, name: str, value: Any) -> None:
        super().__setitem__(name, None if value is None else self._codec.write(value))


class Model(JsonModel):
    """The base of generated models. Keywords are attributes; an attribute not given is absent."""

    __slots__ = ()

    _type: ClassVar[StructuredType] = StructuredType("")

    def __init__(self, /, **values: Any) -> None:
        super().__init__(**values)
        for name, value in self._type.preset.items():
            self._data.setdefault(name, value)

    @classmethod
    def _made_of(cls, data: dict[str, Any], before: dict[str, Any] | None = None) -> Self:
        made: Self = bare(cls._told(data) if cls._type.is_told else cls, data, before)
        return made

    @classmethod
    def _told(cls, data: Mapping[str, Any]) -> type[Self]:
        """The derived class that an object says it is of; the nearest that is known."""
        told = cls
        while told._type.told_by is not None:
            name = told._type.mapping.get(told_value(data.get(told._type.told_by)))
            found = None if name is None else found_at(name)
            if found is None or found is told or not issubclass(found, told):
                break
            told = found
        return told

    def _additional(self) -> AdditionalData:
        type_ = self._type.additional
        return AdditionalData(self) if type_ is None else TypedAdditionalData(self, type_)

    def validate(self, operation: str | None = None) -> list[Violation]:
        """What is wrong with this value, by the schema's rules; an empty list when nothing is.

        `operation` is "create" or "update" for a request, None for an answer.
        """
        from .schema_validation import validate_model

        return validate_model(self, operation)
