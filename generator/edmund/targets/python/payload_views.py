"""Payload classes of operations as declarations of a model class."""

from __future__ import annotations

from collections.abc import Callable

from edmund.model.elements import EnumType, Model, StructuredType, TypeDefinition
from edmund.targets.python.builder_views import PayloadView
from edmund.targets.python.literals import assignment, docstring, string_literal
from edmund.targets.python.names import attribute_name, distinct
from edmund.targets.python.payloads import Payload, PayloadField

__all__ = ["lower_payload"]

_READ_TYPES = {
    "Edm.String": "str",
    "Edm.Boolean": "bool",
    "Edm.Byte": "int",
    "Edm.SByte": "int",
    "Edm.Int16": "int",
    "Edm.Int32": "int",
    "Edm.Int64": "int",
    "Edm.Single": "float",
    "Edm.Double": "float",
    "Edm.Decimal": "decimal.Decimal",
    "Edm.Guid": "uuid.UUID",
    "Edm.Date": "datetime.date",
    "Edm.DateTimeOffset": "datetime.datetime",
    "Edm.TimeOfDay": "datetime.time",
    "Edm.Duration": "datetime.timedelta",
    "Edm.Binary": "bytes",
    "Edm.Stream": "bytes",
}
_LINKS = (
    ("odata_next_link", "@odata.nextLink", "Edm.String", "str"),
    ("odata_delta_link", "@odata.deltaLink", "Edm.String", "str"),
    ("odata_count", "@odata.count", "Edm.Int64", "int"),
)


def lower_payload(
    payload: Payload, model: Model, type_name: Callable[[str], str]
) -> PayloadView:
    """The class of an action's body or of an operation's answer."""
    taken = [name for name, *_ in _LINKS] if payload.paged else []
    names = distinct([f.name for f in payload.fields], attribute_name, taken).names
    fields: list[str] = []
    declarations = {"Property"}
    annotations: list[str] = []
    for field in payload.fields:
        annotation, declaration, arguments = _field(field, model, type_name)
        annotations.append(annotation)
        declarations |= {declaration, annotation.partition("[")[0]}
        fields.append(assignment(f"{names[field.name]}: {annotation}", declaration, arguments, 4))
    if payload.paged:
        declarations.add("primitive")
        for name, wire, edm, python in _LINKS:
            arguments = [string_literal(wire), string_literal(edm)]
            fields.append(assignment(f"{name}: Property[{python}]", "primitive", arguments, 4))
    role = "What is sent to" if payload.is_body else "What is answered by"
    return PayloadView(
        payload.name,
        docstring(f"{role} {payload.operation}.", 4),
        tuple(fields),
        frozenset(declarations),
        frozenset(m for m in ("datetime", "decimal", "uuid") if f"{m}." in " ".join(annotations)),
        False,
    )


def _field(
    field: PayloadField, model: Model, type_name: Callable[[str], str]
) -> tuple[str, str, list[str]]:
    """Annotation, declaration function and its arguments."""
    wire, name = string_literal(field.name), field.type.name
    found = model.types_by_name.get(name)
    outer, declaration = "Property", "primitive"
    if isinstance(found, StructuredType):
        inner, declaration = type_name(name), "complex_value"
    elif isinstance(found, EnumType):
        inner, declaration = type_name(name), "flags_value" if found.flags else "enum_value"
        if found.flags and not field.type.collection:
            outer = "Flags"
        elif found.flags:
            inner = f"frozenset[{inner}]"
    else:
        name = found.underlying if isinstance(found, TypeDefinition) else name
        inner = _READ_TYPES.get(name) or type_name(name)
    annotation = f"{outer}[list[{inner}]]" if field.type.collection else f"{outer}[{inner}]"
    arguments = [wire, string_literal(name)]
    if field.type.collection:
        arguments.append("True")
    if not field.type.nullable:
        arguments.append("nullable=False")
    if field.secret:
        arguments.append("secret=True")
    return annotation, declaration, arguments
