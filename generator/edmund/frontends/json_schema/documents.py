"""The documents that schemas may refer to, and where in them URIs and anchors lead.

Nothing is ever fetched: what is not among the documents given is not there. The meta-schemas of
json-schema.org are, from the package `jsonschema-specifications`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from edmund.diagnostics import Diagnostic, Severity, Span
from edmund.frontends.json_schema.dialects import (
    DIALECTS_BY_URI,
    DRAFT_2020_12,
    Dialect,
    Holds,
    restricted,
)
from edmund.frontends.json_schema.locations import Location, join, points_to, split_fragment

__all__ = ["MAX_NESTING", "Document", "Documents", "Resource"]

MAX_NESTING = 500
_META_SCHEMAS = ("https://json-schema.org/", "http://json-schema.org/")
# What 2019-09 has in place of dynamic anchors: one for each resource, without a name.
_RECURSIVE_ANCHOR = "$recursiveAnchor"


def _no_place(pointer: str) -> Span | None:
    return None


@dataclass(frozen=True)
class Document:
    """A parsed JSON (or YAML) document and the URI that it is known by.

    `schemas` are pointers to the schemas in it; the document itself is one unless said otherwise. `dialect` is
    that of schemas that do not name theirs. `place` gives the place in the source of what a pointer means.
    """

    uri: str
    contents: object
    dialect: Dialect = DRAFT_2020_12
    schemas: tuple[str, ...] = ("",)
    place: Callable[[str], Span | None] = _no_place


@dataclass(frozen=True)
class Resource:
    """A schema resource (JSON Schema 2020-12 Core, section 4.3.5): a schema with a URI of its own, and its anchors."""

    uri: str
    location: Location
    dialect: Dialect
    formats_asserted: bool = False
    anchors: dict[str, Location] = field(default_factory=dict)
    dynamic: dict[str, Location] = field(default_factory=dict)
    recursive: bool = False


class Documents:
    """A registry of documents. What is wrong with their identifiers is in `diagnostics`."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._documents: dict[str, Document] = {}
        self._resources: dict[str, Resource] = {}
        self._roots: dict[tuple[str, str], Resource] = {}
        self._waiting: dict[str, Document] = {}
        for document in documents:
            uri = split_fragment(document.uri)[0]
            self._documents[uri] = document
            self._waiting[uri] = document
        for uri in tuple(self._waiting):
            self._enter(uri)

    def place(self, location: Location) -> Span | None:
        """Where in a source a location is."""
        document = self._documents.get(location.document)
        return None if document is None else document.place(location.pointer)

    def at(self, location: Location) -> tuple[bool, object]:
        """Whether there is something at a location, and what."""
        document = self._documents.get(location.document)
        return (False, None) if document is None else points_to(document.contents, location.pointer)

    def resource_of(self, location: Location) -> Resource:
        """The schema resource that a location is part of: of the nearest identifier around it."""
        pointer = location.pointer
        while True:
            found = self._roots.get((location.document, pointer))
            if found is not None:
                return found
            pointer = pointer.rpartition("/")[0]

    def resource(self, uri: str) -> Resource | None:
        """The schema resource with this URI."""
        plain = split_fragment(uri)[0]
        if plain not in self._resources:
            self._enter(plain)
        return self._resources.get(plain)

    def resolve(self, base: str, reference: str) -> Location | None:
        """The place that a reference means where `base` is the base URI; None when there is none."""
        uri, fragment = split_fragment(join(base, reference))
        resource = self.resource(uri)
        if resource is None:
            return None
        if fragment and not fragment.startswith("/"):
            return resource.anchors.get(fragment)
        location = Location(resource.location.document, resource.location.pointer + fragment)
        return location if self.at(location)[0] else None

    def _enter(self, uri: str) -> None:
        """Read the identifiers of a document of this URI, if there is one and they are not known yet."""
        document = self._waiting.pop(uri, None)
        if document is None:
            contents = _meta_schema(uri)
            if contents is None or uri in self._documents:
                return
            document = Document(uri, contents)
            self._documents[uri] = document
        start = Resource(uri, Location(uri), document.dialect)
        self._resources.setdefault(uri, start)
        self._roots[uri, ""] = start
        for pointer in document.schemas:
            found, contents = points_to(document.contents, pointer)
            if found:
                self._scan(contents, Location(uri, pointer), start)

    def _scan(self, contents: object, location: Location, resource: Resource) -> None:
        """Find the resources and anchors in a schema and below it."""
        waiting = [(contents, location, resource, 0)]
        while waiting:
            schema, place, around, depth = waiting.pop()
            if not isinstance(schema, dict):
                continue
            if depth > MAX_NESTING:
                self._report("EDM760", f"schemas nest more than {MAX_NESTING} deep", place)
                return
            own = self._identified(schema, place, around)
            self._find_anchors(schema, place, own)
            waiting.extend(
                (child, at, own, depth + 1) for child, at in _children(schema, place, own.dialect)
            )

    def _identified(self, schema: dict[str, object], place: Location, around: Resource) -> Resource:
        """The resource that a schema is, if it identifies itself, else the one around it."""
        is_root = not place.pointer
        dialect, asserted = around.dialect, around.formats_asserted
        if is_root or isinstance(_identifier(schema, around.dialect), str):
            dialect, asserted = self._dialect_of(schema, place, around)
        identifier = _identifier(schema, dialect)
        if dialect.reference_alone and "$ref" in schema and not is_root:
            identifier = None
        uri = around.uri
        if isinstance(identifier, str) and not identifier.startswith("#"):
            joined, fragment = split_fragment(join(around.uri, identifier))
            if fragment:
                self._report(
                    "EDM761", "the identifier of a schema has a fragment", place.below("$id")
                )
            uri = joined
        elif not is_root:
            return around
        own = Resource(
            uri, place, dialect, asserted, recursive=schema.get(_RECURSIVE_ANCHOR) is True
        )
        known = self._resources.get(uri)
        if (
            known is not None
            and known.location != place
            and known.location.document in self._documents
        ):
            if self.at(known.location)[1] != schema:
                self._report("EDM761", "two schemas have one identifier", place)
        else:
            self._resources[uri] = own
        self._roots[place.document, place.pointer] = own
        if is_root:
            # The document is also known by the URI that it was given under.
            self._resources[place.document] = own
        return own

    def _find_anchors(self, schema: dict[str, object], place: Location, own: Resource) -> None:
        if own.dialect.reference_alone:
            identifier = _identifier(schema, own.dialect)
            if isinstance(identifier, str) and identifier.startswith("#") and len(identifier) > 1:
                self._anchor(own, identifier[1:], place)
        for keyword in sorted(own.dialect.anchors):
            name = schema.get(keyword)
            if isinstance(name, str):
                self._anchor(own, name, place)
                if keyword == "$dynamicAnchor":
                    own.dynamic[name] = place

    def _anchor(self, own: Resource, name: str, place: Location) -> None:
        if own.anchors.setdefault(name, place) != place:
            self._report("EDM761", f"the anchor '{name}' is there twice", place)

    def _dialect_of(
        self, schema: dict[str, object], place: Location, around: Resource
    ) -> tuple[Dialect, bool]:
        """The dialect that `$schema` names, and whether it makes formats assertions."""
        named = schema.get("$schema")
        if not isinstance(named, str) or around.dialect.id_keyword is None:
            return around.dialect, around.formats_asserted
        uri = split_fragment(named)[0]
        if uri in DIALECTS_BY_URI:
            return DIALECTS_BY_URI[uri], False
        meta = None if uri == place.document else self.resource(uri)
        if meta is None:
            message = f"the dialect '{named}' is not known"
            self._report("EDM762", message, place.below("$schema"))
            return around.dialect, around.formats_asserted
        vocabularies = self.at(meta.location.below("$vocabulary"))[1]
        if not isinstance(vocabularies, dict):
            return meta.dialect, meta.formats_asserted
        dialect, unknown = restricted(meta.dialect, vocabularies)
        for vocabulary in unknown:
            message = f"the dialect requires the vocabulary '{vocabulary}', which is not known"
            self._report("EDM762", message, place.below("$schema"))
        return dialect, any(each.endswith("/format-assertion") for each in vocabularies)

    def _report(self, code: str, message: str, location: Location) -> None:
        self.diagnostics.append(Diagnostic(code, Severity.ERROR, message, self.place(location)))


def _identifier(schema: dict[str, object], dialect: Dialect) -> object:
    return None if dialect.id_keyword is None else schema.get(dialect.id_keyword)


def _children(
    schema: dict[str, object], place: Location, dialect: Dialect
) -> Iterator[tuple[object, Location]]:
    """The schemas directly below a schema."""
    for keyword, value in schema.items():
        holds = dialect.subschemas.get(keyword)
        if holds is None:
            continue
        if isinstance(value, dict) and holds is Holds.MAP:
            for name, child in value.items():
                yield child, place.below(keyword, name)
        elif isinstance(value, list):
            for index, child in enumerate(value):
                yield child, place.below(keyword, index)
        else:
            yield value, place.below(keyword)


def _meta_schema(uri: str) -> object | None:
    if not uri.startswith(_META_SCHEMAS):
        return None
    from jsonschema_specifications import REGISTRY  # type: ignore[import-untyped]

    if uri not in REGISTRY:
        return None
    contents: object = REGISTRY.contents(uri)
    return contents
