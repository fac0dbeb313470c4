"""Search expressions: reading and writing (OData URL Conventions 4.01, section 5.1.7).

`AND`, `OR` and `NOT` in capitals are operators where something follows that they can join or deny, else words.
"""

from __future__ import annotations

import re
from typing import Final

from edmund.queries.options import AllOf, AnyOf, Excluded, Phrase, Search, Word
from edmund.queries.source import Source

__all__ = ["parse_search", "print_search"]

_MAX_DEPTH: Final = 80
_TOKEN: Final = re.compile(r'"((?:[^"\\]++|\\.)*+)"|([()])|([^\s()"]++)', re.DOTALL)
_SPACE: Final = re.compile(r"\s*+")
_ESCAPED: Final = re.compile(r"\\(.)", re.DOTALL)
# A semicolon would end a search within an item of `$expand`.
_PLAIN_WORD: Final = re.compile(r'[^\s()";]+')
_OPERATORS: Final = frozenset({"AND", "OR", "NOT"})


def parse_search(text: str | Source, name: str = "$search") -> Search:
    """The search that a text is. Raises EdmundError (EDM920, EDM921)."""
    source = Source(text, name) if isinstance(text, str) else text
    return _SearchParser(source).whole()


def print_search(search: Search) -> str:
    """The text of a search, which reads back as it."""
    if isinstance(search, Word):
        return search.text if _is_plain(search.text) else print_search(Phrase(search.text))
    if isinstance(search, Phrase):
        escaped = search.text.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'
    if isinstance(search, Excluded):
        return f"NOT {_within(search.operand)}"
    if isinstance(search, AllOf):
        return " AND ".join(map(_within, search.operands))
    return " OR ".join(
        print_search(one) if isinstance(one, AllOf) else _within(one) for one in search.operands
    )


def _is_plain(text: str) -> bool:
    """Whether a word can stand without quotes, wherever the search is."""
    return _PLAIN_WORD.fullmatch(text) is not None and text not in _OPERATORS


def _within(search: Search) -> str:
    text = print_search(search)
    return f"({text})" if isinstance(search, AllOf | AnyOf) else text


class _SearchParser:
    """All tokens first: whether a word is an operator depends on what follows."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._tokens: list[tuple[str, str, int]] = []  # kind (" ( ) or w), text, place
        self._next = 0
        self._depth = 0
        at = 0
        while True:
            space = _SPACE.match(source.text, at)
            at = space.end() if space is not None else at
            if at >= len(source.text):
                break
            found = _TOKEN.match(source.text, at)
            if found is None:
                raise source.error("the phrase that begins here has no end", at)
            phrase, parenthesis, word = found.groups()
            if phrase is not None:
                self._tokens.append(('"', _ESCAPED.sub(r"\1", phrase), at))
            else:
                self._tokens.append((parenthesis or "w", word or "", at))
            at = found.end()

    def whole(self) -> Search:
        found = self._any()
        if self._next < len(self._tokens):
            raise self._source.error("this parenthesis closes none", self._tokens[self._next][2])
        return found

    def _any(self) -> Search:
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise self._source.too_deep(_MAX_DEPTH, self._tokens[self._next][2])
        operands = [self._all()]
        while self._is_operator("OR"):
            self._next += 1
            operands.append(self._all())
        self._depth -= 1
        return operands[0] if len(operands) == 1 else AnyOf(tuple(operands))

    def _all(self) -> Search:
        operands = [self._one()]
        while self._starts_operand(self._next) and not self._is_operator("OR"):
            if self._is_operator("AND"):
                self._next += 1
            operands.append(self._one())
        return operands[0] if len(operands) == 1 else AllOf(tuple(operands))

    def _one(self) -> Search:
        if not self._starts_operand(self._next):
            at = (
                self._tokens[self._next][2]
                if self._next < len(self._tokens)
                else len(self._source.text)
            )
            raise self._source.error("a word or a phrase is expected here", at)
        denials = 0
        while self._is_operator("NOT"):
            denials += 1
            self._next += 1
        if denials > _MAX_DEPTH:
            raise self._source.too_deep(_MAX_DEPTH, self._tokens[self._next][2])
        kind, text, at = self._tokens[self._next]
        self._next += 1
        found: Search
        if kind == "(":
            found = self._any()
            if self._next >= len(self._tokens):
                raise self._source.error("the parenthesis that begins here has no end", at)
            self._next += 1
        elif kind == "w" and _is_plain(text):
            found = Word(text)
        else:
            found = Phrase(text)
        for _ in range(denials):
            found = Excluded(found)
        return found

    def _is_operator(self, word: str) -> bool:
        """Whether the token at hand is the operator: an operand follows it."""
        at = self._next
        return (
            at < len(self._tokens)
            and self._tokens[at][:2] == ("w", word)
            and self._starts_operand(at + 1)
        )

    def _starts_operand(self, at: int) -> bool:
        return at < len(self._tokens) and self._tokens[at][0] != ")"
