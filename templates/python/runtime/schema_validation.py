"""Says what is wrong with a model or a JSON value, by the rules of its schema, before the service does.

Messages never repeat a value, so that no secret reaches a log through them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from .json_text import plain, same
from .registry import found_at
from .schema_rules import SchemaRule
from .validation_facets import check_facets
from .validation_failed import ValidationFailed
from .validation_primitives import check_literal
from .validation_rules import Rule, Violation
from .validation_severity import Severity
from .validation_shapes import Bound, Operation, ValueShape
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
    from .schema_model import Model

__all__ = [
    "ValidationFailed",
    "Violation",
    "check_before_sending",
    "validate_model",
    "validate_payload",
]

MAX_DEPTH = 100
_NUMBERS = frozenset({"Edm.Decimal", "Edm.Double", "Edm.Single", "Edm.Int64"})
_OPERATIONS = {"POST": Operation.CREATE, "PUT": Operation.UPDATE, "PATCH": Operation.UPDATE}
# What the description does not know is no reason not to send: the service may know more.
_UNKNOWN_HERE = frozenset({Rule.UNKNOWN_PROPERTY.code, Rule.ENUM_MEMBER.code})


def validate_model(model: Model, operation: str | None = None) -> list[Violation]:
    """What is wrong with a model; an empty list when nothing is.

    `operation` is "create" or "update" for the body of a request, None for an answer. Raises ValueError for any other.
    """
    return _found(ModelOf(type(model)._type.schema), model, _operation(operation))


def validate_payload(schema: str, payload: Any, operation: str | None = None) -> list[Violation]:
    """What is wrong with a JSON value, models inside or not, as a value of the type called `schema`.

    Raises LookupError when this package has no such type.
    """
    found = found_at(schema)
    type_: ValueType = UnionOf(schema)
    if hasattr(found, "_wire_names"):
        type_ = ModelOf(schema)
    elif isinstance(found, type):
        type_ = EnumOf(schema)
    return _found(type_, payload, _operation(operation))


def check_before_sending(type_: ValueType, value: Any, method: str) -> None:
    """Raise `ValidationFailed` when a body breaks a rule; warnings do not keep it back.

    A PATCH says what is to change: nothing is required in it.
    """
    walk = Walk(_OPERATIONS.get(method, Operation.CREATE), is_partial=method == "PATCH")
    walk.check(type_, plain(value), "", 0)
    found = [each for each in walk.found if each.code not in _UNKNOWN_HERE]
    if any(each.severity is Severity.ERROR for each in found):
        raise ValidationFailed(found)


def _found(type_: ValueType, value: Any, operation: Operation | None) -> list[Violation]:
    walk = Walk(operation)
    walk.check(type_, plain(value), "", 0)
    return walk.found


def _operation(name: str | None) -> Operation | None:
    return None if name is None else Operation(name)


def _step(pointer: str, name: str | int) -> str:
    """The pointer to a member or item below `pointer` (RFC 6901, section 3)."""
    return f"{pointer}/{str(name).replace('~', '~0').replace('/', '~1')}"


class Walk:
    """One check of one JSON value; `found` collects the violations in the order of the value."""

    def __init__(self, operation: Operation | None, is_partial: bool = False) -> None:
        self.operation = operation
        self.is_partial = is_partial
        self.found: list[Violation] = []

    def report(self, pointer: str, rule: Rule | SchemaRule, message: str) -> None:
        self.found.append(Violation(pointer, rule.code, message, rule.severity))

    def check(self, type_: ValueType, value: Any, pointer: str, depth: int) -> None:
        """Check a value of any type."""
        if depth > MAX_DEPTH:
            self.report(pointer, Rule.TOO_DEEP, f"more than {MAX_DEPTH} levels deep")
            return
        if isinstance(type_, Nullable):
            if value is None:
                return
            type_ = type_.type
        check = _CHECKS.get(type(type_))
        if check is None:
            return  # any JSON value
        if value is None and not isinstance(type_, (Literal, EnumOf, UnionOf)):
            self.report(pointer, Rule.NULL, "null is not allowed here")
            return
        check(self, type_, value, pointer, depth)

    def check_primitive(self, type_: Any, value: Any, pointer: str, depth: int) -> None:
        name, facts = (type_, {}) if isinstance(type_, str) else (type_.name, type_.facts)
        if name == "Edm.Stream":
            return
        if name in _NUMBERS and isinstance(value, str):
            self.report(pointer, Rule.WRONG_TYPE, "a number is expected")
            return
        finding = check_literal(name, value)
        if finding is not None:
            rule, message = finding
            # A format that is not kept is told, and no reason to refuse (JSON Schema Validation, section 7.2.1).
            severity = Severity.WARNING if rule is Rule.FORMAT else rule.severity
            self.found.append(Violation(pointer, rule.code, message, severity))
            return
        least = facts.get("min_length")
        if least is not None and isinstance(value, str) and len(value) < least:
            self.report(
                pointer, SchemaRule.MIN_LENGTH, f"at least {least} characters are asked for"
            )
        for rule, message in check_facets(_shape(name, facts), value):
            self.report(pointer, rule, message)

    def check_enum(self, type_: Any, value: Any, pointer: str, depth: int) -> None:
        if isinstance(value, (dict, list)):
            self.report(pointer, Rule.WRONG_TYPE, f"a value of {type_.name} is expected")
        elif not getattr(found_at(type_.name)._of(value), "is_known", False):
            self.report(pointer, Rule.ENUM_MEMBER, f"the value is none of {type_.name}")

    def check_literal(self, type_: Any, value: Any, pointer: str, depth: int) -> None:
        if not same(value, type_.value):
            self.report(pointer, Rule.ALLOWED_VALUES, "the value is not the one that is allowed")

    def check_list(self, type_: Any, value: Any, pointer: str, depth: int) -> None:
        if not isinstance(value, list):
            self.report(pointer, Rule.NOT_AN_ARRAY, "a JSON array is expected")
            return
        least, most = type_.facts.get("min_items"), type_.facts.get("max_items")
        if least is not None and len(value) < least:
            self.report(pointer, Rule.MIN_ITEMS, f"at least {least} items are asked for")
        if most is not None and len(value) > most:
            self.report(pointer, Rule.MAX_ITEMS, f"at most {most} items are allowed")
        if type_.facts.get("unique_items") and _has_twins(value):
            self.report(pointer, SchemaRule.UNIQUE_ITEMS, "two items are the same")
        for index, item in enumerate(value):
            self.check(type_.item, item, _step(pointer, index), depth + 1)

    def check_map(self, type_: Any, value: Any, pointer: str, depth: int) -> None:
        if not isinstance(value, dict):
            self.report(pointer, Rule.NOT_AN_OBJECT, "a JSON object is expected")
            return
        least, most = type_.facts.get("min_properties"), type_.facts.get("max_properties")
        if least is not None and len(value) < least:
            self.report(
                pointer, SchemaRule.MIN_PROPERTIES, f"at least {least} members are asked for"
            )
        if most is not None and len(value) > most:
            self.report(pointer, SchemaRule.MAX_PROPERTIES, f"at most {most} members are allowed")
        for name, item in value.items():
            self.check(type_.value, item, _step(pointer, name), depth + 1)

    def check_union(self, type_: Any, value: Any, pointer: str, depth: int) -> None:
        """The variant that the value is of; one of those that it may be, where nothing tells them apart."""
        union = found_at(type_.name)
        variant = union.variant_of(value)
        if variant is not None:
            if value is not None:
                self.check(variant.type, value, pointer, depth)
            return
        for each in union.variants:
            tried = Walk(self.operation, self.is_partial)
            tried.check(each.type, value, pointer, depth + 1)
            if not any(found.severity is Severity.ERROR for found in tried.found):
                return
        self.report(pointer, Rule.WRONG_TYPE, f"the value is none of {type_.name}")

    def check_model(self, type_: Any, value: Any, pointer: str, depth: int) -> None:
        if not isinstance(value, dict):
            self.report(pointer, Rule.NOT_AN_OBJECT, "a JSON object is expected")
            return
        cls = found_at(type_.name)._told(value)
        info, declared = cls._type, cls._wire_names
        for name, item in value.items():
            known = declared.get(name)
            if known is not None:
                self._check_writing(info, name, _step(pointer, name))
                self.check(known.holds, item, _step(pointer, name), depth + 1)
            elif info.additional is not None:
                self.check(info.additional, item, _step(pointer, name), depth + 1)
            elif not info.open:
                self.report(
                    _step(pointer, name), Rule.UNKNOWN_PROPERTY, "there is no such property"
                )
        if not self.is_partial or depth:
            for name in self._required(info):
                if name not in value:
                    self.report(_step(pointer, name), Rule.REQUIRED, "a value is required")

    def _required(self, info: Any) -> tuple[str, ...]:
        if self.operation is None:
            return tuple(info.required)
        is_create = self.operation is Operation.CREATE
        return tuple(info.required_on_create if is_create else info.required_on_update)

    def _check_writing(self, info: Any, name: str, pointer: str) -> None:
        """What only the service writes it ignores in a request (OpenAPI 3.0.4, section 4.7.24): a warning."""
        closed: tuple[str, ...] = ()
        if self.operation is not None:
            is_create = self.operation is Operation.CREATE
            closed = info.not_insertable if is_create else info.not_updatable
        if name in closed:
            rule = Rule.NOT_WRITABLE
            message = "the property is set by the service alone"
            self.found.append(Violation(pointer, rule.code, message, Severity.WARNING))


_CHECKS: Mapping[type, Callable[[Walk, Any, Any, str, int], None]] = {
    str: Walk.check_primitive,
    Value: Walk.check_primitive,
    EnumOf: Walk.check_enum,
    Literal: Walk.check_literal,
    ListOf: Walk.check_list,
    MapOf: Walk.check_map,
    ModelOf: Walk.check_model,
    UnionOf: Walk.check_union,
}


def _shape(name: str, facts: Mapping[str, Any]) -> ValueShape:
    """The constraints of a value as the checks of facets know them."""
    multiple = facts.get("multiple_of")
    return ValueShape(
        type=name,
        max_length=facts.get("max_length"),
        precision=facts.get("precision"),
        scale=facts.get("scale"),
        floating_scale=facts.get("floating_scale", False),
        pattern=facts.get("pattern"),
        minimum=_bound(facts, "minimum"),
        maximum=_bound(facts, "maximum"),
        multiple_of=None if multiple is None else Decimal(str(multiple)),
        allowed_values=facts.get("allowed_values"),
        is_url=facts.get("is_url", False),
        is_base64=facts.get("is_base64", False),
    )


def _bound(facts: Mapping[str, Any], name: str) -> Bound | None:
    value = facts.get(name)
    return None if value is None else Bound(value, facts.get(f"{name}_exclusive", False))


def _has_twins(items: list[Any]) -> bool:
    """Whether two items are the same JSON value; scalars are compared by their hash, the rest one by one."""
    scalars: set[tuple[str, Any]] = set()
    others: list[Any] = []
    for item in items:
        if isinstance(item, (dict, list)):
            if any(same(item, other) for other in others[:1000]):
                return True
            others.append(item)
            continue
        key = (type(item).__name__ if isinstance(item, (bool, str)) else "", item)
        if key in scalars:
            return True
        scalars.add(key)
    return False
