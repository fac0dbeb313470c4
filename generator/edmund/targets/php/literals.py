"""PHP source for values and comments: the only way by which schema text reaches generated code.

Every text of a schema is hostile. Each function gives finished source that PSR-12 has nothing against and that
means the value it was given; what cannot be seen or would turn the reading order round is shown as an escape.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

__all__ = [
    "LINE_LENGTH",
    "Bracketed",
    "array",
    "doc_comment",
    "entry",
    "laid_out",
    "scalar_literal",
    "string_literal",
]

LINE_LENGTH = 120

_PLAIN = re.compile(r"[ -&(-\[\]-~]*\Z")
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_NAMED_ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t", "\\": "\\\\", '"': '\\"', "$": "\\$"}
_LINE_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# Words that documentation tools, analysers and phpcs take for instructions, wherever they stand.
_TAG = re.compile(r"(?<![\w.])@(?!odata)(?=\S)")
_TOOL = re.compile(r"(?i)\b(phpcs|phpstan|psalm|noinspection|codeCoverageIgnore)(?=[:\w-])")
_LONGEST_WORD = 80
_KEY = r"""(?:(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*") => )"""
# A word that a comment can have as it is.
_PLAIN_WORD = re.compile(r"[\w,.:;()'\"=+!&-]{1,80}\Z", re.ASCII)


def _shows(character: str) -> bool:
    """Whether a character is seen as what it is, wherever it stands."""
    if character.isascii():
        return character.isprintable()
    category = unicodedata.category(character)
    # Variation selectors and Hangul fillers are marks and letters that show nothing.
    return not (
        category in _INVISIBLE
        or category == "Zs"
        or character in "\u115f\u1160\u3164\uffa0\u034f"
        or "\ufe00" <= character <= "\ufe0f"
        or 0xE0100 <= ord(character) <= 0xE01EF
    )


def _escape(character: str) -> str:
    """As PHP writes a code point in double quotes; a lone surrogate by its bytes, which no text has."""
    code = ord(character)
    if 0xD800 <= code <= 0xDFFF:
        return "".join(f"\\x{byte:02x}" for byte in character.encode("utf-8", "surrogatepass"))
    return f"\\x{code:02x}" if code < 0x80 else f"\\u{{{code:x}}}"


def string_literal(text: str) -> str:
    """A string literal with value `text`: in single quotes, or in double ones where something must be escaped."""
    if _PLAIN.match(text):
        return f"'{text}'"
    if all(_shows(character) for character in text):
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
    return '"' + "".join(map(_quoted, text)) + '"'


def _quoted(character: str) -> str:
    named = _NAMED_ESCAPES.get(character)
    if named is not None:
        return named
    return character if _shows(character) else _escape(character)


def scalar_literal(value: object) -> str:
    """A text, whole number, boolean or null as source. A number that PHP would round is given as text."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int) and -(2**63) < value < 2**63:
        return str(value)
    return string_literal(str(value))


@dataclass(frozen=True, slots=True)
class Bracketed:
    """`head` with items in brackets: a call, an array. `tail` follows the closing bracket."""

    head: str
    items: tuple[str | Bracketed, ...]
    brackets: str = "()"
    tail: str = ""

    def flat(self) -> str:
        """All on one line."""
        inner = ", ".join(_flat(item) for item in self.items)
        return f"{self.head}{self.brackets[0]}{inner}{self.brackets[1]}{self.tail}"


def _flat(item: str | Bracketed) -> str:
    return item if isinstance(item, str) else item.flat()


def array(items: Iterable[str | Bracketed], head: str = "") -> Bracketed:
    """An array of source that is finished; `head` may be `'key' => `."""
    return Bracketed(head, tuple(items), "[]")


def entry(key: str, value: str | Bracketed) -> str | Bracketed:
    """`'key' => value`, the key any text."""
    head = f"{string_literal(key)} => "
    if isinstance(value, str):
        return f"{head}{value}"
    return Bracketed(f"{head}{value.head}", value.items, value.brackets, value.tail)


def laid_out(source: str | Bracketed, indent: int, after: int = 1, before: int = 0) -> str:
    """`source` at `indent`, one item a line where it does not fit; the first line is not indented.

    `after` columns follow the last line and `before` precede the first one.
    """
    flat = _flat(source)
    if indent + before + len(flat) + after <= LINE_LENGTH:
        return flat
    if isinstance(source, str):
        return _wrapped_literal(source, indent)
    if not source.items:
        return flat
    pad = " " * (indent + 4)
    body = "".join(f"{pad}{laid_out(item, indent + 4)},\n" for item in source.items)
    return (
        f"{source.head}{source.brackets[0]}\n{body}{' ' * indent}{source.brackets[1]}{source.tail}"
    )


def _wrapped_literal(source: str, indent: int) -> str:
    """A long literal, or an entry with one, as pieces that are joined by dots; other entries on two lines."""
    match = re.fullmatch(rf"({_KEY}?)'((?:[^'\\]|\\.)*)'", source, re.DOTALL)
    quote = "'"
    if match is None:
        match = re.fullmatch(rf"({_KEY}?)\"((?:[^\"\\]|\\.)*)\"", source, re.DOTALL)
        quote = '"'
    if match is None:
        key, arrow, value = source.partition(" => ")
        is_entry = bool(arrow) and re.fullmatch(r"[\w:]+", value) is not None
        return f"{key} =>\n{' ' * (indent + 4)}{value}" if is_entry else source
    pieces = list(_pieces(match[2], LINE_LENGTH - indent - 10))
    joint = f"\n{' ' * (indent + 4)}. "
    head = match[1]
    if head:
        head = f"{head.rstrip()}\n{' ' * (indent + 4)}"
    return head + joint.join(f"{quote}{piece}{quote}" for piece in pieces)


def _pieces(body: str, width: int) -> Iterator[str]:
    """The inside of a literal in pieces of at most `width` columns, cut outside of escapes."""
    tokens = re.findall(r"\\u\{[0-9a-f]+\}|\\x[0-9a-f]{2}|\\.|[^\\]", body, re.DOTALL)
    line = ""
    for token in tokens:
        if line and len(line) + len(token) > width:
            yield line
            line = ""
        line += token
    yield line


def doc_comment(text: str, tags: Sequence[str] = (), indent: int = 0) -> str:
    """A doc comment for `text`, wrapped, with `tags` (finished lines) below it; '' for nothing to say.

    Paragraphs are kept, runs of blanks are not. The first line of the result is not indented.
    """
    lines = _filled(text, LINE_LENGTH - indent - 3)
    if not lines and not tags:
        return ""
    if lines and tags:
        lines.append("")
    lines.extend(tags)
    pad = " " * indent
    if len(lines) == 1 and indent + len(lines[0]) + 7 <= LINE_LENGTH:
        return f"/** {lines[0]} */"
    body = "".join(f"{pad} * {line}".rstrip() + "\n" for line in lines)
    return f"/**\n{body}{pad} */"


def _filled(text: str, width: int) -> list[str]:
    paragraphs = [line.split() for line in _LINE_BREAK.split(text)]
    while paragraphs and not paragraphs[-1]:
        paragraphs.pop()
    lines: list[str] = []
    for words in paragraphs:
        line = ""
        for word in (piece for each in words for piece in _doc_words(each)):
            if line and len(line) + 1 + len(word) > width:
                lines.append(line)
                line = ""
            # A line must not begin like a tag or an end of the comment.
            line = f"{line} {word}" if line else (f"\\{word}" if word.startswith("@") else word)
        if line:
            lines.append(line)
        elif lines and lines[-1]:
            lines.append("")
    return lines


def _doc_words(word: str) -> Iterator[str]:
    """One word of a comment, harmless, in pieces that fit on a line."""
    if _PLAIN_WORD.match(word) and _TOOL.search(word) is None:
        yield word
        return
    shown = "".join(c if _shows(c) else _escape(c) for c in word)
    shown = (
        shown.replace("*/", "* /").replace("/*", "/ *").replace("?>", "? >").replace("<?", "< ?")
    )
    shown = _TOOL.sub(lambda found: f"{found[1]} ", _TAG.sub("@ ", shown)).replace("{@", "{ @")
    for part in shown.split():
        for start in range(0, len(part), _LONGEST_WORD):
            yield part[start : start + _LONGEST_WORD]
