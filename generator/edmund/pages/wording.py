"""What no description says of a call's page: its words, and which parts it has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

__all__ = ["ExamplePart", "ExampleWording", "PageWording", "Section", "Wording"]


class Section(Enum):
    """The parts of a call's page, in their order."""

    TITLE = "title"
    PERMISSIONS = "permissions"
    REQUEST = "request"
    PARAMETERS = "parameters"
    BODY = "body"
    ANSWER = "answer"
    ERRORS = "errors"
    EXAMPLES = "examples"


class ExamplePart(Enum):
    """The parts of an example, in their order."""

    HEADING = "heading"
    REQUEST_HEADING = "request-heading"
    INTRODUCTION = "introduction"
    NOTE = "note"
    HTTP = "http"
    SAMPLES = "samples"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class ExampleWording:
    """Of the example called `name`: its heading, a sentence before its request, a note."""

    name: str
    heading: str | None = None
    introduction: str | None = None
    note: str | None = None
    parts: tuple[ExamplePart, ...] = tuple(ExamplePart)


@dataclass(frozen=True, slots=True)
class PageWording:
    """Of one call, by its method and path: `POST /identity/apiConnectors`."""

    call: str
    title: str | None = None
    introduction: str | None = None
    permissions: str | None = None
    role: str | None = None
    sections: tuple[Section, ...] = tuple(Section)
    examples: tuple[ExampleWording, ...] = ()


@dataclass(frozen=True, slots=True)
class Wording:
    """`title` is that of the index; `permissions` and `role` are for pages that say nothing else."""

    title: str | None = None
    permissions: str | None = None
    role: str | None = None
    pages: Mapping[str, PageWording] = field(default_factory=dict)

    def of(self, call: str) -> PageWording:
        """The wording of one call, `METHOD /path`; paths are compared without case."""
        return self.pages.get(call.lower(), PageWording(call))
