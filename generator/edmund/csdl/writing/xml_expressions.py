"""Annotations and expressions in CSDL XML 4.01 (section 14): constants and paths as attributes of what
they are the value of, everything else as elements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from edmund.csdl.expression import (
    AnnotationValue,
    Apply,
    Cast,
    CollectionExpression,
    Constant,
    Expression,
    If,
    IsOf,
    LabeledElement,
    LabeledElementReference,
    Logical,
    Null,
    Path,
    PropertyValue,
    Record,
    UrlRef,
)
from edmund.csdl.writing.xml_text import Attributes, XmlNode, facet_attributes

__all__ = ["annotation_nodes"]


def annotation_nodes(annotations: Iterable[AnnotationValue]) -> list[XmlNode]:
    return [_annotation(annotation) for annotation in annotations]


def _annotation(annotation: AnnotationValue) -> XmlNode:
    head = {"Term": annotation.term, "Qualifier": annotation.qualifier}
    return _valued("Annotation", head, annotation.value, annotation.annotations)


def _valued(
    name: str,
    attributes: Attributes,
    value: Expression | None,
    annotations: Iterable[AnnotationValue],
) -> XmlNode:
    children = annotation_nodes(annotations)
    if isinstance(value, Constant | Path):
        return XmlNode(name, {**attributes, value.kind.value: value.text}, children)
    if value is not None:
        children.append(_node(value))
    return XmlNode(name, attributes, children)


def _node(value: Expression) -> XmlNode:
    match value:
        case Constant(kind, text) | Path(kind, text):
            return XmlNode(kind.value, {}, [], text)
        case LabeledElementReference(name):
            return XmlNode("LabeledElementReference", {}, [], name)
        case CollectionExpression(items):
            return XmlNode("Collection", {}, [_node(item) for item in items])
        case LabeledElement(name, labeled):
            return _valued("LabeledElement", {"Name": name}, labeled, value.annotations)
        case Record():
            return XmlNode("Record", {"Type": value.type}, list(_record(value)))
        case _:
            node = _dynamic(value)
            return XmlNode(
                node.name, node.attributes, [*node.children, *annotation_nodes(value.annotations)]
            )


def _record(record: Record) -> Iterator[XmlNode]:
    for prop in record.properties:
        yield _property(prop)
    yield from annotation_nodes(record.annotations)


def _property(prop: PropertyValue) -> XmlNode:
    return _valued("PropertyValue", {"Property": prop.name}, prop.value, prop.annotations)


def _dynamic(value: Null | Apply | Cast | IsOf | If | Logical | UrlRef) -> XmlNode:
    match value:
        case Null():
            return XmlNode("Null", {}, [])
        case Apply(function, arguments):
            return XmlNode("Apply", {"Function": function}, [_node(each) for each in arguments])
        case Cast(type_name, operand):
            attributes = {"Type": type_name, **facet_attributes(value.facets)}
            return XmlNode("Cast", attributes, [_node(operand)])
        case IsOf(type_name, operand):
            attributes = {"Type": type_name, **facet_attributes(value.facets)}
            return XmlNode("IsOf", attributes, [_node(operand)])
        case If(condition, then, otherwise):
            rest = () if otherwise is None else (otherwise,)
            return XmlNode("If", {}, [_node(each) for each in (condition, then, *rest)])
        case Logical(operator, operands):
            return XmlNode(operator.value, {}, [_node(each) for each in operands])
        case UrlRef(inner):
            return XmlNode("UrlRef", {}, [_node(inner)])
