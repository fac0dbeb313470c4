"""Annotations and their expressions (CSDL JSON 4.01, section 14) as elements of CSDL.

JSON says no kind of a text: a date, a path and a string look the same. What the term is known to take
(`known_terms`) tells them apart. The form of the first committee specification, `{"$Date": "..."}`, says it
too; it is read, and written where nothing else would tell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from edmund.csdl.expression import ConstantKind, LogicalOperator, PathKind
from edmund.csdl.findings import Code
from edmund.csdl.json.known_terms import NOTHING, Expected, Terms
from edmund.csdl.json.members import (
    Members,
    Source,
    annotated,
    attribute_text,
    edm,
    typed_attributes,
)
from edmund.csdl.json.scanner import JsonNode, JsonNumber
from edmund.csdl.literals import integer_problem
from edmund.csdl.parser import XmlElement

__all__ = ["AnnotationReader", "is_named", "number_kind"]

_LEAVES = frozenset(
    [f"${kind.value}" for kind in ConstantKind] + [f"${kind.value}" for kind in PathKind]
)
_UNARY = frozenset({"$Not", "$Neg"})
_LISTS = frozenset(
    {f"${operator.value}" for operator in LogicalOperator} - _UNARY | {"$Apply", "$If"}
)
_OTHERS = frozenset({"$Cast", "$IsOf", "$LabeledElement", "$UrlRef"})
_CONTROL = frozenset({"type", "odata.type"})


def is_named(name: str) -> bool:
    """Whether a member is called by the document, not by CSDL JSON."""
    return name[:1] != "$"


def number_kind(text: str) -> ConstantKind:
    """What a number without further word is: an integer where it can be one."""
    is_integer = integer_problem(text, "Edm.Int64") is None
    return ConstantKind.INT if is_integer else ConstantKind.DECIMAL


class AnnotationReader:
    """Reads annotations of one document, whose aliases and terms `terms` knows."""

    def __init__(self, source: Source, terms: Terms) -> None:
        self._source = source
        self._terms = terms

    def of(self, members: Mapping[str, JsonNode]) -> tuple[XmlElement, ...]:
        """The annotations of an object none of whose members can be annotated in it."""
        return self.by_owner(members, lambda name: False).get("", ())

    def by_owner(
        self, members: Mapping[str, JsonNode], takes: Callable[[str], bool]
    ) -> dict[str, tuple[XmlElement, ...]]:
        """All annotations that stand in an object, by what they annotate: "" is the object itself, and
        `takes` says of a member whether it can be annotated here."""
        grouped: dict[str, list[tuple[str, JsonNode]]] = {}
        for owner, term, node in annotated(members):
            if owner or term not in _CONTROL:
                grouped.setdefault(owner, []).append((term, node))
        for owner, found in grouped.items():
            # An annotation may be annotated wherever it stands.
            if owner and (owner not in members or ("@" not in owner and not takes(owner))):
                self._source.findings.warning(
                    Code.UNKNOWN_ELEMENT,
                    f"'{owner}' is annotated where it is not; the annotation is ignored",
                    self._source.span(found[0][1]),
                )
        return {
            owner: tuple([self._annotation(owner, term, node, grouped) for term, node in found])
            for owner, found in grouped.items()
            if not owner or ("@" not in owner and owner in members and takes(owner))
        }

    def _annotation(
        self,
        owner: str,
        term: str,
        node: JsonNode,
        grouped: Mapping[str, list[tuple[str, JsonNode]]],
    ) -> XmlElement:
        key = f"{owner}@{term}"
        own = [self._annotation(key, *each, grouped) for each in grouped.get(key, ())]
        name, hash_, qualifier = term.partition("#")
        attributes = {"Term": name, "Qualifier": qualifier} if hash_ else {"Term": name}
        value = self.expression(node, self._terms.expected(name))
        return self._source.element("Annotation", node, attributes, (*own, value))

    def expression(self, node: JsonNode, expected: Expected = NOTHING) -> XmlElement:
        """A value, whose texts are what is expected, and else strings."""
        value = node.value
        if isinstance(value, dict):
            return self._object(node, value, expected)
        if isinstance(value, list):
            items = tuple([self.expression(item, expected) for item in value])
            return self._source.element("Collection", node, {}, items)
        if value is None:
            return self._source.element("Null", node, {})
        if isinstance(value, bool):
            return self._leaf("Bool", node, "true" if value else "false")
        kind = expected.kind
        if isinstance(value, JsonNumber):
            if kind in ("Float", "Decimal"):
                return self._leaf(kind, node, value)
            return self._leaf(number_kind(value).value, node, value)
        if kind is not None and "." in kind:
            members = [member.strip() for member in value.split(",")]
            return self._leaf("EnumMember", node, " ".join(f"{kind}/{each}" for each in members))
        return self._leaf(kind or "String", node, value)

    def _leaf(self, name: str, node: JsonNode, text: str) -> XmlElement:
        return edm(name, {}, (), self._source.span(node), str(text))

    def _object(self, node: JsonNode, value: dict[str, JsonNode], expected: Expected) -> XmlElement:
        for name, inside in value.items():
            if name in _LEAVES:
                text = attribute_text(self._source, inside, name)
                return self._leaf(name[1:], node, text or "")
            if name in _LISTS or name in _UNARY or name in _OTHERS:
                return self._dynamic(name, inside, node, value)
            if name == "$Null":
                return self._source.element("Null", node, {}, self.of(value))
            if name == "$LabeledElementReference":
                label = self._source.text(inside, name)
                return self._leaf(name[1:], node, label or "")
        return self._record(node, value, expected)

    def _dynamic(
        self, name: str, inside: JsonNode, node: JsonNode, value: dict[str, JsonNode]
    ) -> XmlElement:
        """An operator, by the member that names it and holds its operands."""
        members = Members(self._source, value, name)
        attributes: dict[str, str] = {}
        if name in _LISTS:
            children = tuple([self.expression(item) for item in members.items(name)])
            if name == "$Apply":
                attributes = members.attributes({"$Function": "Function"})
        else:
            members.take(name)
            children = (self.expression(inside),)
            if name in ("$Cast", "$IsOf"):
                attributes = dict(typed_attributes(members, nullable=False))
            elif name == "$LabeledElement":
                label = members.text("$Name")
                attributes = {} if label is None else {"Name": self._terms.local(label)}
        members.done()
        return self._source.element(name[1:], node, attributes, (*children, *self.of(value)))

    def _record(self, node: JsonNode, value: dict[str, JsonNode], expected: Expected) -> XmlElement:
        Members(self._source, value, "a record").done()
        annotations = self.by_owner(value, is_named)
        attributes: dict[str, str] = {}
        for name in ("@type", "@odata.type"):
            if name in value:
                text = self._source.text(value[name], name)
                if text is not None:
                    attributes["Type"] = text.rpartition("#")[2]
        properties = self._properties(value, annotations, expected)
        children = (*annotations.get("", ()), *properties)
        return self._source.element("Record", node, attributes, children)

    def _properties(
        self,
        value: dict[str, JsonNode],
        annotations: Mapping[str, tuple[XmlElement, ...]],
        expected: Expected,
    ) -> Iterator[XmlElement]:
        for name, node in value.items():
            if name[:1] == "$" or "@" in name:
                continue
            inside = self.expression(node, self._terms.expected_of(expected, name))
            children = (*annotations.get(name, ()), inside)
            yield self._source.element("PropertyValue", node, {"Property": name}, children)
