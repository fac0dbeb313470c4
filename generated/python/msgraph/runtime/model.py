"""The base of all models: a typed view over the JSON object that the service sent or will get.

A model keeps that object itself, so that absent, null and a value stay different, and nothing that
this client does not know is lost. Values are read when they are asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from copy import deepcopy
from typing import TYPE_CHECKING, Any, NoReturn, Self, cast, overload

from .bare import (
    Bare,
    Earlier,
    TypeInfo,
    bare,
    discard,
    schema_type,
    set_before,
    set_data,
    store,
)
from .json_text import JsonError, dumps, loads, plain, same
from .properties import Attribute, Declaration, accessed, materialize, primitive
from .registry import register

if TYPE_CHECKING:
    from .fields import Property
    from .validation import Violation

__all__ = ["AdditionalData", "Model", "TypeInfo", "schema_type"]


def _read_type(self: Model) -> str | None:
    data = self._data
    named: str | None
    if "@odata.type" in data:
        named = data["@odata.type"]
    else:
        named = data.get("@type", self._shown)
    return named


def _type_property() -> Any:
    made = primitive("@odata.type", "Edm.String")
    write = made.fset

    def write_or_leave_out(self: Model, value: str | None) -> None:
        # Null names no type (OData JSON Format 4.01, section 4.6.3): None is what nobody said.
        if value is None:
            discard(self, "@odata.type")
        else:
            write(self, value)

    return accessed(made, _read_type, write_or_leave_out, made.fdel)


class AdditionalData(MutableMapping[str, Any]):
    """The undeclared part of a model's object, by wire name."""

    __slots__ = ("_model",)

    def __init__(self, model: Model) -> None:
        self._model = model

    def __getitem__(self, name: str) -> Any:
        if name in self._model._wire_names:
            raise KeyError(name)
        value = self._model._data[name]
        if value.__class__ in (dict, list) and self._model._before is not None:
            # The caller may change what is inside: what came is kept apart.
            value = plain(value)
            store(self._model, name, value)
        return value

    def __setitem__(self, name: str, value: Any) -> None:
        if not isinstance(name, str):
            raise TypeError(f"names are strings, not {type(name).__name__}")
        declared = self._model._wire_names.get(name)
        if declared is not None:
            self._refuse(name, declared)
        store(self._model, name, value)

    def __delitem__(self, name: str) -> None:
        if name in self._model._wire_names:
            raise KeyError(name)
        if name not in self._model._data:
            raise KeyError(name)
        discard(self._model, name)

    def __iter__(self) -> Iterator[str]:
        declared = self._model._wire_names
        return iter([name for name in self._model._data if name not in declared])

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __repr__(self) -> str:
        return f"AdditionalData({', '.join(map(repr, self))})"

    def _refuse(self, name: str, declared: Declaration) -> NoReturn:
        raise KeyError(f"{name} is declared: use the attribute {declared.python_name!r}")


class _AdditionalProperty:
    """How type checkers see `additional_data`."""

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: type) -> AdditionalData: ...
    def __get__(self, instance: object, owner: type) -> Any: ...
    def __set__(self, instance: object, value: Mapping[str, Any] | None) -> None: ...


def _additional_property() -> Any:
    def read(self: Model) -> AdditionalData:
        return AdditionalData(self)

    def write(self: Model, value: Mapping[str, Any] | None) -> None:
        new = {} if value is None else dict(value)
        view = AdditionalData(self)
        view.clear()
        view.update(new)

    return property(read, write)


class Model(Bare):
    """The base of generated models. Keywords are attributes; an attribute not given is absent."""

    __slots__ = ()

    odata_type: Property[str] = _type_property()
    """The type's name as the service writes it: `#namespace.type`."""
    additional_data: _AdditionalProperty = _additional_property()
    """What the payload has beside the declared properties: annotations and unknown properties.

    A live mapping by wire name; changes go into the model. Setting it replaces all of them.
    """

    def __init__(self, /, **values: Any) -> None:
        set_data(self, {})
        set_before(self, None)
        attributes = self._attributes
        for name, value in values.items():
            if name in attributes:
                attributes[name].fset(self, value)
            elif name == "additional_data":
                self.additional_data = value
            else:
                raise TypeError(
                    f"{type(self).__name__}() got an unexpected keyword argument {name!r}"
                    + self._meant(name)
                )

    def __init_subclass__(cls) -> None:
        own = {
            name: value._declaration
            for name, value in cls.__dict__.items()
            if value.__class__ is Attribute and value._declaration.python_name == name
        }
        cls._variants = {}
        if own:
            cls._attributes = {**cls._attributes, **own}
            cls._wire_names = {
                **cls._wire_names,
                **{value.wire_name: value for value in own.values()},
            }
        if "_type" in cls.__dict__:
            cls._shown = cls._type.shown
            register(cls._type.name, cls)

    if not TYPE_CHECKING:
        # Hidden from type checkers, which would then allow any attribute.
        def __setattr__(self, name: str, value: Any) -> None:
            try:
                object.__setattr__(self, name, value)
            except AttributeError:
                if hasattr(type(self), name):
                    raise
                raise AttributeError(
                    f"{type(self).__name__!r} has no attribute {name!r}{self._meant(name)}",
                    name=name,
                    obj=self,
                ) from None

    def is_set(self, name: str) -> bool:
        """Whether the property is there, null included. `name` is the attribute's or the wire's.

        Raises AttributeError when the class has no such property.
        """
        declaration = self._attributes.get(name)
        if declaration is not None:
            return declaration.wire_name in self._data
        if name in self._wire_names or name in self._data:
            return name in self._data
        raise AttributeError(
            f"{type(self).__name__!r} has no property {name!r}{self._meant(name)}",
            name=name,
            obj=self,
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object as it goes on the wire, by wire names; a copy all its own.

        Numbers that no float holds exactly are Decimals.
        """
        copied: dict[str, Any] = plain(self, type(self))
        return copied

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """A model of a JSON object, of the derived class if its `@odata.type` says so. Copies `data`."""
        return cast(Self, materialize(plain(dict(data)), cls))

    def to_json(self) -> str:
        """JSON text (ASCII only, no blanks) as it goes on the wire."""
        return dumps(self)

    @classmethod
    def from_json(cls, text: str | bytes | bytearray) -> Self:
        """A model of JSON text, of the derived class if its `@odata.type` says so.

        Raises `JsonError`, a ValueError, when the text is no JSON object.
        """
        data = loads(text)
        if data.__class__ is not dict:
            raise JsonError(f"{cls.__name__} is read from a JSON object")
        return cast(Self, materialize(data, cls))

    @property
    def odata_etag(self) -> str | None:
        """The version of the entity that was read, for the option `etag` of a change; None without one."""
        found = self._data.get("@odata.etag", self._data.get("@etag"))
        return found if isinstance(found, str) else None

    def odata_bind(self, name: str, *targets: Any) -> None:
        """Relate this to entities that exist when it is sent (OData JSON Format 4.01, section 8.5).

        `name` is a navigation property's, the attribute's or the wire's; `targets` are request builders
        or URLs of the entities. A property for one entity takes one target. Raises `ValueError` otherwise.
        """
        from .changes import bound

        store(self, *bound(self, name, targets))

    def validate(self, operation: str | None = None) -> list[Violation]:
        """What is wrong with this value, by the schema's rules; an empty list when nothing is.

        `operation` is "create" or "update" for a request, None for an answer.
        """
        from .validation import validate_model

        return validate_model(self, operation)

    def __eq__(self, other: object) -> bool:
        """Models are equal when they are of one class and have the same content, types included."""
        if not isinstance(other, Model):
            return NotImplemented
        if type(self) is not type(other):
            return False
        return same(plain(self, type(self)), plain(other, type(other)))

    __hash__ = None  # type: ignore[assignment]

    def __copy__(self) -> Self:
        before = None if self._before is None else dict(self._before)
        copied: Self = bare(type(self), dict(self._data), before)
        return copied

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        copied: Self = bare(type(self), {}, _before(self._changed()))
        memo[id(self)] = copied
        try:
            data = plain(self, type(self))
        except JsonError:  # It holds itself.
            data = deepcopy(self._data, memo)
        copied._data.update(data)
        return copied

    def __reduce__(self) -> tuple[Any, ...]:
        # As text: what is nested in it cannot use up the stack of whoever pickles.
        return (_unpickled, (type(self), dumps(self), self._changed()))

    def _changed(self) -> list[str] | None:
        """The names of the members that are others than they were when the model was read."""
        if self._before is None:
            return None
        from .changes import is_changed

        return [name for name in {**self._data, **self._before} if is_changed(self, name)]

    def __repr__(self) -> str:
        from .shown import shown

        return shown(self)

    def _meant(self, name: str) -> str:
        from difflib import get_close_matches

        declaration = self._wire_names.get(name)
        if declaration is not None:
            return f"; did you mean {declaration.python_name!r}?"
        near = get_close_matches(name, [*self._attributes, "additional_data"], 1)
        return f"; did you mean {near[0]!r}?" if near else ""


# `__set_name__` has run; what `__init_subclass__` does for the others is done here by hand.
Model._attributes = {"odata_type": Model.__dict__["odata_type"]._declaration}
Model._wire_names = {"@odata.type": Model.__dict__["odata_type"]._declaration}


def _unpickled(cls: type[Model], text: str, changed: list[str] | None) -> Model:
    made: Model = bare(cls, loads(text), _before(changed))
    return made


def _before(changed: list[str] | None) -> dict[str, Any] | None:
    return None if changed is None else dict.fromkeys(changed, Earlier.ANOTHER)
