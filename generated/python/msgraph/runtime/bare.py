"""What a model is underneath: one slot for its JSON object, and what its class knows of the schema."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from typing import TYPE_CHECKING, Any, ClassVar, dataclass_transform

if TYPE_CHECKING:
    from .declaration import Declaration

__all__ = [
    "Bare",
    "Earlier",
    "TypeInfo",
    "bare",
    "discard",
    "schema_type",
    "set_before",
    "set_data",
    "store",
]


class Earlier(Enum):
    """What a member was when its value is not known, or is none."""

    ABSENT = "absent"
    ANOTHER = "another"


class TypeInfo:
    """What the schema says of a type as a whole. Names are of properties, declared or inherited.

    `says_type` means that an instance shows its `odata_type` without having been given one, because
    values of the type stand where a base type is declared.
    """

    name: str
    entity: bool = False
    abstract: bool = False
    open: bool = False
    has_stream: bool = False
    says_type: bool = False
    required_on_create: tuple[str, ...] = ()
    required_on_update: tuple[str, ...] = ()
    not_insertable: tuple[str, ...] = ()
    not_updatable: tuple[str, ...] = ()
    writable_types: Mapping[str, tuple[str, ...]] = {}

    shown: str | None
    """What `odata_type` gives where the value itself says nothing."""

    def __init__(self, name: str, **facts: Any) -> None:
        self.name = name
        self.__dict__.update(facts)
        self.shown = f"#{name}" if self.says_type else None


def schema_type(name: str, **facts: Any) -> TypeInfo:
    """What a class body states of its schema type; `facts` are attributes of `TypeInfo`."""
    return TypeInfo(name, **facts)


@dataclass_transform(kw_only_default=True, eq_default=False)
class Bare:
    """The base of `Model`: type checkers take the attributes of what is below it for keywords."""

    __slots__ = ("_before", "_data")

    _data: dict[str, Any]
    _before: dict[str, Any] | None
    """What changed members were when the model was read; None for one that was made here."""
    _type: ClassVar[TypeInfo] = TypeInfo("")
    _attributes: ClassVar[Mapping[str, Declaration]] = {}
    _wire_names: ClassVar[Mapping[str, Declaration]] = {}
    _shown: ClassVar[str | None] = None
    _variants: ClassVar[dict[str, type[Any]]] = {}


# Past `Model.__setattr__`, which is there for callers' mistakes and costs more than the rest.
set_data: Callable[[Any, dict[str, Any]], None] = Bare.__dict__["_data"].__set__
set_before: Callable[[Any, dict[str, Any] | None], None] = Bare.__dict__["_before"].__set__


def bare(cls: type[Any], data: dict[str, Any], before: dict[str, Any] | None = None) -> Any:
    """An instance of `cls` over `data`, which it keeps; `before` is given for one that was read."""
    model = object.__new__(cls)
    set_data(model, data)
    set_before(model, before)
    return model


def store(model: Bare, name: str, value: Any) -> None:
    """Set a member, remembering what it was."""
    before = model._before
    if before is not None and name not in before:
        before[name] = model._data.get(name, Earlier.ABSENT)
    model._data[name] = value


def discard(model: Bare, name: str) -> None:
    """Remove a member if it is there, remembering what it was."""
    value = model._data.pop(name, Earlier.ABSENT)
    if model._before is not None:
        model._before.setdefault(name, value)
