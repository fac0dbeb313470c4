"""Python source for values: the only way by which schema text reaches generated code.

Every text of a schema is hostile. Each function here gives finished source that black (line length
100) leaves as it is and that evaluates to the value it was given; what cannot be seen or would turn
the reading order round is shown as an escape.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

__all__ = [
    "LINE_LENGTH",
    "Group",
    "assignment",
    "call",
    "class_heading",
    "comment",
    "docstring",
    "int_literal",
    "keywords",
    "plain_assignment",
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
    escaped = [
        [
            _doc_word(word, row == 0 and at == 0, row == last and at == len(words) - 1)
            for at, word in enumerate(words)
        ]
        for row, words in enumerate(paragraphs)
    ]
    width = LINE_LENGTH - indent
    lines = _filled_all(escaped, width)
    if len(lines) == 1 and len(lines[0]) + 6 > width:
        # black joins the closing quotes to a single line: leave them room, if a blank allows it.
        lines = _filled_all(escaped, width - 3)
    if len(lines) == 1:
        return f'"""{lines[0]}"""'
    pad = " " * indent
    body = "\n".join(pad + line if line and at else line for at, line in enumerate(lines))
    return f'"""{body}\n{pad}"""'


def _filled_all(paragraphs: Sequence[Sequence[str]], width: int) -> list[str]:
    """All lines of a docstring; its opening quotes take part of the first."""
    lines: list[str] = []
    for words in paragraphs:
        if words:
            lines.extend(_filled(words, width, 0 if lines else 3))
        elif lines[-1]:
            lines.append("")
    return lines


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


@dataclass(frozen=True, slots=True)
class Group:
    """Source in brackets: `head` ends in the opening one. A tuple's or a dictionary's, not a call's."""

    head: str
    items: tuple[str | Group, ...]
    close: str = ")"

    def flat(self) -> str:
        """All on one line."""
        items = ", ".join(_flat(item) for item in self.items)
        only = "," if len(self.items) == 1 and self.head.endswith("(") else ""
        return f"{self.head}{items}{only}{self.close}"

    def exploded(self, indent: int) -> str:
        """One item a line, at `indent` and four more."""
        pad = " " * (indent + 4)
        items = "".join(f"{pad}{_fitted(item, indent + 4)},\n" for item in self.items)
        return f"{self.head}\n{items}{' ' * indent}{self.close}"


def _flat(item: str | Group) -> str:
    return item if isinstance(item, str) else item.flat()


def _fitted(item: str | Group, indent: int) -> str:
    """An item on a line of its own, a comma after it."""
    flat = _flat(item)
    if isinstance(item, str) or indent + len(flat) + 1 <= LINE_LENGTH:
        return flat
    return item.exploded(indent)


def call(callee: str, arguments: Sequence[str | Group], indent: int = 0, before: int = 0) -> str:
    """A call laid out as black does it; `before` columns of its first line are taken.

    All on one line; else all on the next line; else one a line.
    """
    flat = ", ".join(map(_flat, arguments))
    if before + len(callee) + 2 + len(flat) <= LINE_LENGTH or not arguments:
        return f"{callee}({flat})"
    pad = " " * (indent + 4)
    if len(pad) + len(flat) <= LINE_LENGTH:
        return f"{callee}(\n{pad}{flat}\n{' ' * indent})"
    lines = "".join(f"{pad}{_fitted(argument, indent + 4)},\n" for argument in arguments)
    return f"{callee}(\n{lines}{' ' * indent})"


def assignment(target: str, callee: str, arguments: Sequence[str | Group], indent: int = 0) -> str:
    """`target = callee(arguments)` as black lays it out at `indent`; the first line is not indented.

    `target` is a name, perhaps with an annotation.
    """
    flat = f"{target} = {callee}({', '.join(map(_flat, arguments))})"
    if (
        indent + len(flat) <= LINE_LENGTH
        or indent + len(target) + 3 + len(callee) + 1 <= LINE_LENGTH
    ):
        return f"{target} = {call(callee, arguments, indent, indent + len(target) + 3)}"
    if indent + len(target) + len(" = (") <= LINE_LENGTH or "[" not in target:
        inner = call(callee, arguments, indent + 4, indent + 4)
        return f"{target} = (\n{' ' * (indent + 4)}{inner}\n{' ' * indent})"
    # Not even the annotation leaves room: it is broken, the call follows it.
    head, _, rest = target.partition("[")
    broken = f"{head}[\n{_subscript(rest.removesuffix(']'), indent + 4)}\n{' ' * indent}]"
    return f"{broken} = {call(callee, arguments, indent, indent + len('] = '))}"


def _subscript(inner: str, indent: int) -> str:
    pad = " " * indent
    if indent + len(inner) <= LINE_LENGTH or not _is_one_subscript(inner):
        return pad + inner
    head, _, rest = inner.partition("[")
    return f"{pad}{head}[\n{_subscript(rest.removesuffix(']'), indent + 4)}\n{pad}]"


def _is_one_subscript(source: str) -> bool:
    """Whether the first bracket is closed by what ends the source: `dict[str, int]`, unlike `list[int] | None`."""
    depth = 0
    for at, character in enumerate(source):
        depth += (character == "[") - (character == "]")
        if depth == 0 and character == "]":
            return at == len(source) - 1
    return False


def plain_assignment(target: str, value: str, indent: int = 0) -> str:
    """`target = value` for a literal, which black sets on a line of its own where that helps."""
    flat = f"{target} = {value}"
    if indent + len(flat) <= LINE_LENGTH or indent + 4 + len(value) > LINE_LENGTH:
        return flat
    return f"{target} = (\n{' ' * (indent + 4)}{value}\n{' ' * indent})"


def class_heading(cls: str, base: str) -> str:
    """`class cls(base):` as black lays it out."""
    flat = f"class {cls}({base}):"
    return flat if len(flat) <= LINE_LENGTH else f"class {cls}(\n    {base}\n):"


def keywords(values: Mapping[str, str]) -> tuple[str, ...]:
    """Keyword arguments from names to source."""
    return tuple(f"{name}={value}" for name, value in values.items())
