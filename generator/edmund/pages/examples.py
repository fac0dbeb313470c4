"""Examples on pages: the request as a text, and its samples in each language."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

from edmund.pages.blocks import Tab
from edmund.pages.secrets import without_secrets
from edmund.samples.exchange import Example, HttpAnswer
from edmund.surface.type_schema import TypeSchema
from edmund.surface.types import Type

__all__ = ["PHRASES", "ShownExample", "answer_text", "request_text"]

PHRASES: Final = {status.value: status.phrase for status in HTTPStatus}
"""What the statuses of HTTP are called."""


@dataclass(frozen=True, slots=True)
class ShownExample:
    """An example with its samples, one for each language."""

    example: Example
    tabs: tuple[Tab, ...]


def request_text(example: Example) -> str:
    """The request as it is sent, without what the transport adds."""
    request = example.request
    lines = [f"{request.method} {request.target}"]
    lines += [f"{header.name}: {header.value}" for header in request.headers]
    return "\n".join([*lines, *(("", request.body.text) if request.body is not None else ())])


def answer_text(answer: HttpAnswer, returns: Type | None, schema: TypeSchema) -> str:
    """The answer, whose JSON has stars for secrets."""
    lines = [f"HTTP/1.1 {answer.status} {PHRASES.get(answer.status, '')}".rstrip()]
    lines += [f"{header.name}: {header.value}" for header in answer.headers]
    body = answer.body
    if body is not None:
        lines += ["", without_secrets(body.text, returns, schema)]
    return "\n".join(lines)
