"""Java source for values and comments: the only way by which schema text reaches generated code.

Every text of a schema is hostile. Each function here gives finished source that evaluates to the value it
was given, or is a comment to its end; what cannot be seen or would turn the reading order round is shown as
an escape. Java reads `\\u....` before anything else, in comments too: no backslash of a schema's reaches one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from edmund.surface.shapes import JsonScalar

__all__ = [
    "LINE_LENGTH",
    "int_literal",
    "javadoc",
    "plain_text",
    "scalar_literal",
    "string_literal",
    "string_pieces",
]

LINE_LENGTH = 100

_NAMED_ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t", "\\": "\\\\", '"': '\\"'}
_PLAIN = re.compile(r"[ !#-\[\]-~]*\Z")
_PLAIN_WORD = re.compile(r"[!#$%'()+,\-./0-9:;=?A-Z\[\]^_`a-z|~\"]*\Z")
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs", "Mn", "Me", "Mc"})
_LINE_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
_PIECE = 70


def _deceives(character: str) -> bool:
    """Whether a character is invisible, or one that tools count or show in different ways."""
    return (
        ord(character) > 0xFFFF
        or unicodedata.category(character) in _INVISIBLE
        or character in "\u115f\u1160\u3164\uffa0"
    )


def _escaped(character: str) -> str:
    """One character of a string literal."""
    named = _NAMED_ESCAPES.get(character)
    if named is not None:
        return named
    code = ord(character)
    if code < 0x20:
        # Octal, three digits: a Unicode escape would be read before the literal is.
        return f"\\{code:03o}"
    if code < 0x7F or not _deceives(character):
        return character
    if code > 0xFFFF:
        code -= 0x10000
        return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
    return f"\\u{code:04x}"


def string_literal(text: str) -> str:
    """A string literal with value `text`, on one line."""
    if _PLAIN.match(text):
        return f'"{text}"'
    return f'"{"".join(map(_escaped, text))}"'


def string_pieces(text: str) -> tuple[str, ...]:
    """String literals that give `text` one after the other, each short enough for a line of its own."""
    pieces: list[str] = []
    current = ""
    for character in text:
        written = _escaped(character)
        if len(current) + len(written) > _PIECE:
            pieces.append(current)
            current = ""
        current += written
    return tuple(f'"{piece}"' for piece in (*pieces, current))


def int_literal(value: int) -> str:
    """An integer literal in decimal."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"not an int: {value!r}")
    return str(value)


def scalar_literal(value: JsonScalar) -> str:
    """An expression for a JSON value that is no array and no object: numbers keep their digits."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return string_literal(value)
    if isinstance(value, int) and -(2**63) <= value < 2**63:
        return f"{value}L"
    return f"new java.math.BigDecimal({string_literal(str(value))})"


def plain_text(text: str) -> str:
    """`text` as words of a documentation comment, on one line."""
    return " ".join(map(_doc_word, text.split()))


def _doc_word(word: str) -> str:
    """One word of a documentation comment: nothing in it is HTML, a tag, an escape or the comment's end."""
    if _PLAIN_WORD.match(word) and "*/" not in word:
        return word
    return "".join(map(_doc_character, word))


def _doc_character(character: str) -> str:
    named = _ENTITIES.get(character)
    if named is not None:
        return named
    if character in "*@{}\\" or _deceives(character):
        return f"&#{ord(character)};"
    return character


def javadoc(text: str, indent: int = 0, deprecated: str = "") -> str:
    """A documentation comment for `text`, laid out as google-java-format does; '' for a blank text.

    Paragraphs are separated by blank lines; lines that begin with `- ` are a list. `deprecated` is the
    text of the tag of that name. The first line of the result is not indented, the others are.
    """
    pad = " " * indent
    width = LINE_LENGTH - indent - len(" * ")
    blocks = _blocks(text)
    tag = plain_text(deprecated)
    if not blocks and not tag:
        return ""
    if len(blocks) == 1 and not tag and not blocks[0][0]:
        single = " ".join(blocks[0][1])
        if len(single) + len("/**  */") + indent <= LINE_LENGTH:
            return f"/** {single} */"
    lines: list[str] = []
    for at, (is_list, content) in enumerate(blocks):
        if lines:
            lines.append("")
        if is_list:
            lines += ["<ul>", *_listed(content, width), "</ul>"]
        else:
            words = list(content)
            if at:
                words[0] = f"<p>{words[0]}"
            lines += _filled(words, width, "")
    if tag:
        lines += [""] if lines else []
        lines += _filled(["@deprecated", *tag.split(" ")], width, "    ")
    body = "".join(f"{pad} * {line}\n" if line else f"{pad} *\n" for line in lines)
    return f"/**\n{body}{pad} */"


def _blocks(text: str) -> list[tuple[bool, list[str]]]:
    """Paragraphs as words and lists as their items, in order; a list is marked by true."""
    blocks: list[tuple[bool, list[str]]] = []
    open_ = False
    for line in _LINE_BREAK.split(text):
        words = [_doc_word(word) for word in line.split()]
        if not words:
            open_ = False
        elif line.startswith("- ") and len(words) > 1:
            if not (open_ and blocks[-1][0]):
                blocks.append((True, []))
            blocks[-1][1].append(" ".join(words[1:]))
            open_ = True
        elif open_ and not blocks[-1][0]:
            blocks[-1][1].extend(words)
        else:
            blocks.append((False, words))
            open_ = True
    if blocks and blocks[0][0]:
        # A comment does not begin with a list.
        words = [word for item in blocks[0][1] for word in ("-", *item.split(" "))]
        blocks[0] = (False, words)
    return blocks


def _listed(items: Sequence[str], width: int) -> list[str]:
    lines: list[str] = []
    for item in items:
        filled = _filled([f"<li>{item.split(' ')[0]}", *item.split(" ")[1:]], width - 2, "    ")
        lines += [f"  {line}" for line in filled]
    return lines


def _filled(words: Sequence[str], width: int, hanging: str) -> list[str]:
    """Lines of at most `width` columns, all but the first behind `hanging`."""
    lines = []
    line = words[0]
    for word in words[1:]:
        if len(line) + 1 + len(word) <= width:
            line += f" {word}"
        else:
            lines.append(line)
            line = hanging + word
    return [*lines, line]
