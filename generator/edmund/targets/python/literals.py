"""Python source for values: the only way by which schema text reaches generated code.

Every text of a schema is hostile. Each function here gives finished source that black (line length
100) leaves as it is and that evaluates to the value it was given; what cannot be seen or would turn
the reading order round is shown as an escape.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

__all__ = [
    "LINE_LENGTH",
    "assignment",
    "call",
    "comment",
    "docstring",
    "int_literal",
    "keywords",
    "string_literal",
    "tuple_literal",
]

LINE_LENGTH = 100

_NAMED_ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t", "\\": "\\\\"}
# Nothing to escape, and nothing that black would look at twice.
_PLAIN = re.compile(r"[ !#-\[\]-~]*\Z")
# Controls, formats (bidi, zero width), surrogates, private and unassigned code points, separators.
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_LINE_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


def _escaped(character: str) -> str:
    """One character of a literal; quotes are the caller's business."""
    named = _NAMED_ESCAPES.get(character)
    if named is not None:
        return named
    if character == " " or (character.isprintable() and not _deceives(character)):
        return character
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _deceives(character: str) -> bool:
    """Whether a character is invisible, or one that black or an editor may change."""
    if character.isascii():
        return False
    category = unicodedata.category(character)
    # Variation selectors and Hangul fillers are marks and letters that show nothing.
    return (
        category in _INVISIBLE
        or category == "Zs"
        or character in "\u115f\u1160\u3164\uffa0\u034f"
        or "\ufe00" <= character <= "\ufe0f"
        or 0xE0100 <= ord(character) <= 0xE01EF
    )


def string_literal(text: str) -> str:
    """A string literal with value `text`, in the quotes that need fewer escapes."""
    if _PLAIN.match(text):
        return f'"{text}"'
    quote = "'" if text.count("'") < text.count('"') else '"'
    body = "".join("\\" + c if c == quote else _escaped(c) for c in text)
    return f"{quote}{body}{quote}"


def int_literal(value: int) -> str:
    """An integer literal in decimal."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"not an int: {value!r}")
    return str(value)


def tuple_literal(items: Iterable[str]) -> str:
    """A tuple of expressions that are source already."""
    parts = list(items)
    return f"({parts[0]},)" if len(parts) == 1 else f"({', '.join(parts)})"


def comment(text: str) -> str:
    """A comment of one line that shows `text` quoted.

    In quotes, and without a second `#`, no tool takes it for an instruction (`# type: ignore`, `# noqa`);
    a coding cookie (PEP 263) is broken up.
    """
    shown = string_literal(text).replace("#", "\\x23")
    return "# " + re.sub(r"coding([:=])", r"coding \1", shown)


def docstring(text: str, indent: int = 0) -> str:
    """A docstring for `text`, wrapped to the line length at `indent` columns; '' for a blank text.

    Words are escaped before the lines are filled, so that no line break falls inside an escape. Line
    breaks of the text are kept, runs of blanks and of blank lines are not. The first line of the result
    is not indented, the others are. A doctest prompt loses its shape.
    """
    paragraphs = [line.split() for line in _LINE_BREAK.split(text.replace(">>>", ">> >"))]
    while paragraphs and not paragraphs[-1]:
        paragraphs.pop()
    while paragraphs and not paragraphs[0]:
        paragraphs.pop(0)
    if not paragraphs:
        return ""
    last = len(paragraphs) - 1
    lines: list[str] = []
    width = LINE_LENGTH - indent
    for row, words in enumerate(paragraphs):
        if words:
            escaped = [
                _doc_word(word, row == 0 and at == 0, row == last and at == len(words) - 1)
                for at, word in enumerate(words)
            ]
            lines.extend(_filled(escaped, width, 0 if lines else 3))
        elif lines[-1]:
            lines.append("")
    if len(lines) == 1 and len(lines[0]) + 6 <= width:
        return f'"""{lines[0]}"""'
    pad = " " * indent
    body = "\n".join(pad + line if line and at else line for at, line in enumerate(lines))
    return f'"""{body}\n{pad}"""'


def _doc_word(word: str, opens: bool, closes: bool) -> str:
    """One word of a docstring, the text's first (`opens`) and last (`closes`) told.

    black sets a blank between a quotation mark of the text and one of the docstring's own, and three of
    them in a row would end it.
    """
    if _PLAIN.match(word):
        return word
    end = len(word) - 1
    parts = []
    for at, c in enumerate(word):
        if c != '"':
            parts.append(_escaped(c))
        elif (opens and at == 0) or (closes and at == end):
            parts.append("\\x22")
        else:
            parts.append('\\"' if '""' in word else c)
    return "".join(parts)


def _filled(words: Sequence[str], width: int, used: int) -> Iterable[str]:
    """Lines of at most `width` columns, the first `used` ones of the first taken."""
    line = words[0]
    room = width - used
    for word in words[1:]:
        if len(line) + 1 + len(word) <= room:
            line += " " + word
        else:
            yield line
            line, room = word, width
    yield line


def call(
    callee: str, arguments: Sequence[str], indent: int = 0, before: int = 0, after: int = 0
) -> str:
    """A call laid out as black does it; `before` and `after` columns of its line are taken.

    `arguments` are source. All on one line; else all on the next line; else one a line.
    """
    flat = ", ".join(arguments)
    if before + len(callee) + 2 + len(flat) + after <= LINE_LENGTH or not arguments:
        return f"{callee}({flat})"
    pad = " " * (indent + 4)
    if len(pad) + len(flat) <= LINE_LENGTH:
        return f"{callee}(\n{pad}{flat}\n{' ' * indent})"
    exploded = "".join(f"{pad}{argument},\n" for argument in arguments)
    return f"{callee}(\n{exploded}{' ' * indent})"


def assignment(target: str, callee: str, arguments: Sequence[str], indent: int = 0) -> str:
    """`target = callee(arguments)` as black lays it out at `indent`; the first line is not indented."""
    return f"{target} = {call(callee, arguments, indent, indent + len(target) + 3)}"


def keywords(values: Mapping[str, str]) -> tuple[str, ...]:
    """Keyword arguments from names to source."""
    return tuple(f"{name}={value}" for name, value in values.items())
