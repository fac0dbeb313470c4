"""What a schema demands, all at once: itself and its allOf, through references, as one list (JSON Schema, 10.2.1).

The list holds *parts*, schemas as they stand of which `allOf`, `oneOf`, `anyOf` and `$ref` are not looked at
again, and *choices*, alternatives of which one must hold. Null is taken out of both: it is a fact of the whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from edmund.frontends.notation.failures import NotationCode, failure
from edmund.frontends.notation.pointers import step
from edmund.frontends.notation.references import Library
from edmund.frontends.notation.source import APART, Node
from edmund.frontends.openapi.document import Version
from edmund.frontends.openapi.findings import Code, Findings

__all__ = [
    "RESTRICTIONS",
    "Choice",
    "Conjuncts",
    "Flattening",
    "Place",
    "SchemaCycle",
    "is_annotation",
    "kinds_said",
    "place_of",
    "said_at",
]

Place = tuple[str, str]
"""A file by name and a pointer into it: what a schema is known by."""

_ANNOTATIONS = frozenset(
    [
        "$anchor",
        "$comment",
        "$defs",
        "$dynamicAnchor",
        "$id",
        "$schema",
        "default",
        "definitions",
        "deprecated",
        "description",
        "discriminator",
        "example",
        "examples",
        "externalDocs",
        "nullable",
        "readOnly",
        "summary",
        "title",
        "writeOnly",
        "xml",
    ]
)
# Keywords that restrict values of a type that something else names.
RESTRICTIONS = _ANNOTATIONS | frozenset(
    [
        "contains",
        "dependentRequired",
        "dependentSchemas",
        "else",
        "if",
        "maxContains",
        "maxProperties",
        "minContains",
        "minProperties",
        "not",
        "propertyNames",
        "required",
        "then",
        "unevaluatedItems",
        "unevaluatedProperties",
    ]
)
_REFERENCES = ("$ref", "$dynamicRef", "$recursiveRef")
_COMPOSITIONS = ("allOf", "oneOf", "anyOf")
_COMPOSING = frozenset({*_REFERENCES, *_COMPOSITIONS})
_MOST_PARTS = 1000
_DEEPEST = 100


class SchemaCycle(Exception):
    """The schema at `node` is made of itself: no value is ever reached."""

    def __init__(self, node: Node) -> None:
        super().__init__(node)
        self.node = node


@dataclass(frozen=True, slots=True)
class Choice:
    """`oneOf` or `anyOf` of the schema at `node`; null alone is no variant."""

    node: Node
    keyword: str
    variants: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Conjuncts:
    """What the schema at `origin` demands; with `others` what those demand, too."""

    origin: Node
    parts: tuple[Node, ...]
    choices: tuple[Choice, ...]
    null: bool
    others: tuple[Place, ...] = ()


def place_of(node: Node) -> Place:
    """Where a schema is, for those that were put together, too."""
    return node.source.name, node.source.pointer(node.pointer)


def said_at(node: Node, keyword: str) -> Node | None:
    """The value of a keyword; None where there is none, or YAML's author left it empty."""
    found = node.get(keyword)
    return None if found is None or found.value is None else found


def kinds_said(node: Node) -> tuple[str, ...]:
    """The words of `type`, one or several; none when it is not there. YAML's null is the type of that name."""
    value = node.value
    if not isinstance(value, dict) or "type" not in value:
        return ()
    said = value["type"]
    return tuple(
        "null" if each is None else str(each)
        for each in (said if isinstance(said, list) else [said])
    )


def is_annotation(node: Node) -> bool:
    """Whether a schema without references lets every value pass."""
    value = node.value
    if not isinstance(value, dict):
        return value is True
    return all(key in _ANNOTATIONS or key[:2] == "x-" for key in value)


def _restricts_only(node: Node) -> bool:
    """Whether a schema makes no type of its own: it restricts what something else is."""
    value = node.value
    if not isinstance(value, dict):
        return value is True
    return all(key in RESTRICTIONS or key[:2] == "x-" for key in value)


@dataclass
class _Gathered:
    parts: list[Node] = field(default_factory=list)
    choices: list[Choice] = field(default_factory=list)


class Flattening:
    """Makes `Conjuncts` of schemas, remembered by node."""

    def __init__(self, library: Library, version: Version, findings: Findings) -> None:
        self._library = library
        self._version = version
        self._findings = findings
        self._known: dict[tuple[int, str], Conjuncts] = {}
        self._beside: dict[Place, Node] = {}

    def of(self, node: Node, *, without: Place | None = None) -> Conjuncts:
        """What the schema at `node` demands; not what the member of allOf at `without` does.

        Raises SchemaCycle, and EdmundError for references that lead nowhere.
        """
        key = (id(node.source), node.pointer)
        if without is None and key in self._known:
            return self._known[key]
        value = node.value
        if isinstance(value, dict) and _COMPOSING.isdisjoint(value):
            made = Conjuncts(node, (node,), (), _own_null(node) or _nullable(value))
            self._known[key] = made
            return made
        gathered = _Gathered()
        null = self._gather(node, gathered, (), without)
        made = Conjuncts(node, tuple(gathered.parts), tuple(gathered.choices), null)
        if without is None:
            self._known[key] = made
        return made

    def joined(self, origin: Node, *others: Node) -> Conjuncts:
        """What several schemas demand together; the type that comes of it stands where `origin` does."""
        first = self.of(origin)
        rest = [self.of(each) for each in others]
        all_ = (first, *rest)
        return Conjuncts(
            origin,
            tuple(part for each in all_ for part in each.parts),
            tuple(choice for each in all_ for choice in each.choices),
            all(each.null for each in all_),
            tuple(place_of(each) for each in others),
        )

    # References

    def target(self, node: Node) -> Node | None:
        """What the reference of `node` leads to, at last; None when it has none. Raises EdmundError."""
        value = node.value
        if not isinstance(value, dict):
            return None
        if isinstance(value.get("$ref"), str):
            return self._library.resolve(self._library.target(node))
        for keyword in ("$dynamicRef", "$recursiveRef"):
            text = value.get(keyword)
            if isinstance(text, str) and self._version.is_json_schema:
                # Without the dynamic scope of an evaluation this is what the reference means in its own file.
                return self._library.resolve(self._library.find(node.at(keyword)))
        return None

    def mapped(self, reference: Node) -> Node:
        """What the text of `reference` leads to, which is no `$ref`. Raises EdmundError."""
        return self._library.resolve(self._library.find(reference))

    def siblings(self, node: Node) -> Node:
        """What stands beside the reference of `node` and counts: since 3.1 all of it, before that annotations."""
        known = self._beside.get(place_of(node))
        if known is not None:
            return known
        value = node.value
        assert isinstance(value, dict)
        beside = {key: each for key, each in value.items() if key not in _REFERENCES}
        if not self._version.is_json_schema:
            beside = {
                key: each for key, each in beside.items() if key in _ANNOTATIONS or key[:2] == "x-"
            }
        moved = {step("", key): node.source.pointer(step(node.pointer, key)) for key in beside}
        moved[""] = f"{node.source.pointer(node.pointer)}{APART}beside"
        made = self._library.derived(node.source, beside, moved).root
        self._beside[place_of(node)] = made
        return made

    def direct_targets(self, node: Node) -> tuple[Node, ...]:
        """What the references lead to that are members of the schema's own allOf, or stand beside its keywords."""
        found = []
        own = self.target(node)
        if own is not None and not is_annotation(self.siblings(node)):
            found.append(own)
        nested = node.get("allOf")
        for member in nested.items() if nested is not None else ():
            target = self.target(member)
            if target is not None:
                found.append(target)
        return tuple(found)

    # Gathering

    def _gather(
        self, node: Node, into: _Gathered, above: tuple[Place, ...], without: Place | None
    ) -> bool:
        """Add what `node` demands; tells whether null satisfies it."""
        place = place_of(node)
        value = node.value
        if place in above:
            raise SchemaCycle(node)
        if len(above) > _DEEPEST or len(into.parts) > _MOST_PARTS:
            message = "the schema is made of more than can be followed"
            raise failure(NotationCode.LIMIT, message, node.span)
        if not isinstance(value, dict):
            return self._boolean(node)
        target = self.target(node)
        if target is None:
            return self._plain(node, into, (*above, place), without)
        beside = self.siblings(node)
        null = True
        if place_of(target) != without:
            null = self._gather(target, into, (*above, place), None)
        if beside.value:
            if beside.said("nullable") is True:
                message = (
                    "'nullable' beside a reference is honoured, though 3.0 says that it is not"
                )
                self._findings.warning(Code.NULLABLE, message, node)
                null = True
            elif is_annotation(beside):
                into.parts.append(beside)
            else:
                null = self._plain(beside, into, (*above, place), without) and null
        return null

    def _boolean(self, node: Node) -> bool:
        if node.value is False:
            self._findings.warning(Code.NO_VALUE, "no value satisfies this schema", node)
        elif node.value is not True:
            self._findings.error(Code.SHAPE, "a schema is an object", node)
        return True

    def _plain(
        self, node: Node, into: _Gathered, above: tuple[Place, ...], without: Place | None
    ) -> bool:
        null = _own_null(node)
        value = node.value
        assert isinstance(value, dict)
        said = _nullable(value)
        into.parts.append(node)
        nested = said_at(node, "allOf")
        if nested is not None and not isinstance(nested.value, list):
            self._findings.error(Code.SHAPE, "'allOf' is an array", nested)
        for member in nested.items() if nested is not None else ():
            target = self.target(member) if without is not None else None
            if target is not None and place_of(target) == without:
                continue
            taken = self._gather(member, into, above, None)
            null = null and taken
        for keyword in ("oneOf", "anyOf"):
            choice, taken = self._choice(node, keyword)
            if choice is not None:
                into.choices.append(choice)
            null = null and taken
        # `nullable` beside an allOf of one reference is how nullable references are written.
        return null or said

    def _choice(self, node: Node, keyword: str) -> tuple[Choice | None, bool]:
        nested = said_at(node, keyword)
        if nested is None:
            return None, True
        if not isinstance(nested.value, list) or not nested.value:
            self._findings.error(Code.SHAPE, f"'{keyword}' is an array of schemas", nested)
            return None, True
        variants = tuple(each for each in nested.items() if not _is_null(each))
        null = len(variants) < len(nested.value)
        if all(_restricts_only(variant) for variant in variants):
            return None, True
        if all(self.descends(variant, place_of(node)) for variant in variants):
            return None, True  # the variants are derived types, and say so themselves
        return Choice(node, keyword, variants), null

    def descends(self, node: Node, base: Place, depth: int = 0) -> bool:
        """Whether a schema has the one at `base` among its allOf, or an heir of it."""
        if depth > 20:
            return False
        target = self.target(node) or node
        for each in self.direct_targets(target):
            if place_of(each) == base or self.descends(each, base, depth + 1):
                return True
        return False


def _nullable(value: Mapping[str, object]) -> bool:
    """Whether a schema says of itself that null is a value, as before 3.1."""
    return value.get("nullable") is True or value.get("x-nullable") is True


def _own_null(node: Node) -> bool:
    """Whether the keywords of `node` itself let null pass; without any that speak of types they do."""
    value = node.value
    assert isinstance(value, dict)
    if "const" in value:
        return value["const"] is None
    if isinstance(value.get("enum"), list):
        return None in value["enum"]
    kinds = kinds_said(node)
    if kinds:
        return "null" in kinds
    return all(key in RESTRICTIONS or key in _COMPOSITIONS or key[:2] == "x-" for key in value)


def _is_null(node: Node) -> bool:
    """Whether null is the only value."""
    value = node.value
    if not isinstance(value, dict):
        return False
    if kinds_said(node) == ("null",) or value.get("enum") == [None]:
        return True
    return "const" in value and value["const"] is None
