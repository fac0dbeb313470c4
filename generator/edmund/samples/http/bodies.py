"""Bodies as they stand in a request: read into JSON by the plan of the body, and written the other way round."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final
from urllib.parse import quote, unquote_plus

from edmund.plan.contents import ContentForm
from edmund.plan.http_bodies import PartForm, PlannedBody, PlannedPart
from edmund.plan.http_parameters import PlannedParameter
from edmund.samples.http.reading import ABSENT, ParameterReader, RawPair, raw_pairs
from edmund.samples.http.styles import query_text
from edmund.samples.http.texts import NoValue, json_text, scalar_text, scalar_value
from edmund.samples.tree import File
from edmund.surface.exchange import Location
from edmund.surface.lineage import Lineage
from edmund.validation.json_text import NotJson, parse_json

__all__ = ["read_body", "written_body"]

BOUNDARY: Final = "a-boundary"
_BOUNDARY: Final = re.compile(r';\s*boundary="?([^";\s]+)"?', re.IGNORECASE)
_NAME: Final = re.compile(r';\s*name="((?:[^"\\]|\\.)*)"', re.IGNORECASE)
_FILE_NAME: Final = re.compile(r';\s*filename="((?:[^"\\]|\\.)*)"', re.IGNORECASE)
_RECORD: Final = "\x1e"
_STANDARD_TYPE: Final = "application/octet-stream"


def read_body(body: PlannedBody, text: str, media_type: str, lineage: Lineage) -> object:
    """The JSON of a body, files in it as `File`. Raises `NoValue`, and NotJson for JSON that is none."""
    match body.form:
        case ContentForm.JSON:
            return parse_json(text)
        case ContentForm.TEXT:
            return scalar_value(text, body.type, lineage)
        case ContentForm.BYTES:
            return File(text)
        case ContentForm.FORM:
            return _read_form(body, raw_pairs(text.strip()), lineage)
        case ContentForm.MULTIPART:
            return _read_multipart(body, text, media_type, lineage)
        case ContentForm.JSON_LINES:
            return [parse_json(line) for line in text.splitlines() if line.strip()]
        case ContentForm.JSON_SEQUENCE:
            return [parse_json(each) for each in text.split(_RECORD) if each.strip()]
        case ContentForm.EVENTS:
            lines = (line.partition(":") for line in text.splitlines())
            return [parse_json(value) for name, _, value in lines if name == "data"]


def written_body(body: PlannedBody, value: object) -> tuple[str, str]:
    """The text of a body and its media type."""
    media_type = body.media_type
    match body.form:
        case ContentForm.JSON:
            return json_text(value, 2), media_type
        case ContentForm.TEXT:
            return scalar_text(value), media_type
        case ContentForm.BYTES:
            return (value.text if isinstance(value, File) else scalar_text(value)), media_type
        case ContentForm.FORM:
            assert isinstance(value, Mapping), "a form is an object"
            return "&".join(filter(None, _form_pairs(body, value))), media_type
        case ContentForm.MULTIPART:
            assert isinstance(value, Mapping), "a form is an object"
            text = "".join(_multipart(body, value)) + f"--{BOUNDARY}--\n"
            return text, f"{media_type}; boundary={BOUNDARY}"
        case ContentForm.JSON_LINES | ContentForm.JSON_SEQUENCE | ContentForm.EVENTS:
            return "".join(map(_STREAMED[body.form], _items(value))), media_type


_STREAMED: Final[Mapping[ContentForm, Callable[[object], str]]] = {
    ContentForm.JSON_LINES: lambda item: f"{json_text(item)}\n",
    ContentForm.JSON_SEQUENCE: lambda item: f"{_RECORD}{json_text(item)}\n",
    ContentForm.EVENTS: lambda item: f"data: {json_text(item)}\n\n",
}


def _items(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else [value]


# Forms


def _read_form(body: PlannedBody, pairs: Sequence[RawPair], lineage: Lineage) -> dict[str, object]:
    reader = ParameterReader(lineage)
    found: dict[str, object] = {}
    used: set[int] = set()
    for part in body.parts:
        if part.form is PartForm.STYLE:
            value, taken = reader.query(_as_parameter(part), pairs, "")
        else:
            taken = frozenset(at for at, (name, _) in enumerate(pairs) if name == part.name)
            texts = [_decoded(pairs[at]) for at in sorted(taken)]
            values = [_part_value(part, text, lineage) for text in texts]
            value = values if part.repeats else values[0] if values else ABSENT
            value = ABSENT if not values else value
        if value is not ABSENT:
            found[part.name] = value
            used |= taken
    for at, pair in enumerate(pairs):
        if at not in used:
            found[pair[0]] = _decoded(pair)
    return found


def _form_pairs(body: PlannedBody, value: Mapping[str, object]) -> Iterator[str]:
    parts = {part.name: part for part in body.parts}
    for name, each in value.items():
        part = parts.get(name)
        if part is not None and part.form is PartForm.STYLE:
            yield query_text(_as_parameter(part), each)
            continue
        for item in _repeated(part, each):
            yield f"{quote(name, safe='')}={quote(_plain_text(item), safe='')}"


def _as_parameter(part: PlannedPart) -> PlannedParameter:
    return PlannedParameter(
        part.name,
        part.name,
        Location.QUERY,
        part.type,
        part.required,
        part.style,
        part.explode,
        part.allow_reserved,
    )


def _decoded(pair: RawPair) -> str:
    return unquote_plus(pair[1])


def _plain_text(value: object) -> str:
    return value.text if isinstance(value, File) else scalar_text(value)


def _repeated(part: PlannedPart | None, value: object) -> Sequence[object]:
    repeats = part.repeats if part is not None else isinstance(value, list)
    return _items(value) if repeats else [value]


def _part_value(part: PlannedPart, text: str, lineage: Lineage) -> object:
    if part.form is PartForm.JSON:
        try:
            return parse_json(text)
        except NotJson:
            raise NoValue(f"the member '{part.name}' is no JSON") from None
    return scalar_value(text, part.type, lineage)


# Multipart (RFC 7578)


def _read_multipart(
    body: PlannedBody, text: str, media_type: str, lineage: Lineage
) -> dict[str, object]:
    boundary = _BOUNDARY.search(media_type)
    if boundary is None:
        raise NoValue("its Content-Type has no boundary")
    known = {part.name: part for part in body.parts}
    found: dict[str, object] = {}
    for head, content in _parted(text.replace("\r\n", "\n"), boundary[1]):
        name = _NAME.search(head)
        if name is None:
            raise NoValue("a part has no name")
        wire = _unescaped(name[1])
        part = known.get(wire)
        value = _multipart_value(part, head, content, lineage)
        if part is not None and part.repeats:
            held = found.setdefault(wire, [])
            assert isinstance(held, list), "it was made here"
            held.append(value)
        else:
            found[wire] = value
    return found


def _parted(text: str, boundary: str) -> Iterator[tuple[str, str]]:
    """The header fields and the content of each part."""
    for part in f"\n{text}".split(f"\n--{boundary}")[1:]:
        if part.startswith("--"):
            return
        head, _, content = part.removeprefix("\n").partition("\n\n")
        yield head, content


def _multipart_value(part: PlannedPart | None, head: str, content: str, lineage: Lineage) -> object:
    file_name = _FILE_NAME.search(head)
    if file_name is not None or (part is not None and part.form is PartForm.BYTES):
        said = re.search(r"^content-type:\s*(.*?)\s*$", head, re.IGNORECASE | re.MULTILINE)
        usual = (part.media_type if part is not None else None) or _STANDARD_TYPE
        kind = None if said is None or said[1] == usual else said[1]
        return File(content, None if file_name is None else _unescaped(file_name[1]), kind)
    return content if part is None else _part_value(part, content, lineage)


def _unescaped(text: str) -> str:
    return text.replace("%22", '"').replace("%0D", "\r").replace("%0A", "\n").replace('\\"', '"')


def _multipart(body: PlannedBody, value: Mapping[str, object]) -> Iterator[str]:
    parts = {part.name: part for part in body.parts}
    for name, each in value.items():
        part = parts.get(name)
        for item in _repeated(part, each):
            disposition = f'form-data; name="{_escaped(name)}"'
            media_type = part.media_type if part is not None else None
            if isinstance(item, File):
                media_type = item.media_type or media_type or _STANDARD_TYPE
                if item.name is not None:
                    disposition += f'; filename="{_escaped(item.name)}"'
            kind = f"Content-Type: {media_type}\n" if media_type else ""
            head = f"--{BOUNDARY}\nContent-Disposition: {disposition}\n{kind}\n"
            yield f"{head}{_plain_text(item)}\n"


def _escaped(text: str) -> str:
    return text.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
