"""Go source for texts and values of the schema, each harmless in the place that it is for.

Nothing of a schema reaches a template but through these functions or those of `names`.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from math import isfinite

__all__ = ["comment", "json_value", "string_list", "string_literal"]

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_WIDTH = 100
# Tools know what is deprecated by a paragraph that starts so (Go doc comments, "Deprecations").
_DEPRECATED = re.compile(r"^Deprecated(?= since )|^Deprecated\.(?= )", re.MULTILINE)
# What no heading of a comment has.
_NO_HEADING = re.compile(r"[;:!?+*/=\[\]{}_^°&§~%#@<\">\\]|'(?!s(?: |\Z))|\.(?= |\Z)")


def string_literal(text: str) -> str:
    """An interpreted string literal in printable ASCII (Go specification, "String literals")."""
    if text.isascii() and text.isprintable() and not ('"' in text or "\\" in text):
        return f'"{text}"'
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(c: str) -> str:
    if c in _ESCAPES:
        return _ESCAPES[c]
    code = ord(c)
    if 0x20 <= code < 0x7F:
        return c
    if 0xD800 <= code <= 0xDFFF:
        return "\\ufffd"  # no Go string has one
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def string_list(texts: Iterable[str]) -> str:
    """The elements of a slice of strings."""
    return ", ".join(map(string_literal, texts))


def json_value(value: object) -> str:
    """A JSON scalar as the runtime's tables have it: nil, a bool, a string, or a Number of the same digits."""
    if value is None:
        return "nil"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return f"odata.Number({string_literal(str(value))})"
    if isinstance(value, float):
        return (
            f"odata.Number({string_literal(repr(value))})" if isfinite(value) else _special(value)
        )
    if isinstance(value, Decimal):
        if value.is_finite():
            return f"odata.Number({string_literal(str(value))})"
        return _special(float(value))
    return string_literal(str(value))


def _special(value: float) -> str:
    names = {"inf": "INF", "-inf": "-INF", "nan": "NaN"}
    return string_literal(names[str(value)])


def comment(text: str, indent: str = "") -> str:
    """`text` as lines of a comment, the first one not indented; empty for no text.

    They begin with `// `, so that none is a directive, and are as gofmt leaves doc comments alone: paragraphs
    are separated by an empty line, lines that start with a dash are a list.
    """
    text = _DEPRECATED.sub("Deprecated:", text)
    if _is_plain(text):
        return f"// {text}"
    lines: list[str] = []
    paragraphs = _paragraphs(text)
    for nth, found in enumerate(paragraphs):
        items = bool(lines) and found[0].startswith("- ")
        is_heading = 0 < nth < len(paragraphs) - 1 and len(found) == 1 and _is_heading(found[0])
        paragraph = [f"{found[0]}."] if is_heading else found
        if lines and not items:
            lines.append("//")
        for at, line in enumerate(paragraph):
            is_item = line.startswith("- ") and bool(at or items)
            first, rest = ("//   - ", "//     ") if is_item else ("// ", "// ")
            wrapped = textwrap.wrap(
                line[2:] if is_item else line,
                _WIDTH - 8,
                break_long_words=False,
                break_on_hyphens=False,
            )
            lines.extend((rest if n else first) + part for n, part in enumerate(wrapped))
    return f"\n{indent}".join(lines)


def _is_heading(line: str) -> bool:
    """Whether gofmt would take a paragraph for a heading (go/doc/comment, `isOldHeading`)."""
    if len(line) > _WIDTH - 8 or not (line[0].isupper() and line[-1].isalnum()):
        return False
    return _NO_HEADING.search(line) is None


def _is_plain(text: str) -> bool:
    """Whether a text is one line that needs nothing done."""
    return (
        0 < len(text) <= _WIDTH - 8
        and text.isascii()
        and text.isprintable()
        and text[0].isalnum()
        and text[-1] != " "
        and not ("  " in text or "``" in text or "''" in text)
    )


def _paragraphs(text: str) -> list[list[str]]:
    """Paragraphs of lines: all lines that are no list are one."""
    found: list[list[str]] = []
    for block in text.replace("\r\n", "\n").split("\n\n"):
        plain: list[str] = []
        items: list[str] = []
        for raw in block.split("\n"):
            line = " ".join(_harmless(raw).split())
            if not line:
                continue
            if line.startswith("- "):
                items.append(line)
            elif items:
                items[-1] += f" {line}"
            else:
                plain.append(line)
        if plain:
            found.append([_no_markup(" ".join(plain)), *items])
        elif items:
            found.append([_no_markup(items[0]), *items[1:]])
    return found


def _harmless(text: str) -> str:
    """`text` without what an editor or a compiler would not show as it is."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(c if c == " " or _is_shown(c) else _spelled(c) for c in text)


def _is_shown(c: str) -> bool:
    return unicodedata.category(c)[0] not in "CZ"


def _spelled(c: str) -> str:
    if c in "\t\x0b\x0c\u00a0" or unicodedata.category(c) == "Zs":
        return " "
    return f"\\u{ord(c):04x}"


def _no_markup(text: str) -> str:
    """`text` that is no heading, list, or definition of links to gofmt, and has no quotes that it would curl."""
    text = text.replace("``", "\u201c").replace("''", "\u201d")
    return f"\\{text}" if text[:1] in "#[-+" else text
