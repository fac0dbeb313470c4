"""Members of JSON objects as attributes of CSDL elements. A wrong shape is a finding, and then is not there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from edmund.csdl.attributes import suggest
from edmund.csdl.children import EDM
from edmund.csdl.findings import Code, Findings
from edmund.csdl.json.scanner import JsonNode, JsonNumber, Places
from edmund.csdl.parser import XmlElement
from edmund.diagnostics import Span

__all__ = [
    "FACETS",
    "Members",
    "Source",
    "annotated",
    "attribute_text",
    "edm",
    "typed_attributes",
]

FACETS: Mapping[str, str] = {
    "$MaxLength": "MaxLength",
    "$Precision": "Precision",
    "$Scale": "Scale",
    "$Unicode": "Unicode",
    "$SRID": "SRID",
}
"""Facets as attributes (CSDL JSON 4.01, section 7.2)."""


class Source:
    """What reading one document shares: places and findings."""

    def __init__(self, places: Places, findings: Findings) -> None:
        self.findings = findings
        self._places = places

    def span(self, node: JsonNode) -> Span:
        """Where a member's name or, in an array, the value begins."""
        return self._places.span(node.at if node.name_at < 0 else node.name_at)

    def wrong(self, node: JsonNode, what: str, wanted: str) -> None:
        self.findings.error(
            Code.SHAPE,
            f"{what} must be {wanted}, not {_kind(node)}",
            self.span(node),
        )

    def object(self, node: JsonNode, what: str) -> dict[str, JsonNode] | None:
        if isinstance(node.value, dict):
            return node.value
        self.wrong(node, what, "an object")
        return None

    def array(self, node: JsonNode, what: str) -> list[JsonNode] | None:
        if isinstance(node.value, list):
            return node.value
        self.wrong(node, what, "an array")
        return None

    def text(self, node: JsonNode, what: str) -> str | None:
        if isinstance(node.value, str) and not isinstance(node.value, JsonNumber):
            return node.value
        self.wrong(node, what, "a string")
        return None

    def truth(self, node: JsonNode, what: str) -> bool | None:
        if isinstance(node.value, bool):
            return node.value
        self.wrong(node, what, "true or false")
        return None

    def element(
        self,
        name: str,
        node: JsonNode,
        attributes: Mapping[str, str],
        children: tuple[XmlElement, ...] = (),
    ) -> XmlElement:
        return edm(name, attributes, children, self.span(node))


def edm(
    name: str,
    attributes: Mapping[str, str],
    children: tuple[XmlElement, ...],
    span: Span,
    text: str = "",
) -> XmlElement:
    """An element in CSDL's own namespace."""
    return XmlElement(EDM, name, attributes, children, text, span)


def _kind(node: JsonNode) -> str:
    value = node.value
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, JsonNumber):
        return "a number"
    if isinstance(value, str):
        return "a string"
    return "an array" if isinstance(value, list) else "an object"


def _is_own(name: str) -> bool:
    return name[:1] == "$" and "@" not in name


def attribute_text(source: Source, node: JsonNode, what: str) -> str | None:
    """The text of a string, a number, or true and false."""
    value = node.value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return str(value)
    source.wrong(node, what, "a string, a number, true or false")
    return None


class Members:
    """The `$` members of an object, each to be asked for; what nobody asked for is a warning (EDM122)."""

    def __init__(self, source: Source, members: Mapping[str, JsonNode], what: str) -> None:
        self._source = source
        self._what = what
        self._left = {name: node for name, node in members.items() if _is_own(name)}
        self._asked = {"$Kind"}

    def take(self, name: str) -> JsonNode | None:
        self._asked.add(name)
        return self._left.pop(name, None)

    def text(self, name: str) -> str | None:
        """The text of a scalar member, whatever its type: the readers of attributes judge it."""
        node = self.take(name)
        return None if node is None else attribute_text(self._source, node, self._named(name))

    def truth(self, name: str) -> bool | None:
        node = self.take(name)
        return None if node is None else self._source.truth(node, self._named(name))

    def items(self, name: str) -> list[JsonNode]:
        """What an array holds; nothing when it is not there."""
        node = self.take(name)
        return [] if node is None else self._source.array(node, self._named(name)) or []

    def pairs(self, name: str) -> dict[str, JsonNode]:
        """What an object holds; nothing when it is not there."""
        node = self.take(name)
        return {} if node is None else self._source.object(node, self._named(name)) or {}

    def attributes(self, wanted: Mapping[str, str]) -> dict[str, str]:
        """The members that are there, by the names of their attributes."""
        found: dict[str, str] = {}
        for name, attribute in wanted.items():
            text = self.text(name)
            if text is not None:
                found[attribute] = text
        return found

    def done(self) -> None:
        """Tell the members that nobody knows."""
        self._left.pop("$Kind", None)
        findings = self._source.findings
        for name, node in self._left.items():
            hint = suggest(name[:128], frozenset(self._asked)) if findings.has_room else None
            findings.warning(
                Code.UNKNOWN_ATTRIBUTE,
                f"{self._what} has no member '{name}'; it is ignored",
                self._source.span(node),
                hint=hint,
            )

    def _named(self, name: str) -> str:
        return f"{name} of {self._what}"


def typed_attributes(members: Members, *, nullable: bool = True) -> Iterator[tuple[str, str]]:
    """Type, Nullable and facets (sections 7.2 and 15.4), where JSON's defaults are others than XML's.

    Without `$Type` it is Edm.String; without `$Nullable` one value is not nullable; without `$Scale` a
    decimal has a variable one.
    """
    name = members.text("$Type") or "Edm.String"
    collection = members.truth("$Collection")
    yield "Type", f"Collection({name})" if collection else name
    if nullable:
        given = members.truth("$Nullable")
        if collection and given is not None:
            yield "Nullable", "true" if given else "false"
        elif not collection and not given:
            yield "Nullable", "false"
    facets = members.attributes(FACETS)
    if name == "Edm.Decimal":
        facets.setdefault("Scale", "variable")
    yield from facets.items()


def annotated(members: Mapping[str, JsonNode]) -> Iterator[tuple[str, str, JsonNode]]:
    """Each annotation: what it annotates (a member's name, "" for the object), its term, its value."""
    for key, node in members.items():
        owner, at, term = key.rpartition("@")
        if at:
            yield owner, term, node
