"""Tokens of query expressions. Each is found at its place in time by its length; nothing is read twice."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import Final

from edmund.diagnostics import EdmundError
from edmund.queries.source import Source

__all__ = ["END", "Scanner", "Token", "TokenKind"]


class TokenKind(Enum):
    STRING = "string"
    JSON_STRING = "json string"
    PREFIXED = "prefixed"  # guid'...', Shop.Color'Red'
    GUID = "guid"
    TIMESTAMP = "timestamp"
    DATE = "date"
    TIME = "time"
    NUMBER = "number"
    NAME = "name"
    VARIABLE = "variable"  # $it, $count
    ALIAS = "alias"  # @name, @ns.Term#Qualifier
    SIGN = "sign"  # parentheses, commas, ...
    END = "end"


@dataclass(frozen=True, slots=True)
class Token:
    """`text` is as written; `at` and `end` are its places in the source."""

    kind: TokenKind
    text: str
    at: int
    end: int


_IDENTIFIER: Final = r"[^\W\d]\w*+"
_QUALIFIED: Final = rf"{_IDENTIFIER}(?:\.{_IDENTIFIER})*+"
_DAY: Final = r"-?(?:0\d{3}|[1-9]\d{3,9})-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
_CLOCK: Final = r"(?:[01]\d|2[0-3]):[0-5]\d(?::(?:[0-5]\d|60)(?:\.\d{1,12})?)?"
_QUOTED: Final = r"'(?:[^']++|'')*+'"
_TOKEN: Final = re.compile(
    rf"""(?P<PREFIXED>{_QUALIFIED}{_QUOTED})
    |(?P<STRING>{_QUOTED})
    |(?P<JSON_STRING>"(?:[^"\\]++|\\.)*+")
    |(?P<GUID>[0-9A-Fa-f]{{8}}(?:-[0-9A-Fa-f]{{4}}){{3}}-[0-9A-Fa-f]{{12}}(?!\w))
    |(?P<TIMESTAMP>{_DAY}T{_CLOCK}(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)(?!\w))
    |(?P<DATE>{_DAY}(?!\w))
    |(?P<TIME>{_CLOCK}(?!\w))
    |(?P<NUMBER>[+-]?\d++(?:\.\d++)?(?:[eE][+-]?\d++)?[lLmMfFdD]?(?!\w)|-?INF(?!\w)|NaN(?!\w))
    |(?P<NAME>{_QUALIFIED}(?:\.\*)?)
    |(?P<VARIABLE>\$[A-Za-z]++)
    |(?P<ALIAS>@{_QUALIFIED}(?:\#{_IDENTIFIER})?)
    |(?P<SIGN>[(),/:=;\[\]{{}}*-])""",
    re.VERBOSE | re.DOTALL,
)
_SPACE: Final = re.compile(r"[ \t\r\n]*+")
_LIKE_A_TIMESTAMP: Final = re.compile(r"-?\d{4,10}-\d\d-\d\dT")
_KINDS: Final = {kind.name: kind for kind in TokenKind}
END: Final = "the end"


class Scanner:
    """Walks over a source, one token ahead. Raises EdmundError (EDM920) where there is none."""

    def __init__(self, source: Source, at: int = 0) -> None:
        self.source = source
        self._text = source.text
        self.token = self._next(at)

    def advance(self) -> Token:
        """The token at hand; the one after it is at hand then."""
        token = self.token
        self.token = self._next(token.end)
        return token

    def jump(self, at: int) -> None:
        """Go on at `at`."""
        self.token = self._next(at)

    def at_sign(self, sign: str) -> bool:
        """Whether the token at hand is the sign."""
        return self.token.kind is TokenKind.SIGN and self.token.text == sign

    def accept(self, sign: str) -> bool:
        """Step over the sign if it is at hand."""
        if self.at_sign(sign):
            self.advance()
            return True
        return False

    def expect(self, sign: str) -> Token:
        """Step over the sign; an error when it is not there."""
        if not self.at_sign(sign):
            raise self.unexpected(f"'{sign}'")
        return self.advance()

    def is_followed_by(self, signs: str) -> bool:
        """Whether the token at hand stands directly before one of these characters."""
        return self._text[self.token.end : self.token.end + 1] in tuple(signs)

    def end(self) -> None:
        """An error when something follows."""
        if self.token.kind is not TokenKind.END:
            raise self.unexpected("the end")

    def unexpected(self, expected: str) -> EdmundError:
        """The error for a token that cannot stand here."""
        token = self.token
        found = END if token.kind is TokenKind.END else f"'{token.text[:60]}'"
        return self.source.error(f"{expected} is expected here, not {found}", token.at)

    def _next(self, at: int) -> Token:
        space = _SPACE.match(self._text, at)
        at = space.end() if space is not None else at
        if at >= len(self._text):
            return Token(TokenKind.END, "", at, at)
        found = _TOKEN.match(self._text, at)
        if found is None or found.lastgroup is None:
            raise self._no_token(at)
        if found.lastgroup in ("NUMBER", "DATE") and _LIKE_A_TIMESTAMP.match(self._text, at):
            raise self._no_token(at)
        return Token(_KINDS[found.lastgroup], found[0], at, found.end())

    def _no_token(self, at: int) -> EdmundError:
        character = self._text[at]
        if character in "'\"":
            return self.source.error("the text that begins here has no end", at)
        if _LIKE_A_TIMESTAMP.match(self._text, at):
            hint = "a date and time says its offset from UTC: 2026-01-31T12:00:00Z"
            return self.source.error("no literal of a date and time", at, hint)
        return self.source.error(f"'{character}' cannot stand here", at)
