"""What texts are in annotations with terms of OASIS's vocabularies: paths, and members of enumerations.

CSDL JSON writes them as plain strings (CSDL JSON 4.01, sections 14.3 and 14.4.1). Only these vocabularies
are known without their files; for other terms a document says it itself, by the type of its own term or
by `{"$PropertyPath": ...}`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from edmund.csdl.document import Document
from edmund.csdl.expression import ConstantKind, PathKind
from edmund.csdl.json.scanner import JsonNode

__all__ = ["NOTHING", "Expected", "Terms"]


class Expected(NamedTuple):
    """`kind` names the constant or path that a text is, or, with a dot, the enumeration whose members
    it names; `namespace` is the vocabulary that properties of records are looked up in."""

    kind: str | None = None
    namespace: str | None = None


NOTHING = Expected()

_CAPABILITIES = "Org.OData.Capabilities.V1"
_CORE = "Org.OData.Core.V1"
_VALIDATION = "Org.OData.Validation.V1"
_PROPERTY = PathKind.PROPERTY_PATH.value
_NAVIGATION = PathKind.NAVIGATION_PROPERTY_PATH.value

_TERMS: Mapping[str, str] = {
    f"{_CAPABILITIES}.ConformanceLevel": f"{_CAPABILITIES}.ConformanceLevelType",
    f"{_CAPABILITIES}.IsolationSupported": f"{_CAPABILITIES}.IsolationLevel",
    f"{_CORE}.Permissions": f"{_CORE}.Permission",
    f"{_CORE}.OptimisticConcurrency": _PROPERTY,
    f"{_VALIDATION}.MultipleOf": ConstantKind.DECIMAL.value,
}
_PROPERTIES: Mapping[tuple[str, str], str] = {
    **{
        (_CAPABILITIES, name): _PROPERTY
        for name in (
            "AscendingOnlyProperties",
            "CollectionProperty",
            "DescendingOnlyProperties",
            "FilterableProperties",
            "NonCountableProperties",
            "NonExpandableStreamProperties",
            "NonFilterableProperties",
            "NonInsertableProperties",
            "NonSortableProperties",
            "NonUpdatableProperties",
            "Property",
            "RequiredProperties",
        )
    },
    **{
        (_CAPABILITIES, name): _NAVIGATION
        for name in (
            "ExpandableProperties",
            "NavigationProperty",
            "NonCountableNavigationProperties",
            "NonDeletableNavigationProperties",
            "NonExpandableProperties",
            "NonInsertableNavigationProperties",
            "NonUpdatableNavigationProperties",
        )
    },
    (_CAPABILITIES, "Navigability"): f"{_CAPABILITIES}.NavigationType",
    (_CAPABILITIES, "UnsupportedExpressions"): f"{_CAPABILITIES}.SearchExpressions",
    (_CAPABILITIES, "UpdateMethod"): f"{_CAPABILITIES}.HttpMethod",
    (_CORE, "Kind"): f"{_CORE}.RevisionKind",
    (_CORE, "Name"): _PROPERTY,
    (_CORE, "failedOperation"): f"{_CORE}.DataModificationOperationKind",
    (_VALIDATION, "path"): _NAVIGATION,
    (_VALIDATION, "target"): _NAVIGATION,
    ("Org.OData.Authorization.V1", "Location"): "Org.OData.Authorization.V1.KeyLocation",
}
# Types of a document's own terms whose values are texts in JSON and no strings.
_TEXTS = frozenset(
    {kind.value for kind in PathKind}
    | {"Binary", "Date", "DateTimeOffset", "Decimal", "Duration", "Guid", "TimeOfDay"}
)


class Terms:
    """The terms that a document may use, by the names that it has for them."""

    def __init__(self, aliases: Mapping[str, str], own: Iterable[tuple[str, str]]) -> None:
        self._namespaces = dict(aliases)
        self._aliases = {namespace: alias for alias, namespace in aliases.items()}
        self._own = {
            term: kind
            for term, type_name in own
            if (kind := _plain(type_name).removeprefix("Edm.")) in _TEXTS
        }

    @classmethod
    def of_document(cls, top: Mapping[str, JsonNode]) -> Terms:
        """From a CSDL JSON document, whatever its shape."""
        return cls(dict(_json_aliases(top)), _json_terms(top))

    @classmethod
    def of(cls, document: Document) -> Terms:
        """From a Document; the same as from the JSON that is written of it."""
        aliases: dict[str, str] = {}
        for reference in document.references:
            for include in reference.includes:
                if include.alias is not None:
                    aliases[include.alias] = include.namespace
        own: list[tuple[str, str]] = []
        for schema in document.schemas:
            if schema.alias is not None:
                aliases[schema.alias] = schema.namespace
            own += [(f"{schema.namespace}.{term.name}", term.type) for term in schema.terms]
        return cls(aliases, own)

    def expected(self, term: str) -> Expected:
        """What the value of `term`, as spelled, is."""
        prefix, _, name = term.rpartition(".")
        namespace = self._namespaces.get(prefix, prefix)
        full = f"{namespace}.{name}"
        kind = self._own.get(full) or _TERMS.get(full)
        return Expected(self._spelled(kind), namespace)

    def expected_of(self, outer: Expected, name: str) -> Expected:
        """What the property `name` of a record is, where `outer` is what the record is expected as."""
        if outer.namespace is None:
            return NOTHING
        kind = _PROPERTIES.get((outer.namespace, name))
        return Expected(self._spelled(kind), outer.namespace)

    @staticmethod
    def local(label: str) -> str:
        """The name of a labeled element without the namespace or alias that JSON has before it."""
        return label.rpartition(".")[2]

    def _spelled(self, kind: str | None) -> str | None:
        """An enumeration by the alias that the document has for its namespace."""
        if kind is None or "." not in kind:
            return kind
        namespace, _, name = kind.rpartition(".")
        return f"{self._aliases.get(namespace, namespace)}.{name}"


def _plain(type_name: str) -> str:
    return type_name.removeprefix("Collection(").removesuffix(")")


def _inside(node: JsonNode | None) -> Mapping[str, JsonNode]:
    return node.value if node is not None and isinstance(node.value, dict) else {}


def _text(node: JsonNode | None) -> str | None:
    return node.value if node is not None and isinstance(node.value, str) else None


def _json_aliases(top: Mapping[str, JsonNode]) -> Iterator[tuple[str, str]]:
    for reference in _inside(top.get("$Reference")).values():
        includes = _inside(reference).get("$Include")
        if includes is None or not isinstance(includes.value, list):
            continue
        for include in includes.value:
            members = _inside(include)
            alias, namespace = _text(members.get("$Alias")), _text(members.get("$Namespace"))
            if alias is not None and namespace is not None:
                yield alias, namespace
    for namespace, schema in top.items():
        alias = _text(_inside(schema).get("$Alias"))
        if alias is not None and namespace[:1] != "$":
            yield alias, namespace


def _json_terms(top: Mapping[str, JsonNode]) -> Iterator[tuple[str, str]]:
    for namespace, schema in top.items():
        if namespace[:1] == "$":
            continue
        for name, node in _inside(schema).items():
            members = _inside(node)
            if _text(members.get("$Kind")) == "Term":
                yield f"{namespace}.{name}", _text(members.get("$Type")) or "Edm.String"
