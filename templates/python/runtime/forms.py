"""Forms: `application/x-www-form-urlencoded` by the styles of their properties, and `multipart/form-data`."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator, Mapping
from secrets import token_hex
from typing import Any

from .bare import Bare
from .http_call import Body, Location, Parameter, Part, PartForm
from .json_text import dumps, members_of, plain
from .styles import query_text, scalar_text, style_text
from .uploads import File, content_chunks, in_thread, is_repeatable
from .value_codecs import write_value
from .value_types import Text

__all__ = ["MultipartUpload", "form_text"]

_HEADER_BREAKING = re.compile(r"[\x00-\x1f\x7f]")


def form_text(body: Body, value: Any) -> bytes:
    """The text of a form; `value` is a model or a mapping."""
    pairs = []
    for name, member in _members(value).items():
        part = body.part(name)
        for each in _repeated(member, part):
            if part.form is PartForm.JSON:
                written = dumps(write_value(part.type, each))
                pairs.append(query_text(Parameter(name, name, Location.QUERY, Text), written))
            else:
                pairs.append(query_text(_as_parameter(name, part), each))
    return "&".join(filter(None, pairs)).encode("ascii")


def _as_parameter(name: str, part: Part) -> Parameter:
    return Parameter(name, name, Location.QUERY, part.type, style=part.style, explode=part.explode)


def _members(value: Any) -> Mapping[str, Any]:
    """The members of a form that are there, as they go on the wire."""
    members: Any = members_of(value) if isinstance(value, Bare) else value
    if not isinstance(members, Mapping):
        raise TypeError(f"a form is a model or a mapping, not {type(value).__name__}")
    return {name: member for name, member in members.items() if member is not None}


def _repeated(member: Any, part: Part) -> list[Any]:
    """The values of the parts that a member makes."""
    if part.repeats and isinstance(member, (list, tuple)):
        return [item for item in member if item is not None]
    return [member]


class MultipartUpload:
    """A form in parts: files as they are, repeated where there are several; objects as JSON.

    The boundary is random, so that no content can hold it.
    """

    __slots__ = ("_parts", "boundary")

    def __init__(self, body: Body, value: Any) -> None:
        self.boundary = token_hex(16)
        self._parts = [
            _headed(name, each, body.part(name))
            for name, member in _members(value).items()
            for each in _repeated(member, body.part(name))
        ]

    @property
    def content_type(self) -> str:
        return f"multipart/form-data; boundary={self.boundary}"

    @property
    def is_repeatable(self) -> bool:
        return all(is_repeatable(content) for _, content in self._parts)

    def chunks(self) -> Iterator[bytes]:
        for head, content in self._parts:
            yield f"--{self.boundary}\r\n{head}\r\n".encode()
            yield from content_chunks(content)
            yield b"\r\n"
        yield f"--{self.boundary}--\r\n".encode()

    def chunks_async(self) -> AsyncIterator[bytes]:
        return in_thread(self.chunks())


def _headed(name: str, value: Any, part: Part) -> tuple[str, Any]:
    """The header of a part, and its content."""
    kind = part.media_type or ""
    named = ""
    content: Any
    if part.form is PartForm.BYTES or _is_content(value):
        file = value if isinstance(value, File) else File(value)
        content = file.content
        kind = file.content_type or kind or "application/octet-stream"
        named = f'; filename="{_quoted(file.name or "file")}"'
    elif part.form is PartForm.JSON:
        content = dumps(write_value(part.type, value))
    elif part.form is PartForm.STYLE:
        content = style_text(_as_parameter(name, part), value)
    else:
        content = scalar_text(plain(write_value(part.type, value)))
    if isinstance(content, str):
        content = content.encode("utf-8")
    head = f'Content-Disposition: form-data; name="{_quoted(name)}"{named}\r\n'
    return head + (f"Content-Type: {_checked(kind)}\r\n" if kind else ""), content


def _is_content(value: Any) -> bool:
    """Whether a value is the content of a file: bytes, a path, something to read."""
    if isinstance(value, (bytes, bytearray, memoryview, File)) or hasattr(value, "read"):
        return True
    return hasattr(value, "__fspath__") or hasattr(value, "__next__")


def _quoted(text: str) -> str:
    """A name within quotation marks (HTML, section 4.10.21.8)."""
    return text.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")


def _checked(kind: str) -> str:
    if _HEADER_BREAKING.search(kind):
        raise ValueError("a media type has a line break or control character")
    return kind
