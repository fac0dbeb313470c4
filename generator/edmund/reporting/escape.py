"""Text of an input on its way to a terminal or a build log: nothing in it may act there."""

from __future__ import annotations

import re

__all__ = ["printable", "printable_lines"]

# C0 and C1 controls and DEL drive terminals; bidirectional controls reorder what is read (Unicode
# UTS #55); line separators break lines for some readers; a surrogate cannot be encoded at all.
_ACTIVE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
# Build logs take commands from lines that start so, after white space (GitHub, Azure DevOps).
_COMMAND = re.compile(r"^(\s*)(::|##)", re.M)


def printable(text: str) -> str:
    """`text` as one line that a terminal shows and a build log does not obey."""
    return _COMMAND.sub(_defused, _ACTIVE.sub(_escaped, text))


def printable_lines(text: str) -> str:
    """The same for text of several lines: line feeds and tabs stay."""
    lines = text.replace("\t", "    ").split("\n")
    return "\n".join(_ACTIVE.sub(_escaped, line) for line in lines)


def _escaped(match: re.Match[str]) -> str:
    code = ord(match.group())
    short = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}.get(match.group())
    return short or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}")


def _defused(match: re.Match[str]) -> str:
    first = match.group(2)[0]
    return f"{match.group(1)}\\x{ord(first):02x}{match.group(2)[1:]}"
