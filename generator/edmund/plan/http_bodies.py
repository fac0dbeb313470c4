"""The body of a request: the media types that it may have, and what becomes of each part of a form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from edmund.plan.contents import (
    ContentForm,
    PlannedContent,
    content_of,
    is_bytes,
    is_scalar,
    preferred,
)
from edmund.surface.exchange import AnswerHeader, Content, HttpCall, Part, Style
from edmund.surface.lineage import Lineage
from edmund.surface.media_types import is_json, is_range
from edmund.surface.types import AnyJson, ListOf, MapOf, Named, Nullable, Type

__all__ = ["PartForm", "PlannedBody", "PlannedPart", "planned_bodies"]


class PartForm(Enum):
    """How one member of a form is written.

    STYLE writes it as a query parameter of its style (in multipart: the text behind the name), TEXT as the text of
    a scalar, JSON as JSON, BYTES as a file. A list is a part for each item unless a style or JSON takes it whole.
    """

    STYLE = "style"
    TEXT = "text"
    JSON = "json"
    BYTES = "bytes"


@dataclass(frozen=True, slots=True)
class PlannedPart:
    """One member of a form; `type` is that of one part, which `repeats` for each item of a list.

    `media_type` is that of the part (multipart alone); None is left to what is sent, which is so for files that
    may be of several.
    """

    name: str
    form: PartForm
    type: Type
    repeats: bool = False
    required: bool = False
    media_type: str | None = None
    style: Style = Style.FORM
    explode: bool = True
    headers: tuple[AnswerHeader, ...] = ()
    allow_reserved: bool = False


@dataclass(frozen=True, slots=True)
class PlannedBody:
    """A body of one media type, which a caller may name by `media_type`.

    `is_of_caller`: the description has a range in its place, and who sends may say which it is. `parts` are those
    of a form's members that are known; others are written as `other_parts` says.
    """

    content: PlannedContent
    is_of_caller: bool = False
    parts: tuple[PlannedPart, ...] = ()
    other_parts: PlannedPart | None = None

    @property
    def form(self) -> ContentForm:
        return self.content.form

    @property
    def media_type(self) -> str:
        return self.content.media_type

    @property
    def type(self) -> Type:
        return self.content.type


def planned_bodies(http: HttpCall, lineage: Lineage) -> tuple[PlannedBody, ...]:
    """The bodies that the call takes, first the one that is meant where its caller names no media type."""
    if http.content is None:
        return ()
    by_media_type: dict[str, PlannedBody] = {}
    for content in http.content.contents:
        planned = content_of(content, lineage, is_sent=True)
        body = PlannedBody(planned, is_range(content.media_type))
        if planned.form in (ContentForm.FORM, ContentForm.MULTIPART):
            body = replace(
                body,
                parts=tuple(_parts(content, planned, lineage)),
                other_parts=_other(planned, lineage),
            )
        by_media_type.setdefault(planned.media_type, body)
    contents = preferred([each.content for each in by_media_type.values()])
    return tuple(by_media_type[content.media_type] for content in contents)


def _parts(content: Content, planned: PlannedContent, lineage: Lineage) -> Iterator[PlannedPart]:
    said = {part.property: part for part in content.parts}
    plain = planned.type.type if isinstance(planned.type, Nullable) else planned.type
    members: Mapping[str, object] = {}
    if isinstance(plain, Named):
        known = lineage.members(plain.name)
        members = known
        for member in known.values():
            part = said.get(member.name, Part(member.name))
            made = _part(part, member.type, planned.form, lineage)
            yield replace(made, required=member.required)
    for name, part in said.items():
        if name not in members:
            other = _value_of_others(plain, lineage)
            yield _part(part, other, planned.form, lineage)


def _other(planned: PlannedContent, lineage: Lineage) -> PlannedPart | None:
    plain = planned.type.type if isinstance(planned.type, Nullable) else planned.type
    return _part(Part(""), _value_of_others(plain, lineage), planned.form, lineage)


def _value_of_others(plain: Type, lineage: Lineage) -> Type:
    """The type of members that are not declared."""
    if isinstance(plain, MapOf):
        return plain.value
    if isinstance(plain, Named):
        for at in lineage.upwards(plain.name):
            if at.additional is not None:
                return at.additional
    return AnyJson()


def _part(part: Part, type_: Type, form: ContentForm, lineage: Lineage) -> PlannedPart:
    plain = type_.type if isinstance(type_, Nullable) else type_
    if part.style is not None or part.explode is not None or part.allow_reserved:
        style = part.style or Style.FORM
        explode = style is Style.FORM if part.explode is None else part.explode
        return PlannedPart(
            part.property,
            PartForm.STYLE,
            plain,
            style=style,
            explode=explode,
            headers=part.headers,
            allow_reserved=part.allow_reserved,
        )
    repeats = isinstance(plain, ListOf)
    item = plain.item if isinstance(plain, ListOf) else plain
    media_type = part.media_types[0] if part.media_types else None
    if form is ContentForm.FORM:
        # Without an encoding a form is written as the query is (OpenAPI 3.2.0, section 4.14.5).
        if media_type is not None and is_json(media_type):
            return PlannedPart(part.property, PartForm.JSON, plain)
        if is_scalar(item, lineage):
            return PlannedPart(part.property, PartForm.STYLE, plain)
        return PlannedPart(part.property, PartForm.JSON, item, repeats)
    if media_type is not None and is_json(media_type) and not is_bytes(item):
        # An encoding is of the items of a list, not of the list (section 4.15.1.1).
        return PlannedPart(
            part.property, PartForm.JSON, item, repeats, media_type=media_type, headers=part.headers
        )
    made = _of_multipart(part, item, lineage)
    return replace(made, repeats=repeats)


def _of_multipart(part: Part, item: Type, lineage: Lineage) -> PlannedPart:
    """One part: a file, the text of a scalar, or JSON (section 4.15.1)."""
    media_types = part.media_types
    one = media_types[0] if len(media_types) == 1 and not is_range(media_types[0]) else None
    if is_bytes(item):
        return PlannedPart(
            part.property, PartForm.BYTES, item, media_type=one, headers=part.headers
        )
    if is_scalar(item, lineage):
        return PlannedPart(
            part.property, PartForm.TEXT, item, media_type=one or "text/plain", headers=part.headers
        )
    media_type = one or "application/json"
    return PlannedPart(
        part.property, PartForm.JSON, item, media_type=media_type, headers=part.headers
    )
