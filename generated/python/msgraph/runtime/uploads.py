"""Content that a caller sends: bytes, an open file, a path, or parts one after the other."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO, TypeAlias

__all__ = ["Content", "File", "StreamUpload", "content_chunks", "is_repeatable"]

_PIECE = 64 * 1024


class File:
    """Content with the name and the media type that the service is to know it by."""

    __slots__ = ("content", "content_type", "name")

    def __init__(
        self, content: Any, name: str | None = None, content_type: str | None = None
    ) -> None:
        self.content = content
        self.name = name if name is not None else _name_of(content)
        self.content_type = content_type

    def __repr__(self) -> str:
        return f"File({self.name!r}, content_type={self.content_type!r})"


Content: TypeAlias = "bytes | BinaryIO | Path | Iterable[bytes] | File"
"""What a file is given as. What is no bytes is read while it is sent, and never held as a whole."""


class StreamUpload:
    """A body that is read while it is sent."""

    __slots__ = ("_content",)

    def __init__(self, content: Any) -> None:
        if isinstance(content, str) or not (
            isinstance(content, Path) or hasattr(content, "read") or hasattr(content, "__iter__")
        ):
            raise TypeError(f"content is bytes, a file or a path, not {type(content).__name__}")
        self._content = content

    @property
    def is_repeatable(self) -> bool:
        return is_repeatable(self._content)

    def chunks(self) -> Iterator[bytes]:
        return content_chunks(self._content)

    def chunks_async(self) -> AsyncIterator[bytes]:
        return in_thread(self.chunks())


def is_repeatable(content: Any) -> bool:
    """Whether content can be read a second time."""
    return isinstance(content, (bytes, bytearray, memoryview, Path))


def content_chunks(content: Any) -> Iterator[bytes]:
    """The parts of any content."""
    if isinstance(content, (bytes, bytearray, memoryview)):
        yield bytes(content)
    elif isinstance(content, Path):
        with content.open("rb") as file:
            while piece := file.read(_PIECE):
                yield piece
    elif hasattr(content, "read"):
        while piece := content.read(_PIECE):
            yield piece
    else:
        for piece in content:
            yield bytes(piece)


async def in_thread(chunks: Iterator[bytes]) -> AsyncIterator[bytes]:
    """The parts, each read in a thread: files have no way to be waited for."""
    import anyio.to_thread

    while (piece := await anyio.to_thread.run_sync(lambda: next(chunks, None))) is not None:
        yield piece


def _name_of(content: Any) -> str | None:
    named = content if isinstance(content, Path) else getattr(content, "name", None)
    return Path(named).name if isinstance(named, (str, Path)) else None
