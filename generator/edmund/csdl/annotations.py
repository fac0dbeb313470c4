"""Annotations and their expressions (CSDL XML 4.01, section 14), in attribute and element notation."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from edmund.csdl.attributes import (
    FACETS,
    check_attributes,
    read_facets,
    read_name,
    read_optional_qualified_name,
    read_qualified_name,
    read_qualifier,
    read_type,
)
from edmund.csdl.children import known_children, read_each
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
    PropertyValue,
    Record,
    UrlRef,
)
from edmund.csdl.facets import FacetAttributes
from edmund.csdl.findings import Code, Findings
from edmund.csdl.literals import constant_problem
from edmund.csdl.names import is_qualified_name, is_simple_identifier, path_problem
from edmund.csdl.parser import XmlElement
from edmund.diagnostics import Span

__all__ = ["EXPRESSIONS", "read_annotation", "read_annotations"]

_CONSTANTS: Mapping[str, ConstantKind] = {kind.value: kind for kind in ConstantKind}
_PATHS: Mapping[str, PathKind] = {kind.value: kind for kind in PathKind}
_OPERATORS: Mapping[str, LogicalOperator] = {op.value: op for op in LogicalOperator}
_UNARY = frozenset({LogicalOperator.NOT, LogicalOperator.NEG})

_VALUE_ATTRIBUTES = frozenset({*_CONSTANTS, *_PATHS, "UrlRef"})
_ANNOTATION = frozenset({"Term", "Qualifier", *_VALUE_ATTRIBUTES})
_PROPERTY_VALUE = frozenset({"Property", *_VALUE_ATTRIBUTES})
_LABELED_ELEMENT = frozenset({"Name", *_VALUE_ATTRIBUTES})
_NO_ATTRIBUTES: frozenset[str] = frozenset()
_NO_CHILDREN: frozenset[str] = frozenset()
_RECORD = frozenset({"Type"})
_RECORD_CHILDREN = frozenset({"PropertyValue", "Annotation"})
_TYPED = frozenset({"Type"}) | FACETS
_APPLY = frozenset({"Function"})
_REFERENCE = frozenset({"Name"})


def read_annotation(element: XmlElement, findings: Findings) -> AnnotationValue | None:
    """One `Annotation` (section 14.2); None, with a warning, when it names no term or its value cannot
    be understood: without a value it would mean the term's default."""
    check_attributes(element, _ANNOTATION, findings)
    with findings.forgiving():
        term = read_qualified_name(element, "Term", findings)
        qualifier = read_qualifier(element, findings)
        given = _read_value(element, findings)
    if term is None or not given.understood:
        return None
    return AnnotationValue(term, qualifier, given.value, given.annotations, element.span)


def read_annotations(
    children: Sequence[XmlElement], findings: Findings
) -> tuple[AnnotationValue, ...]:
    """The annotations among `children`, in document order."""
    return read_each(children, "Annotation", read_annotation, findings)


class _Given(NamedTuple):
    """What an element has for a value. `understood` is false when it has one that is not good."""

    value: Expression | None
    annotations: tuple[AnnotationValue, ...]
    understood: bool


def _read_value(element: XmlElement, findings: Findings) -> _Given:
    """The value of an annotation, property value or labeled element, and annotations of its own.

    The value is an attribute or a child element, never two of them (section 14.2).
    """
    values: list[Expression] = []
    count = 0
    for name, text in element.attributes.items():
        if name in _VALUE_ATTRIBUTES:
            count += 1
            value = _read_text(name, text, element.span, f"{name} of {element.name}", findings)
            if value is not None:
                values.append(value)
    annotations: tuple[AnnotationValue, ...] = ()
    if element.children or element.text:
        children = known_children(element, _VALUE_CHILDREN, findings)
        annotations = read_annotations(children, findings)
        for child in children:
            if child.name != "Annotation":
                count += 1
                value = read_expression(child, findings)
                if value is not None:
                    values.append(value)
    if count > 1:
        findings.error(
            Code.VALUE_TWICE,
            f"{element.name} has {count} values; it may have one",
            element.span,
            hint="several values make a Collection or a Record",
        )
    return _Given(values[0] if values else None, annotations, count == len(values) <= 1)


def _read_text(
    name: str, text: str, span: Span, where: str, findings: Findings
) -> Expression | None:
    """A constant, path or URL given as text, called `name` in either notation."""
    kind = _CONSTANTS.get(name)
    if kind is ConstantKind.STRING:
        return Constant(kind, text, span)
    if kind is not None:
        text = text.strip(" \t\r\n")
        problem = constant_problem(kind, text)
        if problem is not None:
            message = f"{where} is not a constant, '{_shorten(text)}': {problem}"
            findings.error(Code.CONSTANT, message, span)
            return None
        return Constant(kind, text, span)
    text = text.strip(" \t\r\n")
    problem = path_problem(text)
    if problem is not None:
        findings.error(Code.PATH, f"{where} is not a path, '{_shorten(text)}': {problem}", span)
        return None
    if name == "UrlRef":
        return UrlRef(Constant(ConstantKind.STRING, text, span), span)
    return Path(_PATHS[name], text, span)


def _shorten(text: str) -> str:
    return text if len(text) <= 80 else text[:77] + "..."


def read_expression(element: XmlElement, findings: Findings) -> Expression | None:
    """An expression in element notation (sections 14.3 and 14.4); None when it is in error."""
    name = element.name
    if name in _CONSTANTS or name in _PATHS:
        check_attributes(element, _NO_ATTRIBUTES, findings)
        if element.children:
            known_children(element._replace(text=""), _NO_CHILDREN, findings)
        return _read_text(name, element.text, element.span, name, findings)
    return _READERS[name](element, findings)


class _Operands(NamedTuple):
    """The child expressions, None for each in error, and the annotations of the expression itself."""

    given: tuple[Expression | None, ...]
    annotations: tuple[AnnotationValue, ...]


def _operands(element: XmlElement, findings: Findings) -> _Operands:
    children = known_children(element, _VALUE_CHILDREN, findings)
    given = [read_expression(child, findings) for child in children if child.name != "Annotation"]
    return _Operands(tuple(given), read_annotations(children, findings))


class _Counted(NamedTuple):
    operands: tuple[Expression, ...]
    annotations: tuple[AnnotationValue, ...]


def _counted(element: XmlElement, low: int, high: int, findings: Findings) -> _Counted | None:
    """The operands when there are as many as allowed and all of them are good."""
    operands, annotations = _operands(element, findings)
    if not low <= len(operands) <= high:
        wanted = str(low) if low == high else f"{low} or {high}"
        findings.error(
            Code.OPERANDS,
            f"{element.name} has {len(operands)} operands; it takes {wanted}",
            element.span,
        )
        return None
    good = tuple([operand for operand in operands if operand is not None])
    return _Counted(good, annotations) if len(good) == len(operands) else None


def _read_logical(element: XmlElement, findings: Findings) -> Expression | None:
    check_attributes(element, _NO_ATTRIBUTES, findings)
    operator = _OPERATORS[element.name]
    count = 1 if operator in _UNARY else 2
    found = _counted(element, count, count, findings)
    if found is None:
        return None
    return Logical(operator, found.operands, element.span, found.annotations)


def _read_apply(element: XmlElement, findings: Findings) -> Expression | None:
    # Function is a qualified name: odata.concat, or a vendor's own (section 14.4.4).
    check_attributes(element, _APPLY, findings)
    function = read_qualified_name(element, "Function", findings)
    operands, annotations = _operands(element, findings)
    if function is None or None in operands:
        return None
    good = tuple([operand for operand in operands if operand is not None])
    return Apply(function, good, element.span, annotations)


def _read_cast(element: XmlElement, findings: Findings) -> Expression | None:
    typed = _read_typed(element, findings)
    if typed is None:
        return None
    return Cast(typed.type, typed.operand, element.span, typed.annotations, typed.facets)


def _read_is_of(element: XmlElement, findings: Findings) -> Expression | None:
    typed = _read_typed(element, findings)
    if typed is None:
        return None
    return IsOf(typed.type, typed.operand, element.span, typed.annotations, typed.facets)


class _Typed(NamedTuple):
    type: str
    operand: Expression
    annotations: tuple[AnnotationValue, ...]
    facets: FacetAttributes


def _read_typed(element: XmlElement, findings: Findings) -> _Typed | None:
    check_attributes(element, _TYPED, findings)
    type_name = read_type(element, findings)
    facets = read_facets(element, findings)
    found = _counted(element, 1, 1, findings)
    if type_name is None or found is None:
        return None
    return _Typed(type_name, found.operands[0], found.annotations, facets)


def _read_collection(element: XmlElement, findings: Findings) -> Expression | None:
    check_attributes(element, _NO_ATTRIBUTES, findings)
    operands, annotations = _operands(element, findings)
    if annotations:  # a collection has none (section 14.4.6)
        findings.warning(
            Code.UNKNOWN_ELEMENT,
            "Collection has no child element 'Annotation'; it is ignored",
            annotations[0].span or element.span,
        )
    items = tuple([operand for operand in operands if operand is not None])
    return CollectionExpression(items, element.span)


def _read_if(element: XmlElement, findings: Findings) -> Expression | None:
    # Without a third operand only inside a collection (section 14.4.8), which the model may judge.
    check_attributes(element, _NO_ATTRIBUTES, findings)
    found = _counted(element, 2, 3, findings)
    if found is None:
        return None
    condition, then, *rest = found.operands
    return If(condition, then, rest[0] if rest else None, element.span, found.annotations)


def _read_labeled_element(element: XmlElement, findings: Findings) -> Expression | None:
    check_attributes(element, _LABELED_ELEMENT, findings)
    name = read_name(element, "Name", findings)
    value, annotations, _ = _read_value(element, findings)
    if value is None:
        findings.error(Code.OPERANDS, "LabeledElement has no value", element.span)
        return None
    return None if name is None else LabeledElement(name, value, element.span, annotations)


def _read_labeled_element_reference(element: XmlElement, findings: Findings) -> Expression | None:
    # The name is the element's text (section 14.4.10). CSDL 4.0 had it in the attribute Name, where a
    # simple identifier of the same document was enough.
    check_attributes(element, _REFERENCE, findings)
    name = element.attributes.get("Name", element.text).strip()
    if not is_qualified_name(name) and not is_simple_identifier(name):
        findings.error(
            Code.QUALIFIED_NAME,
            f"LabeledElementReference '{_shorten(name)}' is not a name",
            element.span,
        )
        return None
    return LabeledElementReference(name, element.span)


def _read_null(element: XmlElement, findings: Findings) -> Expression | None:
    check_attributes(element, _NO_ATTRIBUTES, findings)
    if element.children or element.text:
        found = _counted(element, 0, 0, findings)
        if found is not None:
            return Null(element.span, found.annotations)
    return Null(element.span)


def _read_record(element: XmlElement, findings: Findings) -> Expression | None:
    check_attributes(element, _RECORD, findings)
    type_name = read_optional_qualified_name(element, "Type", findings)
    children = known_children(element, _RECORD_CHILDREN, findings)
    properties: dict[str, PropertyValue] = {}
    for child in children:
        if child.name == "PropertyValue":
            value = _read_property_value(child, findings)
            if value is None:
                continue
            if value.name in properties:
                findings.error(
                    Code.VALUE_TWICE, f"Record has the property '{value.name}' twice", child.span
                )
            properties.setdefault(value.name, value)
    annotations = read_annotations(children, findings)
    return Record(type_name, tuple(properties.values()), annotations, element.span)


def _read_property_value(element: XmlElement, findings: Findings) -> PropertyValue | None:
    check_attributes(element, _PROPERTY_VALUE, findings)
    name = read_name(element, "Property", findings)
    given = _read_value(element, findings)
    if name is None or not given.understood:
        return None
    return PropertyValue(name, given.value, given.annotations, element.span)


def _read_url_ref(element: XmlElement, findings: Findings) -> Expression | None:
    check_attributes(element, _NO_ATTRIBUTES, findings)
    if not element.children and element.text.strip():
        return _read_text("UrlRef", element.text, element.span, "UrlRef", findings)
    found = _counted(element, 1, 1, findings)
    return None if found is None else UrlRef(found.operands[0], element.span, found.annotations)


_READERS: Mapping[str, Callable[[XmlElement, Findings], Expression | None]] = {
    **dict.fromkeys(_OPERATORS, _read_logical),
    "Apply": _read_apply,
    "Cast": _read_cast,
    "Collection": _read_collection,
    "If": _read_if,
    "IsOf": _read_is_of,
    "LabeledElement": _read_labeled_element,
    "LabeledElementReference": _read_labeled_element_reference,
    "Null": _read_null,
    "Record": _read_record,
    "UrlRef": _read_url_ref,
}

EXPRESSIONS = frozenset({*_CONSTANTS, *_PATHS, *_READERS})
"""The element names of all expressions."""

_VALUE_CHILDREN = EXPRESSIONS | {"Annotation"}
