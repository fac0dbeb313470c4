"""Literals as they are written, and what each is of (OData ABNF 4.01, rule `primitiveLiteral`)."""

from __future__ import annotations

import json
import re
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from typing import Final

from edmund.queries.dialect import Dialect
from edmund.queries.expressions import Literal, LiteralKind
from edmund.queries.scanner import Token, TokenKind
from edmund.queries.source import Source

__all__ = ["LITERAL_TOKENS", "literal_of", "named_literal"]

LITERAL_TOKENS: Final = frozenset(
    {
        TokenKind.STRING,
        TokenKind.JSON_STRING,
        TokenKind.PREFIXED,
        TokenKind.GUID,
        TokenKind.TIMESTAMP,
        TokenKind.DATE,
        TokenKind.TIME,
        TokenKind.NUMBER,
    }
)
_PLAIN: Final[Mapping[TokenKind, LiteralKind]] = {
    TokenKind.GUID: LiteralKind.GUID,
    TokenKind.TIMESTAMP: LiteralKind.TIMESTAMP,
    TokenKind.DATE: LiteralKind.DATE,
    TokenKind.TIME: LiteralKind.TIME_OF_DAY,
}
_PREFIXES: Final[Mapping[str, LiteralKind]] = {
    "duration": LiteralKind.DURATION,
    "binary": LiteralKind.BINARY,
    "geography": LiteralKind.GEOGRAPHY,
    "geometry": LiteralKind.GEOMETRY,
}
_OLD_PREFIXES: Final[Mapping[str, LiteralKind]] = {
    "datetime": LiteralKind.DATETIME,
    "datetimeoffset": LiteralKind.TIMESTAMP,
    "time": LiteralKind.DURATION,
    "guid": LiteralKind.GUID,
    "binary": LiteralKind.BINARY,
    "x": LiteralKind.BINARY,
    "geography": LiteralKind.GEOGRAPHY,
    "geometry": LiteralKind.GEOMETRY,
}
_SUFFIXES: Final[Mapping[str, LiteralKind]] = {
    "l": LiteralKind.LONG,
    "m": LiteralKind.DECIMAL,
    "d": LiteralKind.DOUBLE,
    "f": LiteralKind.SINGLE,
}
_FORMS: Final[Mapping[LiteralKind, re.Pattern[str]]] = {
    LiteralKind.DURATION: re.compile(
        r"[+-]?P(?:\d+D)?(?:T(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?", re.ASCII
    ),
    LiteralKind.BINARY: re.compile(r"[A-Za-z0-9_-]*={0,2}"),
    LiteralKind.GUID: re.compile(r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"),
    LiteralKind.GEOGRAPHY: re.compile(r"(?:SRID=\d{1,5};)?[A-Za-z]+\s*\(.*\)", re.DOTALL),
    LiteralKind.GEOMETRY: re.compile(r"(?:SRID=\d{1,5};)?[A-Za-z]+\s*\(.*\)", re.DOTALL),
    LiteralKind.DATETIME: re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,7})?)?"),
    LiteralKind.TIMESTAMP: re.compile(
        r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,12})?)?(?:Z|[+-]\d\d:\d\d)"
    ),
}
_HEXADECIMAL: Final = re.compile(r"(?:[0-9A-Fa-f]{2})*")


def literal_of(token: Token, source: Source, dialect: Dialect) -> Literal:
    """The literal that a token of `LITERAL_TOKENS` is. Raises EdmundError for one of no version, or of another."""
    if token.kind is TokenKind.STRING:
        return Literal(LiteralKind.STRING, _unquoted(token.text), at=token.at)
    if token.kind is TokenKind.JSON_STRING:
        return Literal(LiteralKind.STRING, _json(token, source), at=token.at)
    if token.kind is TokenKind.NUMBER:
        return _number(token, source, dialect)
    if token.kind is TokenKind.PREFIXED:
        return _prefixed(token, source, dialect)
    kind = _PLAIN[token.kind]
    if dialect.is_old:
        hint = f"OData {dialect.version.value} writes datetime'...', guid'...', time'...'"
        raise source.error("no literal of this version", token.at, hint)
    return Literal(kind, token.text, at=token.at)


def named_literal(token: Token) -> Literal | None:
    """The literal that a name is: null, true or false, in any case of letters; None for another name."""
    word = token.text.casefold()
    if word == "null":
        return Literal(LiteralKind.NULL, at=token.at)
    if word in ("true", "false"):
        return Literal(LiteralKind.BOOLEAN, word, at=token.at)
    return None


def _unquoted(text: str) -> str:
    return text[1:-1].replace("''", "'")


def _json(token: Token, source: Source) -> str:
    try:
        value = json.loads(token.text, strict=False)
    except ValueError:
        raise source.error("no JSON string", token.at) from None
    return str(value)


def _number(token: Token, source: Source, dialect: Dialect) -> Literal:
    text, suffix = token.text, token.text[-1].casefold()
    if text[-3:] in ("INF", "NaN"):
        return Literal(LiteralKind.DOUBLE, text, at=token.at)
    if suffix in _SUFFIXES:
        if not dialect.is_old:
            hint = f"since 4.0 numbers have no suffix: {text[:-1]}"
            raise source.error(f"'{text}' is no number of this version", token.at, hint)
        return Literal(_SUFFIXES[suffix], text[:-1].removeprefix("+"), at=token.at)
    if "e" in text.casefold() or ("." in text and dialect.is_old):
        kind = LiteralKind.DOUBLE
    else:
        kind = LiteralKind.DECIMAL if "." in text else LiteralKind.INTEGER
    return Literal(kind, text.removeprefix("+"), at=token.at)


def _prefixed(token: Token, source: Source, dialect: Dialect) -> Literal:
    prefix, _, rest = token.text.partition("'")
    text = _unquoted("'" + rest)
    known = _OLD_PREFIXES if dialect.is_old else _PREFIXES
    kind = known.get(prefix.casefold())
    if kind is None:
        if "." in prefix:
            return Literal(LiteralKind.ENUMERATION, text, prefix, at=token.at)
        raise source.error(*_unknown_prefix(prefix, text, token.at, dialect))
    is_hexadecimal = kind is LiteralKind.BINARY and dialect.is_old
    form = _HEXADECIMAL if is_hexadecimal else _FORMS[kind]
    if not form.fullmatch(text):
        raise source.error(f"'{text[:60]}' is no {kind.value}", token.at)
    if is_hexadecimal:
        text = urlsafe_b64encode(bytes.fromhex(text)).decode("ascii")
    return Literal(kind, text, at=token.at)


def _unknown_prefix(
    prefix: str, text: str, at: int, dialect: Dialect
) -> tuple[str, int, str | None]:
    message = f"OData {dialect.version.value} has no literals {prefix}'...'"
    hint = None
    if prefix.casefold() in ("guid", "datetimeoffset"):
        hint = f"since 4.0 it stands as it is: {text[:60]}"
    elif prefix.casefold() == "datetime":
        hint = f"since 4.0 it has an offset and no quotes: {text[:40]}Z"
    elif prefix.casefold() == "x":
        hint = "since 4.0 binary'...' holds base64url"
    return message, at, hint
