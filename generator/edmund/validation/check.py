"""Checks payloads against a Model: values that were parsed, or JSON text."""

from __future__ import annotations

from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span
from edmund.model.called import names_called
from edmund.model.edm import EDM_TYPES
from edmund.model.elements import Model, OperationKind, TypeReference
from edmund.model.elements import Operation as Action
from edmund.model.schema import ModelSchema
from edmund.model.shapes import Operation, ValueShape
from edmund.suggestions import did_you_mean, near_qualified_names, suggestion
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
    model: Model | ModelSchema, type_name: str, payload: object, operation: Operation | None = None
) -> tuple[Violation, ...]:
    """What is wrong with `payload`, a parsed JSON value, as a value of the type called `type_name`.

    `type_name` is an entity, complex, enumeration or primitive type, `Collection(...)` of one (an array,
    or the object with `value` that answers a collection request), or an action, whose parameters the
    payload then holds. Names may use a schema's alias. `operation` says what a request is for; None is for
    answers. Numbers are exact where they are int or Decimal.

    Raises `EdmundError` (EDM801) when the model has no such type. Whoever checks many payloads makes
    the `ModelSchema` once and gives it in place of the model.
    """
    schema = model if isinstance(model, ModelSchema) else ModelSchema(model)
    name = find_type(schema.model, type_name)
    walk = Walk(schema, operation)
    # Graph has a type and an operation of one name: the plain name means the type.
    if name not in schema.model.types_by_name and _is_action(schema.model, name):
        _check_parameters(schema, walk, name, payload)
        return tuple(walk.found)
    _refuse_what_has_no_body(schema.model, name)
    collection = name.startswith("Collection(")
    item = name.removeprefix("Collection(").removesuffix(")") if collection else name
    shape = schema.value(TypeReference(item, collection, nullable=False))
    if collection and isinstance(payload, dict):
        _check_envelope(walk, shape, payload)
    else:
        walk.check_value(shape, payload, "")
    return tuple(walk.found)


def validate_parameters(
    schema: ModelSchema, action: Action, payload: object
) -> tuple[Violation, ...]:
    """What is wrong with `payload`, a parsed JSON value, as the parameters of one overload of an action."""
    walk = Walk(schema, Operation.CREATE)
    _check_parameters_of(schema, walk, action, payload)
    return tuple(walk.found)


def validate_text(
    model: Model | ModelSchema,
    type_name: str,
    data: bytes | str,
    operation: Operation | None = None,
    *,
    source: str = "payload",
) -> tuple[Violation, ...]:
    """What is wrong with a JSON text, members that are named twice included.

    Raises `EdmundError` when the text is no JSON (EDM802, with its place in `source`) or the model has
    no such type (EDM801).
    """
    try:
        payload = parse_json(data)
    except NotJson as error:
        span = Span(source, error.line, error.column)
        raise EdmundError([Diagnostic("EDM802", Severity.ERROR, str(error), span)]) from None
    found = validate_payload(model, type_name, payload, operation)
    return (*find_duplicates(payload), *found)


def find_type(model: Model, text: str) -> str:
    """The qualified name that `text` means: a type, `Collection(...)` of one, or an operation.

    A schema's alias may stand for its namespace, and a name alone for the only type or operation that has
    it. Raises `EdmundError` (EDM801) with a suggestion when there is none, or more than one.
    """
    name = text.strip().removeprefix("#")
    if name.startswith("Collection(") and name.endswith(")"):
        return f"Collection({find_type(model, name[len('Collection(') : -1])})"
    plain, bracket, binding = name.partition("(")
    if plain.startswith("Edm."):
        if plain not in EDM_TYPES:
            raise _no_type(f"there is no type '{text}'", suggestion(plain, EDM_TYPES))
        return plain
    # A type is meant before an operation of the same name: Graph has such pairs.
    for known in (model.types_by_name, model.operations_by_name):
        called = names_called(model, plain, known)
        if len(called) == 1:
            return called[0] + bracket + binding
        if called:
            message = f"'{text}' may be one of {len(called)} types or operations"
            raise _no_type(message, did_you_mean(called[:5]))
    near = near_qualified_names(plain, (*model.types_by_name, *model.operations_by_name))
    raise _no_type(f"the model has no type or action '{text}'", did_you_mean(near))


def _no_type(message: str, hint: str | None) -> EdmundError:
    return EdmundError([Diagnostic("EDM801", Severity.ERROR, message, hint=hint)])


def _refuse_what_has_no_body(model: Model, name: str) -> None:
    """Raise for a function, and for a type with something in parentheses."""
    item = name.removeprefix("Collection(").removesuffix(")")
    if item in model.types_by_name or item in EDM_TYPES:
        return
    overloads = model.operations_by_name.get(item.partition("(")[0], ())
    if not overloads:
        raise _no_type(f"the model has no type '{item}'", None)
    kind = overloads[0].kind.value
    results = {_written(o.return_type.type) for o in overloads if o.return_type is not None}
    hint = "give the type of its answer: " + " or ".join(sorted(results)) if results else None
    raise _no_type(f"'{item}' is {'an' if kind[0] in 'aeiou' else 'a'} {kind}, no type", hint)


def _written(reference: TypeReference) -> str:
    return f"Collection({reference.name})" if reference.collection else reference.name


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


def _is_action(model: Model, name: str) -> bool:
    """Whether `name`, with or without a binding type in parentheses, means an action."""
    overloads = model.operations_by_name.get(name.partition("(")[0], ())
    return any(overload.kind is OperationKind.ACTION for overload in overloads)


def _check_parameters(schema: ModelSchema, walk: Walk, name: str, payload: object) -> None:
    plain, _, binding = name.partition("(")
    wanted = _resolved(schema, binding.removesuffix(")"))
    overloads = [
        overload
        for overload in schema.model.operations_by_name[plain]
        if overload.kind is OperationKind.ACTION and (not binding or _bound_to(overload) == wanted)
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
    schema: ModelSchema, walk: Walk, overload: Action, payload: object
) -> None:
    if not isinstance(payload, dict):
        walk.report("", Rule.NOT_AN_OBJECT, "a JSON object with the parameters is expected")
        return
    walk.operation = Operation.CREATE
    walk.check_members(schema.parameters(overload), payload, "", 0)


def _bound_to(action: Action) -> str | None:
    """The type that an action is bound to, as one writes it; None for an unbound one."""
    binding = action.binding
    if binding is None:
        return None
    return _written(binding)


def _resolved(schema: ModelSchema, text: str) -> str:
    if text.startswith("Collection("):
        return f"Collection({schema.resolve(text[len('Collection(') : -1])})"
    return schema.resolve(text)
