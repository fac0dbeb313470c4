"""The base of all models: a typed view over the JSON object that the service sent or will get.

A model keeps that object itself, so that absent, null and a value stay different, and nothing that
this client does not know is lost. Values are read when they are asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from copy import deepcopy
from typing import TYPE_CHECKING, Any, NoReturn, Self, overload

from .bare import Bare, Earlier, bare, discard, set_before, set_data, store
from .declaration import Declaration, Member
from .json_text import JsonError, dumps, loads, plain, same

__all__ = ["AdditionalData", "JsonModel"]


class AdditionalData(MutableMapping[str, Any]):
    """The undeclared part of a model's object, by wire name."""

    __slots__ = ("_model",)

    def __init__(self, model: JsonModel) -> None:
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
    def read(self: JsonModel) -> AdditionalData:
        return self._additional()

    def write(self: JsonModel, value: Mapping[str, Any] | None) -> None:
        new = {} if value is None else dict(value)
        view = self._additional()
        view.clear()
        view.update(new)

    return property(read, write)


class JsonModel(Bare):
    """A model of any service. Keywords are attributes; an attribute not given is absent."""

    __slots__ = ()

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
            if isinstance(value, Member) and value._declaration.python_name == name
        }
        cls._variants = {}
        if own:
            cls._attributes = {**cls._attributes, **own}
            cls._wire_names = {
                **cls._wire_names,
                **{value.wire_name: value for value in own.values()},
            }

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

    def _additional(self) -> AdditionalData:
        return AdditionalData(self)

    @classmethod
    def _made_of(cls, data: dict[str, Any], before: dict[str, Any] | None = None) -> Self:
        """The model over `data`, which it keeps; `before` is empty for what a service answered."""
        made: Self = bare(cls, data, before)
        return made

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
        """A model of a JSON object, of the derived class if the object says so. Copies `data`."""
        return cls._made_of(plain(dict(data)))

    def to_json(self) -> str:
        """JSON text (ASCII only, no blanks) as it goes on the wire."""
        return dumps(self)

    @classmethod
    def from_json(cls, text: str | bytes | bytearray) -> Self:
        """A model of JSON text, of the derived class if the text says so.

        Raises `JsonError`, a ValueError, when the text is no JSON object.
        """
        data = loads(text)
        if data.__class__ is not dict:
            raise JsonError(f"{cls.__name__} is read from a JSON object")
        return cls._made_of(data)

    def __eq__(self, other: object) -> bool:
        """Models are equal when they are of one class and have the same content, types included."""
        if not isinstance(other, JsonModel):
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
        from .tracking import is_changed

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


def _unpickled(cls: type[JsonModel], text: str, changed: list[str] | None) -> JsonModel:
    made: JsonModel = bare(cls, loads(text), _before(changed))
    return made


def _before(changed: list[str] | None) -> dict[str, Any] | None:
    return None if changed is None else dict.fromkeys(changed, Earlier.ANOTHER)
