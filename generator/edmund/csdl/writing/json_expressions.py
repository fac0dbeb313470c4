"""Annotations and expressions in CSDL JSON 4.01 (section 14)."""

from __future__ import annotations

from collections.abc import Iterable

from edmund.csdl.expression import (
    AnnotationValue,
    Apply,
    Cast,
    CollectionExpression,
    Constant,
    ConstantKind,
    Expression,
    If,
    IsOf,
    LabeledElement,
    LabeledElementReference,
    Logical,
    LogicalOperator,
    Null,
    Path,
    PathKind,
    Record,
    UrlRef,
)
from edmund.csdl.json.expressions import number_kind
from edmund.csdl.json.known_terms import NOTHING, Expected, Terms
from edmund.csdl.json.scanner import JsonNumber
from edmund.csdl.writing.json_members import Objects, is_json_number, type_members
from edmund.csdl.writing.json_text import JsonValue
from edmund.diagnostics import Span

__all__ = ["AnnotationWriter"]

_NUMBERS = frozenset({ConstantKind.INT, ConstantKind.DECIMAL, ConstantKind.FLOAT})
_UNARY = frozenset({LogicalOperator.NOT, LogicalOperator.NEG})


class AnnotationWriter:
    """Writes the annotations of one document. `namespace` is the schema's that they stand in."""

    def __init__(self, objects: Objects, terms: Terms, namespace: str = "") -> None:
        self._objects = objects
        self._terms = terms
        self._namespace = namespace

    def put(
        self,
        into: dict[str, JsonValue],
        annotations: Iterable[AnnotationValue],
        span: Span,
        owner: str = "",
        qualifier: str | None = None,
    ) -> None:
        """Add annotations of the object itself, or of its member `owner`; `qualifier` is for those without."""
        for annotation in annotations:
            key = f"{owner}@{annotation.term}"
            mark = annotation.qualifier or qualifier
            if mark is not None:
                key += f"#{mark}"
            place = annotation.span or span
            # Without a value it is the term's default, which is true for a tag (section 14.2).
            value: JsonValue = True
            if annotation.value is not None:
                value = self.value(annotation.value, self._terms.expected(annotation.term), place)
            self._objects.put_annotation(into, key, value, place)
            self.put(into, annotation.annotations, place, key)

    def value(self, value: Expression, expected: Expected, span: Span) -> JsonValue:
        place = value.span or span
        match value:
            case Constant(kind, text):
                return _constant(kind, text, expected)
            case Path(kind, text):
                if kind.value == expected.kind and kind is not PathKind.PATH:
                    return text
                return {f"${kind.value}": text}
            case Null(_, ()):
                return None
            case CollectionExpression(items):
                return [self.value(item, expected, place) for item in items]
            case Record():
                return self._record(value, expected, place)
            case LabeledElementReference(name):
                return {"$LabeledElementReference": name}
            case _:
                members = self._dynamic(value, place)
                self.put(members, value.annotations, place)
                return members

    def _dynamic(
        self, value: Null | Apply | Cast | IsOf | If | Logical | LabeledElement | UrlRef, span: Span
    ) -> dict[str, JsonValue]:
        match value:
            case Null():
                return {"$Null": None}
            case Apply(function, arguments):
                return {"$Apply": self._list(arguments, span), "$Function": function}
            case Cast(type_name, operand):
                facets = type_members(type_name, value.facets, nulls=False)
                return {"$Cast": self.value(operand, NOTHING, span), **facets}
            case IsOf(type_name, operand):
                facets = type_members(type_name, value.facets, nulls=False)
                return {"$IsOf": self.value(operand, NOTHING, span), **facets}
            case If(condition, then, otherwise):
                rest = () if otherwise is None else (otherwise,)
                return {"$If": self._list((condition, then, *rest), span)}
            case Logical(operator, operands):
                found = self._list(operands, span)
                return {f"${operator.value}": found[0] if operator in _UNARY else found}
            case LabeledElement(name, labeled):
                full = f"{self._namespace}.{name}" if self._namespace else name
                return {"$LabeledElement": self.value(labeled, NOTHING, span), "$Name": full}
            case UrlRef(inner):
                return {"$UrlRef": self.value(inner, NOTHING, span)}

    def _list(self, operands: Iterable[Expression], span: Span) -> list[JsonValue]:
        return [self.value(operand, NOTHING, span) for operand in operands]

    def _record(self, value: Record, expected: Expected, span: Span) -> JsonValue:
        members: dict[str, JsonValue] = {}
        if value.type is not None:
            members["@type"] = f"#{value.type}"
        for prop in value.properties:
            place = prop.span or span
            inside: JsonValue = True
            if prop.value is not None:
                kinds = self._terms.expected_of(expected, prop.name)
                inside = self.value(prop.value, kinds, place)
            self._objects.put(members, prop.name, inside, place)
            self.put(members, prop.annotations, place, prop.name)
        self.put(members, value.annotations, span)
        return members


def _constant(kind: ConstantKind, text: str, expected: Expected) -> JsonValue:
    """As the type of the term tells it apart, else with its kind (as the first committee specification did)."""
    known = expected.kind
    if kind is ConstantKind.BOOL:
        return text.lower() == "true"
    if kind in _NUMBERS and is_json_number(text):
        told = known if known in ("Float", "Decimal") else number_kind(text).value
        return JsonNumber(text) if told == kind.value else {f"${kind.value}": JsonNumber(text)}
    if kind is ConstantKind.ENUM_MEMBER and known is not None and "." in known:
        members = text.split()
        if members and all(member.startswith(f"{known}/") for member in members):
            return ",".join(member.removeprefix(f"{known}/") for member in members)
    if kind.value == (known or ConstantKind.STRING.value):
        return text
    return {f"${kind.value}": text}
