"""Reading an answer's body within bounds: a small compressed answer must not fill the memory."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from typing import Any

from .errors import ResponseTooLarge, UnexpectedAnswer

__all__ = ["MAX_BYTES", "MAX_RATIO", "BodyReader"]

MAX_BYTES = 512 * 1024 * 1024
"""The largest answer, decompressed; larger files are to be read in ranges."""

MAX_RATIO = 100
"""How far an answer above `FREE_BYTES` may inflate; JSON stays far below."""

FREE_BYTES = 4 * 1024 * 1024


class BodyReader:
    """Takes the raw chunks of one answer and gives its body; `headers` names the encoding."""

    def __init__(self, headers: Mapping[str, str], max_bytes: int = MAX_BYTES) -> None:
        encoding = headers.get("content-encoding", "identity").strip().lower() or "identity"
        if encoding not in ("identity", "gzip", "x-gzip", "deflate"):
            raise UnexpectedAnswer("the answer has an encoding that was not asked for")
        self._inflate: Any = None if encoding == "identity" else zlib.decompressobj(47)
        self._raw_deflate = encoding == "deflate"
        self._max_bytes = max_bytes
        self._chunks: list[bytes] = []
        self._taken = 0
        self._given = 0

    def feed(self, chunk: bytes) -> None:
        """Take the next raw chunk; raises `ResponseTooLarge`."""
        if not chunk:
            return
        first = self._taken == 0
        self._taken += len(chunk)
        if self._inflate is None:
            self._add(chunk)
            return
        if first and self._raw_deflate and chunk[0] & 0x0F != 8:
            self._inflate = zlib.decompressobj(-15)  # "deflate" without the zlib wrapper
        if self._inflate.eof:
            raise UnexpectedAnswer("something follows the answer's compressed data")
        try:
            while chunk:
                allowed = min(self._max_bytes, max(FREE_BYTES, MAX_RATIO * self._taken))
                self._add(self._inflate.decompress(chunk, allowed - self._given + 1))
                chunk = self._inflate.unconsumed_tail
        except zlib.error as error:
            raise UnexpectedAnswer("the answer's compression is broken") from error
        if self._inflate.unused_data:
            raise UnexpectedAnswer("something follows the answer's compressed data")

    def _add(self, data: bytes) -> None:
        self._given += len(data)
        if self._given > self._max_bytes:
            raise ResponseTooLarge(f"the answer is larger than {self._max_bytes} bytes")
        if self._inflate is not None and self._given > max(FREE_BYTES, MAX_RATIO * self._taken):
            raise ResponseTooLarge(f"the answer inflates more than {MAX_RATIO} times")
        self._chunks.append(data)

    def take(self) -> bytes:
        """What has come since it was last asked for."""
        taken = b"".join(self._chunks)
        self._chunks.clear()
        return taken

    def finish(self) -> bytes:
        """The whole body; raises `UnexpectedAnswer` when a compressed one ends early."""
        if self._inflate is not None and self._taken and not self._inflate.eof:
            raise UnexpectedAnswer("the answer ends before its compressed data does")
        return b"".join(self._chunks)
