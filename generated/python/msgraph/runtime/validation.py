"""Says what is wrong with a model or a JSON value, by the rules of the schema, before the service does.

The rules are those that `edmund validate` applies to the schema itself: the same payload gives the same
codes at the same places. Messages never repeat a value, so that no secret reaches a log through them.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from .properties import Declaration, Kind
from .registry import find_enum, find_model, plain_type_name
from .validation_failed import ValidationFailed
from .validation_rules import Rule, Violation
from .validation_severity import Severity
from .validation_shapes import (
    Bound,
    EnumShape,
    Operation,
    PropertyShape,
    StructuredShape,
    ValueShape,
)
from .validation_walk import Walk, is_control

if TYPE_CHECKING:
    from .model import Model

__all__ = [
    "Severity",
    "ValidationFailed",
    "Violation",
    "check",
    "validate_before_sending",
    "validate_model",
    "validate_payload",
]


def validate_model(model: Model, operation: str | None = None) -> list[Violation]:
    """What is wrong with a model; an empty list when nothing is.

    `operation` is "create" or "update" for the body of a request, None for an answer.
    Raises ValueError for any other operation.
    """
    walk = Walk(SCHEMA, _operation(operation))
    name = type(model)._type.name
    if find_model(name) is not None:
        walk.check_value(ValueShape(name, nullable=False), model, "")
    else:
        # Bodies of actions and pages of answers have classes but no types.
        walk.check_members(SCHEMA.shape_of(type(model)), model._data, "", 0)
    return walk.found


_NAMES_UNKNOWN_HERE = frozenset(
    rule.code for rule in (Rule.UNKNOWN_PROPERTY, Rule.UNKNOWN_TYPE, Rule.ENUM_MEMBER)
)


def validate_before_sending(model: Model, operation: str | None = None) -> None:
    """Raise `ValidationFailed` when a request's body breaks a rule; warnings do not keep it back.

    The body of an action, which has no type, is always made anew. Names that this schema does not have
    are no reason either: they are there because the caller put them there, and the service may know more.
    """
    if operation is None and find_model(type(model)._type.name) is None:
        operation = Operation.CREATE.value
    found = validate_model(model, operation)
    _raise_on_errors([v for v in found if v.code not in _NAMES_UNKNOWN_HERE])


def validate_payload(type_name: str, payload: Any, operation: str | None = None) -> list[Violation]:
    """What is wrong with a JSON value, or JSON with models inside, as a value of the type `type_name`.

    `type_name` is qualified (`microsoft.graph.user`), a primitive type, or `Collection(...)` of one: then
    the payload is a list, or the object that answers a request for a collection. `operation` is as for
    `validate_model`. Raises LookupError when this package has no such type.
    """
    collection = type_name.startswith("Collection(") and type_name.endswith(")")
    name = plain_type_name(type_name[len("Collection(") : -1] if collection else type_name)
    if not name.startswith("Edm.") and find_model(name) is None and find_enum(name) is None:
        raise LookupError(f"this package has no type {name!r}")
    walk = Walk(SCHEMA, _operation(operation))
    shape = ValueShape(name, collection, nullable=False)
    if collection and isinstance(payload, dict):
        _check_envelope(walk, shape, payload)
    else:
        walk.check_value(shape, payload, "")
    return walk.found


def check(value: Any, type_name: str | None = None, operation: str | None = None) -> None:
    """Raise `ValidationFailed` when a model or a JSON value breaks a rule; warnings alone do not count.

    `type_name` is what the value stands for; it may be left out for a model.
    """
    if type_name is None:
        found = validate_model(value, operation)
    else:
        found = validate_payload(type_name, value, operation)
    _raise_on_errors(found)


def _raise_on_errors(found: list[Violation]) -> None:
    if any(v.severity is Severity.ERROR for v in found):
        raise ValidationFailed(found)


def _operation(name: str | None) -> Operation | None:
    return None if name is None else Operation(name)


def _check_envelope(walk: Walk, shape: ValueShape, payload: dict[str, Any]) -> None:
    """The object that answers a request for a collection (OData JSON Format 4.01, section 13)."""
    if "value" not in payload:
        message = "a JSON array, or an object with one in value, is expected"
        walk.report("", Rule.NOT_AN_ARRAY, message)
        return
    for name in payload:
        if name != "value" and not is_control(name):
            walk.report(f"/{name}", Rule.UNKNOWN_PROPERTY, "a collection has no such property")
    walk.check_value(shape, payload["value"], "/value")


class DeclaredSchema:
    """Shapes of the classes' own declarations, made when they are asked for and remembered."""

    def __init__(self) -> None:
        self._structured: dict[type, StructuredShape] = {}
        self._enums: dict[str, EnumShape | None] = {}

    def structured(self, name: str) -> StructuredShape | None:
        cls = find_model(name)
        return None if cls is None else self.shape_of(cls)

    def shape_of(self, cls: type[Model]) -> StructuredShape:
        if cls not in self._structured:
            self._structured[cls] = _structured_shape(cls)
        return self._structured[cls]

    def enum(self, name: str) -> EnumShape | None:
        if name.startswith("Edm."):
            return None
        if name not in self._enums:
            cls = find_enum(name)
            members = frozenset(cls._value2member_map_) if cls is not None else frozenset()
            self._enums[name] = None if cls is None else EnumShape(name, members)
        return self._enums[name]

    def is_a(self, name: str, base: str) -> bool:
        if name == base:
            return True
        cls = find_model(name)
        if cls is None:
            return False
        if base in ("Edm.EntityType", "Edm.ComplexType"):
            return cls._type.entity is (base == "Edm.EntityType")
        above = find_model(base)
        return above is not None and issubclass(cls, above)

    def resolve(self, text: str) -> str:
        return plain_type_name(text)

    def unwrap(self, value: object) -> tuple[object, str | None]:
        if hasattr(value, "_wire_names"):
            model: Any = value
            return model._data, model._type.name
        wire = getattr(value, "wire", None)
        return (wire(), None) if isinstance(value, list) and wire is not None else (value, None)


SCHEMA = DeclaredSchema()


def _structured_shape(cls: type[Model]) -> StructuredShape:
    info = cls._type
    shapes = {
        declared.wire_name: PropertyShape(
            name=declared.wire_name,
            value=_value_shape(declared, info.writable_types.get(declared.wire_name, ())),
            navigation=declared.kind is Kind.NAVIGATION,
            insertable=declared.wire_name not in info.not_insertable,
            updatable=declared.wire_name not in info.not_updatable,
            required_on_create=declared.required or declared.wire_name in info.required_on_create,
            required_on_update=declared.wire_name in info.required_on_update,
            expected_on_create=declared.expected_on_create
            and declared.wire_name not in info.not_insertable,
        )
        for declared in cls._wire_names.values()
        if "@" not in declared.wire_name
    }
    opaque = not shapes and info.name.rpartition(".")[2] == "Json"
    return StructuredShape(info.name, shapes, info.abstract, info.open, opaque)


def _value_shape(declared: Declaration, writable_types: tuple[str, ...]) -> ValueShape:
    multiple = declared.multiple_of
    return ValueShape(
        type=declared.type_name,
        collection=declared.collection,
        flags=declared.kind is Kind.FLAGS,
        nullable=declared.nullable,
        max_length=declared.max_length,
        precision=declared.precision,
        scale=declared.scale,
        floating_scale=declared.floating_scale,
        pattern=declared.pattern,
        minimum=_bound(declared.minimum, declared.minimum_exclusive),
        maximum=_bound(declared.maximum, declared.maximum_exclusive),
        multiple_of=None if multiple is None else Decimal(str(multiple)),
        allowed_values=_allowed(declared.allowed_values),
        min_items=declared.min_items,
        max_items=declared.max_items,
        is_url=declared.is_url,
        is_base64=declared.is_base64,
        types=tuple(map(plain_type_name, declared.types)),
        writable_types=tuple(map(plain_type_name, writable_types)),
    )


def _allowed(values: tuple[Any, ...] | None) -> tuple[Any, ...] | None:
    """Members of flags are given one by one, and stand in JSON as one text."""
    if values is None:
        return None
    return tuple(",".join(value) if isinstance(value, tuple) else value for value in values)


def _bound(value: Any, exclusive: bool) -> Bound | None:
    return None if value is None else Bound(value, exclusive)
