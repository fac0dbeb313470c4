"""Where one item of a stream ends and the next begins, whatever the parts are that it comes in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, Protocol

__all__ = ["Bytes", "Event", "Events", "Framing", "JsonValues"]

_LINE_END = re.compile(rb"\r\n|\n|\r(?!\Z)")


class Framing(Protocol):
    """`waiting` is how many bytes are kept of an item that is not complete."""

    @property
    def waiting(self) -> int: ...
    def take(self, chunk: bytes) -> Iterator[Any]: ...
    def ended(self) -> Iterator[Any]: ...


class Bytes:
    """No items: the parts as they come."""

    waiting = 0

    def take(self, chunk: bytes) -> Iterator[bytes]:
        if chunk:
            yield chunk

    def ended(self) -> Iterator[bytes]:
        return iter(())


class JsonValues:
    """JSON values, each behind or before a separator: a line's end, or a record separator (RFC 7464)."""

    def __init__(self, read: Callable[[bytes], Any], separator: bytes) -> None:
        self._read = read
        self._separator = separator
        self._rest = b""

    @property
    def waiting(self) -> int:
        return len(self._rest)

    def take(self, chunk: bytes) -> Iterator[Any]:
        *complete, self._rest = (self._rest + chunk).split(self._separator)
        for text in complete:
            if text.strip():
                yield self._read(text)

    def ended(self) -> Iterator[Any]:
        yield from self.take(self._separator)


class Event:
    """One event of an event stream (HTML, section 9.2)."""

    __slots__ = ("data", "event", "id", "retry")

    def __init__(self, data: str, event: str, id: str, retry: int | None) -> None:
        self.data = data
        self.event = event
        self.id = id
        self.retry = retry

    def fields(self) -> dict[str, Any]:
        """The fields that the event has."""
        named = {"data": self.data, "event": self.event, "id": self.id, "retry": self.retry}
        return {name: value for name, value in named.items() if name == "data" or value}


class Events:
    """An event stream; `read` makes the item of an event."""

    def __init__(self, read: Callable[[Event], Any]) -> None:
        self._read = read
        self._rest = b""
        self._data: list[str] = []
        self._size = 0
        self._name = ""
        self._id = ""
        self._retry: int | None = None
        self._begun = False

    @property
    def waiting(self) -> int:
        return len(self._rest) + self._size

    def take(self, chunk: bytes) -> Iterator[Any]:
        text = self._rest + chunk
        if not self._begun and text:
            if len(text) < 3 and b"\xef\xbb\xbf".startswith(text):
                self._rest = text
                return
            self._begun = True
            text = text.removeprefix(b"\xef\xbb\xbf")
        *lines, self._rest = _LINE_END.split(text)
        for line in lines:
            if line:
                self._field(line.decode("utf-8", "replace"))
            elif self._data:
                yield self._finished()
            else:
                self._name = ""

    def ended(self) -> Iterator[Any]:
        # What no empty line ends is no event.
        return iter(())

    def _field(self, line: str) -> None:
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if name == "data":
            self._data.append(value)
            self._size += len(value)
        elif name == "event":
            self._name = value
        elif name == "id" and "\0" not in value:
            self._id = value
        elif name == "retry" and value.isascii() and value.isdigit():
            self._retry = int(value[:12])

    def _finished(self) -> Any:
        event = Event("\n".join(self._data), self._name, self._id, self._retry)
        self._data, self._size, self._name = [], 0, ""
        return self._read(event)
