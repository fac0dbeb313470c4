"""Where each key of a TOML document stands: tomllib gives values, errors need lines.

The scanner runs over text that tomllib has accepted already, so it need not judge anything (TOML 1.0).
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Mapping

__all__ = ["KeyPath", "key_positions"]

KeyPath = tuple[str | int, ...]

_BLANK = re.compile(r"[ \t]*")
_SPACE = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_BASIC = re.compile(r'"(?:[^"\\]|\\.)*"')
_LITERAL = re.compile(r"'[^']*'")
_MULTI_BASIC = re.compile(r'"""(?:[^\\]|\\.)*?"{3,5}', re.S)
_MULTI_LITERAL = re.compile(r"'''.*?'{3,5}", re.S)
_SCALAR = re.compile(r"[^,\]}\r\n#]+")


def key_positions(text: str) -> Mapping[KeyPath, tuple[int, int]]:
    """Line and column, from 1, of each key, and of each element of an array (by index)."""
    scanner = _Scanner(text)
    scanner.document()
    starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def place(offset: int) -> tuple[int, int]:
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    return {path: place(offset) for path, offset in scanner.found.items()}


class _Scanner:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._array_sizes: dict[KeyPath, int] = {}
        self.found: dict[KeyPath, int] = {}

    def document(self) -> None:
        table: KeyPath = ()
        while True:
            self._skip(_SPACE)
            if self._at >= len(self._text):
                return
            if self._text.startswith("[[", self._at):
                table = self._header(2)
                count = self._array_sizes.get(table, 0)
                self._array_sizes[table] = count + 1
                table = (*table, count)
                self.found.setdefault(table, self._at)
                self._at += 2
            elif self._text[self._at] == "[":
                table = self._header(1)
                self._at += 1
            else:
                self._pair(table)

    def _header(self, brackets: int) -> KeyPath:
        """Read up to the closing brackets; arrays of tables on the way mean their last table."""
        self._at += brackets
        path: KeyPath = ()
        names = self._key()
        for position, (name, offset) in enumerate(names, 1):
            path = (*path, name)
            self.found.setdefault(path, offset)
            # The last name of [[a.b]] stands for the array itself.
            if path in self._array_sizes and (brackets == 1 or position < len(names)):
                path = (*path, self._array_sizes[path] - 1)
        return path

    def _key(self) -> list[tuple[str, int]]:
        names: list[tuple[str, int]] = []
        while True:
            self._skip(_BLANK)
            start = self._at
            for pattern in (_BARE, _BASIC, _LITERAL):
                match = pattern.match(self._text, self._at)
                if match:
                    break
            else:
                self._at = len(self._text)
                return names
            self._at = match.end()
            names.append((_unquoted(match.group()), start))
            self._skip(_BLANK)
            if not self._text.startswith(".", self._at):
                return names
            self._at += 1

    def _pair(self, table: KeyPath) -> None:
        path = table
        for name, offset in self._key():
            path = (*path, name)
            self.found.setdefault(path, offset)
        self._skip(_BLANK)
        self._at += 1  # the equals sign
        self._skip(_BLANK)
        self._value(path)

    def _value(self, path: KeyPath) -> None:
        first = self._text[self._at : self._at + 1]
        if first == "[":
            self._array(path)
        elif first == "{":
            self._inline_table(path)
        else:
            for pattern in (_MULTI_BASIC, _MULTI_LITERAL, _BASIC, _LITERAL, _SCALAR):
                match = pattern.match(self._text, self._at)
                if match:
                    self._at = match.end()
                    return
            self._at = len(self._text)

    def _array(self, path: KeyPath) -> None:
        self._at += 1
        index = 0
        while True:
            self._skip(_SPACE)
            if self._at >= len(self._text) or self._text[self._at] == "]":
                self._at += 1
                return
            self.found[(*path, index)] = self._at
            self._value((*path, index))
            index += 1
            self._skip(_SPACE)
            if self._text.startswith(",", self._at):
                self._at += 1

    def _inline_table(self, path: KeyPath) -> None:
        self._at += 1
        while True:
            self._skip(_SPACE)
            if self._at >= len(self._text) or self._text[self._at] == "}":
                self._at += 1
                return
            self._pair(path)
            self._skip(_SPACE)
            if self._text.startswith(",", self._at):
                self._at += 1

    def _skip(self, pattern: re.Pattern[str]) -> None:
        match = pattern.match(self._text, self._at)
        if match:
            self._at = match.end()


def _unquoted(key: str) -> str:
    if key.startswith("'"):
        return key[1:-1]
    if key.startswith('"'):
        try:
            return str(json.loads(key))
        except ValueError:  # escapes that TOML has and JSON lacks
            return key[1:-1]
    return key
