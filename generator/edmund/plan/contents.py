"""What becomes of a body: the form that a value is written and read in, decided by its media type and type."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from edmund.surface.exchange import Content
from edmund.surface.lineage import Lineage
from edmund.surface.media_types import base_name, is_json, is_range, is_text
from edmund.surface.types import (
    AnyJson,
    ListOf,
    Literal,
    Named,
    Nullable,
    Primitive,
    Type,
    UnionType,
)

__all__ = [
    "BYTES_TYPE",
    "TEXT_TYPE",
    "ContentForm",
    "EventPayload",
    "PlannedContent",
    "content_of",
    "is_bytes",
    "is_scalar",
    "preferred",
]

TEXT_TYPE = Primitive("Edm.String")
BYTES_TYPE = Primitive("Edm.Stream")


class ContentForm(Enum):
    """How a body is written and read.

    JSON_LINES has a JSON value a line, JSON_SEQUENCE one behind each record separator (RFC 7464), EVENTS are those
    of `text/event-stream` (HTML, section 9.2). BYTES are sent and received as they are.
    """

    JSON = "json"
    TEXT = "text"
    FORM = "form"
    MULTIPART = "multipart"
    BYTES = "bytes"
    JSON_LINES = "json lines"
    JSON_SEQUENCE = "json sequence"
    EVENTS = "events"

    @property
    def is_stream(self) -> bool:
        """Whether values follow each other, to be iterated over."""
        return self in (ContentForm.JSON_LINES, ContentForm.JSON_SEQUENCE, ContentForm.EVENTS)


class EventPayload(Enum):
    """What one event gives: the text of its data, its data read as JSON, or an object with all of its fields.

    The object has `data`, and `event`, `id` and `retry` where the event has them (OpenAPI 3.2.0, section 4.14.4).
    """

    TEXT = "text"
    JSON = "json"
    FIELDS = "fields"


@dataclass(frozen=True, slots=True)
class PlannedContent:
    """A body of one media type. `media_type` may be a range in an answer; what is sent is never one.

    `type` is what the value is, for streams what each value is; for BYTES it is Edm.Stream. `payload` is set for
    EVENTS.
    """

    form: ContentForm
    media_type: str
    type: Type
    payload: EventPayload | None = None


_LINES = frozenset(
    {
        "application/jsonl",
        "application/jsonlines",
        "application/ndjson",
        "application/x-jsonlines",
        "application/x-jsonl",
        "application/x-ndjson",
        "application/x-json-stream",
    }
)
_SEQUENCE = "application/json-seq"
_EVENTS = "text/event-stream"
_URL_ENCODED = "application/x-www-form-urlencoded"


def content_of(content: Content, lineage: Lineage, *, is_sent: bool) -> PlannedContent:
    """The form of a body and the type of its value."""
    name = base_name(content.media_type)
    type_ = content.type
    media_type = _concrete(content) if is_sent else content.media_type
    if name == _EVENTS:
        item, payload = _event(content, lineage)
        return PlannedContent(ContentForm.EVENTS, media_type, item, payload)
    sequence = _sequence(name, has_items=content.item is not None)
    if sequence is not None:
        return PlannedContent(sequence, media_type, content.item or type_ or AnyJson())
    if is_json(name) and not (is_range(name) and _is_unknown(content)):
        if type_ is None:
            type_ = AnyJson() if content.item is None else ListOf(content.item)
        return PlannedContent(ContentForm.JSON, media_type, type_)
    if is_sent and name == _URL_ENCODED:
        return PlannedContent(ContentForm.FORM, media_type, type_ or AnyJson())
    if is_sent and name.startswith("multipart/"):
        return PlannedContent(ContentForm.MULTIPART, media_type, type_ or AnyJson())
    if (name.startswith("text/") or name == _URL_ENCODED) and not is_bytes(type_):
        is_plain = type_ is not None and is_scalar(type_, lineage)
        value = type_ if is_plain and type_ is not None else TEXT_TYPE
        return PlannedContent(ContentForm.TEXT, media_type, value)
    return PlannedContent(ContentForm.BYTES, media_type, BYTES_TYPE)


def preferred(contents: Sequence[PlannedContent]) -> tuple[PlannedContent, ...]:
    """The contents with the one first that is meant where nobody says which.

    `application/json`, then JSON of other media types, then forms, then what is first in the description;
    streams come last, since who wants one says so.
    """
    return tuple(sorted(contents, key=_rank))


def is_scalar(type_: Type, lineage: Lineage) -> bool:
    """Whether values are written as text without parts: primitives, enumerations, literals, unions of such."""
    plain = type_.type if isinstance(type_, Nullable) else type_
    if isinstance(plain, Named):
        found = lineage.types.by_name.get(plain.name)
        if isinstance(found, UnionType):
            return all(is_scalar(each, lineage) for each in found.variants if each != plain)
        return lineage.types.enumeration(plain.name) is not None
    return isinstance(plain, Primitive | Literal)


def is_bytes(type_: Type | None) -> bool:
    """Whether a value is a file or other bytes, which no text is made of."""
    plain = type_.type if isinstance(type_, Nullable) else type_
    return isinstance(plain, Primitive) and plain.name == "Edm.Stream"


def _rank(content: PlannedContent) -> int:
    if content.form is ContentForm.JSON:
        return 0 if base_name(content.media_type) == "application/json" else 1
    if content.form in (ContentForm.FORM, ContentForm.MULTIPART):
        return 2
    return 4 if content.form.is_stream else 3


def _concrete(content: Content) -> str:
    """What is sent for a range of media types where the caller says no more."""
    name = base_name(content.media_type)
    if not is_range(name):
        return content.media_type
    if is_json(name) and not _is_unknown(content):
        return "application/json"
    return "text/plain" if is_text(name) else "application/octet-stream"


def _is_unknown(content: Content) -> bool:
    """Whether nothing is said of a body but that it consists of bytes."""
    return is_bytes(content.type) or (content.type is None and content.item is None)


def _sequence(name: str, *, has_items: bool) -> ContentForm | None:
    if name in _LINES:
        return ContentForm.JSON_LINES
    if name == _SEQUENCE or name.endswith("+json-seq"):
        return ContentForm.JSON_SEQUENCE
    return ContentForm.JSON_LINES if has_items and name.endswith("+jsonl") else None


def _event(content: Content, lineage: Lineage) -> tuple[Type, EventPayload]:
    """What an event gives: `itemSchema` describes its fields, an older description's `schema` its data."""
    item = content.item
    if isinstance(item, Named) and "data" in lineage.members(item.name):
        return item, EventPayload.FIELDS
    type_ = item or content.type
    if type_ is None or type_ == TEXT_TYPE or _is_text(type_) or is_bytes(type_):
        return TEXT_TYPE, EventPayload.TEXT
    return type_, EventPayload.JSON


def _is_text(type_: Type) -> bool:
    plain = type_.type if isinstance(type_, Nullable) else type_
    return isinstance(plain, Primitive) and plain.name == "Edm.String"
