"""Checks payloads against named types: values that were parsed, or JSON text."""

from __future__ import annotations

from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span
from edmund.edm import EDM_TYPES
from edmund.suggestions import did_you_mean, near_qualified_names, suggestion
from edmund.surface.called import names_called
from edmund.surface.shapes import Operation, ValueShape
from edmund.surface.type_parts import is_list, name_of, type_of
from edmund.surface.type_schema import TypeSchema
from edmund.surface.types import ListOf, OperationType, Type, Types
from edmund.validation.json_text import NotJson, find_duplicates, parse_json
from edmund.validation.rules import Rule, Violation
from edmund.validation.walk import Walk, is_control

__all__ = [
    "Operation",
    "Violation",
    "find_type",
    "validate_parameters",
    "validate_payload",
    "validate_text",
]


def validate_payload(
    types: Types | TypeSchema, type_name: str, payload: object, operation: Operation | None = None
) -> tuple[Violation, ...]:
    """What is wrong with `payload`, a parsed JSON value, as a value of the type called `type_name`.

    `type_name` is an entity, complex, enumeration or primitive type, `Collection(...)` of one (an array,
    or the object with `value` that answers a collection request), or an action, whose parameters the
    payload then holds. Names may use a schema's alias. `operation` says what a request is for; None is for
    answers. Numbers are exact where they are int or Decimal.

    Raises `EdmundError` (EDM801) when there is no such type. Whoever checks many payloads makes the
    `TypeSchema` once and gives it in place of the types.
    """
    schema = types if isinstance(types, TypeSchema) else TypeSchema(types)
    named = schema.types
    name = find_type(named, type_name)
    walk = Walk(schema, operation)
    # Graph has a type and an operation of one name: the plain name means the type.
    if not _is_type(named, name) and _is_action(named, name):
        _check_parameters(schema, walk, name, payload)
        return tuple(walk.found)
    _refuse_what_has_no_body(named, name)
    collection = name.startswith("Collection(")
    item = name.removeprefix("Collection(").removesuffix(")") if collection else name
    type_ = named.defined.get(item) or type_of(item)
    shape = schema.value(ListOf(type_) if collection else type_)
    if collection and isinstance(payload, dict):
        _check_envelope(walk, shape, payload)
    else:
        walk.check_value(shape, payload, "")
    return tuple(walk.found)


def validate_parameters(
    schema: TypeSchema, action: OperationType, payload: object
) -> tuple[Violation, ...]:
    """What is wrong with `payload`, a parsed JSON value, as the parameters of one overload of an action."""
    walk = Walk(schema, Operation.CREATE)
    _check_parameters_of(schema, walk, action, payload)
    return tuple(walk.found)


def validate_text(
    types: Types | TypeSchema,
    type_name: str,
    data: bytes | str,
    operation: Operation | None = None,
    *,
    source: str = "payload",
) -> tuple[Violation, ...]:
    """What is wrong with a JSON text, members that are named twice included.

    Raises `EdmundError` when the text is no JSON (EDM802, with its place in `source`) or there is no
    such type (EDM801).
    """
    try:
        payload = parse_json(data)
    except NotJson as error:
        span = Span(source, error.line, error.column)
        raise EdmundError([Diagnostic("EDM802", Severity.ERROR, str(error), span)]) from None
    found = validate_payload(types, type_name, payload, operation)
    return (*find_duplicates(payload), *found)


def find_type(types: Types, text: str) -> str:
    """The qualified name that `text` means: a type, `Collection(...)` of one, or an operation.

    A schema's alias may stand for its namespace, and a name alone for the only type or operation that has
    it. Raises `EdmundError` (EDM801) with a suggestion when there is none, or more than one.
    """
    name = text.strip().removeprefix("#")
    if name.startswith("Collection(") and name.endswith(")"):
        return f"Collection({find_type(types, name[len('Collection(') : -1])})"
    plain, bracket, binding = name.partition("(")
    if plain.startswith("Edm."):
        if plain not in EDM_TYPES:
            raise _no_type(f"there is no type '{text}'", suggestion(plain, EDM_TYPES))
        return plain
    # A type is meant before an operation of the same name: Graph has such pairs.
    names = {**types.by_name, **types.defined}
    for known in (names, types.operations_by_name):
        called = names_called(types.aliases, plain, known)
        if len(called) == 1:
            return called[0] + bracket + binding
        if called:
            message = f"'{text}' may be one of {len(called)} types or operations"
            raise _no_type(message, did_you_mean(called[:5]))
    near = near_qualified_names(plain, (*names, *types.operations_by_name))
    raise _no_type(f"the model has no type or action '{text}'", did_you_mean(near))


def _no_type(message: str, hint: str | None) -> EdmundError:
    return EdmundError([Diagnostic("EDM801", Severity.ERROR, message, hint=hint)])


def _is_type(types: Types, name: str) -> bool:
    return name in types.by_name or name in types.defined


def _refuse_what_has_no_body(types: Types, name: str) -> None:
    """Raise for a function, and for a type with something in parentheses."""
    item = name.removeprefix("Collection(").removesuffix(")")
    if _is_type(types, item) or item in EDM_TYPES:
        return
    overloads = types.operations_by_name.get(item.partition("(")[0], ())
    if not overloads:
        raise _no_type(f"the model has no type '{item}'", None)
    kind = "action" if overloads[0].has_body else "function"
    results = {_written(o.returns) for o in overloads if o.returns is not None}
    hint = "give the type of its answer: " + " or ".join(sorted(results)) if results else None
    raise _no_type(f"'{item}' is {'an' if kind[0] in 'aeiou' else 'a'} {kind}, no type", hint)


def _written(type_: Type) -> str:
    name = name_of(type_)
    return f"Collection({name})" if is_list(type_) else name


def _check_envelope(walk: Walk, shape: ValueShape, payload: dict[str, object]) -> None:
    """The object that answers a request for a collection (OData JSON Format 4.01, section 13)."""
    if "value" not in payload:
        walk.report(
            "", Rule.NOT_AN_ARRAY, "a JSON array, or an object with one in value, is expected"
        )
        return
    for name in payload:
        if name != "value" and not is_control(name):
            walk.report(f"/{name}", Rule.UNKNOWN_PROPERTY, "a collection has no such property")
    walk.check_value(shape, payload["value"], "/value")


def _is_action(types: Types, name: str) -> bool:
    """Whether `name`, with or without a binding type in parentheses, means an action."""
    overloads = types.operations_by_name.get(name.partition("(")[0], ())
    return any(overload.has_body for overload in overloads)


def _check_parameters(schema: TypeSchema, walk: Walk, name: str, payload: object) -> None:
    plain, _, binding = name.partition("(")
    wanted = _resolved(schema, binding.removesuffix(")"))
    overloads = [
        overload
        for overload in schema.types.operations_by_name[plain]
        if overload.has_body and (not binding or _bound_to(overload) == wanted)
    ]
    if len(overloads) != 1:
        of = [f"{plain}({_bound_to(overload)})" for overload in overloads]
        raise EdmundError(
            [
                Diagnostic(
                    "EDM801",
                    Severity.ERROR,
                    f"the model has {len(overloads)} actions '{name}'",
                    hint=f"name one of {', '.join(of)}" if of else None,
                )
            ]
        )
    _check_parameters_of(schema, walk, overloads[0], payload)


def _check_parameters_of(
    schema: TypeSchema, walk: Walk, overload: OperationType, payload: object
) -> None:
    if not isinstance(payload, dict):
        walk.report("", Rule.NOT_AN_OBJECT, "a JSON object with the parameters is expected")
        return
    walk.operation = Operation.CREATE
    walk.check_members(schema.parameters(overload), payload, "", 0)


def _bound_to(action: OperationType) -> str | None:
    """The type that an action is bound to, as one writes it; None for an unbound one."""
    binding = action.binding
    if binding is None:
        return None
    return _written(binding)


def _resolved(schema: TypeSchema, text: str) -> str:
    if text.startswith("Collection("):
        return f"Collection({schema.resolve(text[len('Collection(') : -1])})"
    return schema.resolve(text)
