"""JSON Schema documents read from bytes, and the schemas in them found by what users call them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span, raise_on_errors
from edmund.frontends.json_schema.dialects import DIALECTS_BY_URI, DRAFT_2020_12
from edmund.frontends.json_schema.documents import Document, Documents
from edmund.frontends.json_schema.locations import Location
from edmund.suggestions import did_you_mean, near_names
from edmund.validation.json_text import NotJson, find_duplicates, parse_json
from edmund.validation.places import places

__all__ = ["JsonSchemas", "find_schema", "is_json_schema", "load_schemas"]

# What documents of other kinds have at their root.
_OTHERS = frozenset({"$Version", "openapi", "swagger", "arazzo"})
_KEYWORDS = frozenset(
    {"$schema", "$id", "id", "$anchor", "$comment", "title", "description"}
).union(*(dialect.keywords for dialect in DIALECTS_BY_URI.values()))
_DEFINITIONS = ("$defs", "definitions")


@dataclass(frozen=True, slots=True)
class JsonSchemas:
    """Documents that were read together; `root` is the first one."""

    documents: Documents
    root: Location


def is_json_schema(data: bytes) -> bool:
    """Whether a text is JSON that may be a JSON Schema, and is of no other kind that is known."""
    if data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] not in {b"{", b"t", b"f"}:
        return False
    try:
        contents = parse_json(data)
    except NotJson:
        return False
    if isinstance(contents, dict):
        return not (contents.keys() & _OTHERS) and (
            not contents or bool(contents.keys() & _KEYWORDS)
        )
    return isinstance(contents, bool)


def load_schemas(sources: Sequence[tuple[str, bytes]]) -> JsonSchemas:
    """Read documents, each a name (as messages call it) and JSON; the first one is the root.

    They refer to each other by `$id`, or by their names as relative paths. Raises EdmundError for what is not
    JSON, and for identifiers that are wrong.
    """
    found: list[Diagnostic] = []
    documents = []
    for name, data in sources:
        try:
            documents.append(_document(name, data, found))
        except NotJson as error:
            place = Span(name, error.line, error.column)
            found.append(Diagnostic("EDM106", Severity.ERROR, str(error), place))
    raise_on_errors(found)
    registry = Documents(documents)
    raise_on_errors(registry.diagnostics)
    return JsonSchemas(registry, Location(documents[0].uri))


def _document(name: str, data: bytes, found: list[Diagnostic]) -> Document:
    text = data.decode("utf-8-sig", "replace")
    contents = parse_json(data)

    def place(pointer: str) -> Span:
        return Span(name, *places(text, {pointer})[pointer])

    for twice in find_duplicates(contents):
        message = "the object has this member twice"
        found.append(Diagnostic("EDM107", Severity.ERROR, message, place(twice.pointer)))
    uri = "file:///" + quote(name.replace("\\", "/").lstrip("/"))
    return Document(uri, contents, DRAFT_2020_12, place=place)


def find_schema(schemas: JsonSchemas, name: str) -> Location:
    """The schema that `name` means: `#` for the root, a pointer or an anchor after `#`, or a URI.

    Raises EdmundError (EDM767) when there is none.
    """
    resource = schemas.documents.resource_of(schemas.root)
    found = schemas.documents.resolve(resource.uri, name) if "#" in name or ":" in name else None
    if found is not None:
        return found
    known = _definitions(schemas)
    near = known.get(name) or next(
        (known[each] for each in near_names(name.rpartition("/")[2], known, 1)), None
    )
    message = f"there is no schema '{name}'"
    hint = did_you_mean((near,)) if near else "'#' is the document itself"
    raise EdmundError((Diagnostic("EDM767", Severity.ERROR, message, None, hint),))


def _definitions(schemas: JsonSchemas) -> Mapping[str, str]:
    """What the root document defines, by name: the references to it."""
    contents = schemas.documents.at(schemas.root)[1]
    found: dict[str, str] = {}
    for keyword in _DEFINITIONS:
        defined = contents.get(keyword) if isinstance(contents, dict) else None
        if isinstance(defined, dict):
            found |= {name: f"#{Location('').below(keyword, name).pointer}" for name in defined}
    return found
