"""TypeScript source for values and comments: the only way by which schema text reaches generated code.

Every text of a schema is hostile. What cannot be seen or would turn the reading order round is shown as an
escape.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from edmund.targets.typescript.characters import deceives
from edmund.targets.typescript.names import is_plain_name

__all__ = ["LINE_LENGTH", "doc_comment", "exact_number", "property_key", "string_literal"]

LINE_LENGTH = 80
_LARGEST_WHOLE = 10**16
_LARGEST_EXPONENT = 308

_NAMED_ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t", "\\": "\\\\"}
_PLAIN = re.compile(r"[ !#-\[\]-~]*\Z")
# Nothing that ends a comment, is a tag of it or an instruction in it.
_PLAIN_WORD = re.compile(r"[!-?A-~]*\Z")
_SOURCE_MAP = "sourceMappingURL"
_LINE_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


def string_literal(text: str) -> str:
    """A string literal with value `text`, in the quotes that need fewer escapes.

    What tools take for the address of a source map, wherever in a file it stands, is broken up.
    """
    if _PLAIN.match(text) and _SOURCE_MAP not in text:
        return f'"{text}"'
    quote = "'" if text.count('"') > text.count("'") else '"'
    body = "".join("\\" + c if c == quote else _escaped(c) for c in text)
    return f"{quote}{body}{quote}".replace(_SOURCE_MAP, "sourceMapping\\x55RL")


def exact_number(value: int | float | Decimal) -> str | None:
    """The literal of a number as prettier leaves it; None when JavaScript's numbers do not hold it exactly."""
    number = Decimal(str(value))
    if number.adjusted() >= _LARGEST_EXPONENT or Decimal(repr(float(number))) != number:
        return None
    whole = number == number.to_integral_value() and abs(number) < _LARGEST_WHOLE
    return str(int(number)) if whole else repr(float(number)).replace("e+", "e")


def property_key(name: str) -> str:
    """A name as the key of a property: quoted where it has to be."""
    return name if is_plain_name(name) else string_literal(name)


def _escaped(character: str) -> str:
    """One character of a literal; quotes are the caller's business."""
    named = _NAMED_ESCAPES.get(character)
    if named is not None:
        return named
    if not deceives(character):
        return character
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\u{{{code:x}}}"


def doc_comment(text: str, indent: int = 0, deprecated: str = "") -> str:
    """A comment for `text`, wrapped at `indent` columns; '' for a blank text.

    Line breaks of the text are kept, runs of blanks and of blank lines are not. `deprecated` becomes a tag
    that editors and linters know. The first line of the result is not indented, the others are.
    """
    paragraphs = _paragraphs(text)
    tag = [word for line in _paragraphs(deprecated) for word in line]
    if tag:
        paragraphs += [[], ["@deprecated", *tag]] if paragraphs else [["@deprecated", *tag]]
    if not paragraphs:
        return ""
    lines: list[str] = []
    for words in paragraphs:
        if words:
            lines.extend(_filled(words, LINE_LENGTH - indent - 3))
        elif lines and lines[-1]:
            lines.append("")
    if len(lines) == 1 and indent + len(lines[0]) + 7 <= LINE_LENGTH:
        return f"/** {lines[0]} */"
    pad = " " * indent
    body = "\n".join(f"{pad} * {line}".rstrip() for line in lines)
    return f"/**\n{body}\n{pad} */"


def _paragraphs(text: str) -> list[list[str]]:
    """The words of each line, escaped; blank lines at both ends left out."""
    lines = [[_doc_word(word) for word in line.split()] for line in _LINE_BREAK.split(text)]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return lines


def _doc_word(word: str) -> str:
    """One word of a comment: no end of it, no tag, no instruction to a tool."""
    if _PLAIN_WORD.match(word) and "*/" not in word and _SOURCE_MAP not in word:
        return word
    shown = "".join(c if c == "\\" else _escaped(c) for c in word)
    shown = shown.replace("*/", "*\\/").replace("@", "\\@")
    return shown.replace(_SOURCE_MAP, "sourceMapping\\URL")


def _filled(words: Sequence[str], width: int) -> Iterable[str]:
    """Lines of at most `width` columns; a longer word stands alone."""
    line = words[0]
    for word in words[1:]:
        if len(line) + 1 + len(word) <= width:
            line += " " + word
        else:
            yield line
            line = word
    yield line
