"""C# literals and comments: whatever a schema holds becomes harmless text here and nowhere else."""

from __future__ import annotations

import json
import re
import textwrap
import unicodedata
from decimal import Decimal
from math import isfinite

from edmund.surface.shapes import JsonScalar

__all__ = ["doc_lines", "int_literal", "json_literal", "string_literal", "xml_text"]

_PLAIN = re.compile(r"[ !#-\[\]-~]*\Z")  # printable ASCII without the quote and the backslash
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_WIDTH = 108


def string_literal(text: str) -> str:
    """A regular string literal (C# specification, 6.4.5.6), ASCII only.

    What is not printable ASCII becomes `\\uXXXX`, so that no editor and no reader sees something else than
    the compiler does.
    """
    if _PLAIN.match(text):
        return f'"{text}"'
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if " " <= character <= "~":
        return character
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at] << 8 | units[at + 1]:04x}" for at in range(0, len(units), 2))


def int_literal(value: int) -> str:
    """A literal of an int parameter; what does not fit is as good as the largest that does."""
    return str(min(value, 2**31 - 1))


def json_literal(value: JsonScalar) -> str:
    """The literal of the JSON text of a value: numbers keep their digits."""
    if isinstance(value, float) and not isfinite(value):
        value = Decimal(str(value))
    if isinstance(value, Decimal):
        return string_literal(str(value) if value.is_finite() else json.dumps(_special(value)))
    return string_literal(json.dumps(value))


def _special(value: Decimal) -> str:
    if value.is_nan():
        return "NaN"
    return "INF" if value > 0 else "-INF"


def xml_text(text: str) -> str:
    """Text of an XML documentation comment, on one line."""
    plain = "".join(" " if _is_unsafe(c) else c for c in text)
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _is_unsafe(character: str) -> bool:
    """Whether a character ends a line, is invisible, turns text around, or has no place in XML."""
    if " " <= character <= "~":
        return False
    return unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def doc_lines(text: str) -> tuple[str, ...]:
    """The lines of a `<summary>`, to be written behind `/// `; paragraphs are separated by blank lines."""
    paragraphs = [_wrapped(part) for part in re.split(r"\n[ \t]*\n", text) if part.strip()]
    if not paragraphs:
        paragraphs = [["No description."]]
    if len(paragraphs) == 1 and len(paragraphs[0]) == 1:
        return (f"<summary>{paragraphs[0][0]}</summary>",)
    lines = ["<summary>"]
    for paragraph in paragraphs:
        if len(paragraphs) == 1:
            lines += paragraph
        else:
            lines += ["<para>", *paragraph, "</para>"]
    return (*lines, "</summary>")


def _wrapped(paragraph: str) -> list[str]:
    """The lines of a paragraph; those that a list has stay apart."""
    found: list[str] = []
    for line in paragraph.split("\n"):
        plain = " ".join("".join(" " if _is_unsafe(c) else c for c in line).split())
        wrapped = textwrap.wrap(plain, _WIDTH, break_long_words=False, break_on_hyphens=False)
        found += [xml_text(part) for part in wrapped]
    return found or ["No description."]
