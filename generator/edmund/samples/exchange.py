"""One example as it was written: an HTTP request and perhaps its answer, each part with its line."""

from __future__ import annotations

from dataclasses import dataclass, field

from edmund.diagnostics import Span

__all__ = ["Body", "Example", "Header", "HttpAnswer", "HttpRequest"]


@dataclass(frozen=True, slots=True)
class Header:
    name: str
    value: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Body:
    """The text of a body; `line` and `column` are where its first character stands in the file."""

    text: str
    line: int = 0
    column: int = 1


@dataclass(frozen=True, slots=True)
class HttpRequest:
    """`target` is what follows the method: a path, or an absolute URL, with its query."""

    method: str
    target: str
    headers: tuple[Header, ...] = ()
    body: Body | None = None
    line: int = 0

    def header(self, name: str) -> str | None:
        """The value of a header field, or None."""
        return _value_of(self.headers, name)


@dataclass(frozen=True, slots=True)
class HttpAnswer:
    status: int
    headers: tuple[Header, ...] = ()
    body: Body | None = None
    line: int = 0

    def header(self, name: str) -> str | None:
        """The value of a header field, or None."""
        return _value_of(self.headers, name)


@dataclass(frozen=True, slots=True)
class Example:
    """A request with what its file says about it.

    `name` tells it apart for programs, `title` and `notes` are prose. `file` is empty for an example that
    no file holds.
    """

    request: HttpRequest
    answer: HttpAnswer | None = None
    name: str | None = None
    title: str | None = None
    notes: tuple[str, ...] = ()
    file: str = field(default="", compare=False)

    def span(self, line: int, column: int = 1) -> Span | None:
        """A place in the example's file; None when it has none."""
        return Span(self.file, line, column) if self.file else None


def _value_of(headers: tuple[Header, ...], name: str) -> str | None:
    found = [header.value for header in headers if header.name.lower() == name.lower()]
    return ", ".join(found) if found else None
