"""From bytes to text (RFC 8259, section 8.1; YAML 1.2.2, section 5.2)."""

from __future__ import annotations

import codecs

from edmund.diagnostics import Span
from edmund.frontends.notation.failures import NotationCode, failure

__all__ = ["decode"]

_GZIP = b"\x1f\x8b"
_MARKS = (  # UTF-32 first: its little-endian mark begins as that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONVERT = "save the file as UTF-8"


def decode(data: bytes, name: str) -> str:
    """The text of the file called `name`, without its byte order mark. Raises EdmundError (EDM730)."""
    start = Span(name, 1, 1)
    if data.startswith(_GZIP):
        message = "the file is compressed (gzip)"
        raise failure(NotationCode.TEXT, message, start, "unpack it: gunzip")
    encoding = next((each for mark, each in _MARKS if data.startswith(mark)), "utf-8-sig")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, "ignore")
        last = before.rpartition("\n")[2]
        place = Span(name, before.count("\n") + 1, len(last) + 1)
        word = encoding.removesuffix("-sig").upper()
        message = f"the file is not valid {word}"
        raise failure(NotationCode.TEXT, message, place, _CONVERT) from None
    if not text.strip():
        raise failure(NotationCode.TEXT, "the file is empty", start)
    if "\0" in text:
        raise failure(NotationCode.TEXT, "the file has null characters", start, _CONVERT)
    return text
