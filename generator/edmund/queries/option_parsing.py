"""Reads query options: each of them, those nested in items of `$select` and `$expand`, and a whole query string."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from edmund.queries.apply_parsing import ApplyParser
from edmund.queries.dialect import V401, Dialect, Version
from edmund.queries.expressions import Expression
from edmund.queries.options import Item, Order, Query
from edmund.queries.scanner import Scanner, Token, TokenKind
from edmund.queries.search import parse_search
from edmund.queries.source import Source, decoded
from edmund.suggestions import suggestion

__all__ = ["OptionParser", "QueryText", "parse_option", "parse_query"]

_MAX_NUMBER: Final = 2**63 - 1
_PATH_ENDS: Final = frozenset({"$ref", "$count", "$value"})


@dataclass(frozen=True, slots=True)
class QueryText:
    """A query that was read, and the source of each of its options by its name without `$`."""

    query: Query
    sources: Mapping[str, Source]


def parse_query(
    text: str, dialect: Dialect = V401, name: str = "<query>", first: int = 1
) -> QueryText:
    """The query of a URL, percent-encoded, without the question mark: `$filter=...&$top=5`.

    `first` is the column in which it begins. Raises EdmundError for what is no query (EDM920, EDM921).
    """
    query = Query()
    sources: dict[str, Source] = {}
    place = first
    for part in text.split("&"):
        key, equals, value = part.partition("=")
        option = decoded(key, name, place)
        if part:
            source = decoded(value, name, place + len(key) + 1)
            plain = _plain_name(option.text, dialect)
            if plain is not None and plain in sources:
                raise option.error(f"'{option.text}' is there twice", 0)
            if plain is not None and not equals:
                raise option.error(f"'{option.text}' has no value", 0)
            sources[plain or option.text] = source
            query = _with_option(query, option, plain, source, dialect)
        place += len(part) + 1
    return QueryText(query, sources)


def parse_option(name: str, text: str | Source, dialect: Dialect = V401) -> Query:
    """A query of one option, whose text is not percent-encoded: `parse_option("$orderby", "Name desc")`.

    Raises EdmundError (EDM920, EDM921).
    """
    source = Source(text, name) if isinstance(text, str) else text
    key = Source(name, name)
    return _with_option(Query(), key, _plain_name(name, dialect), source, dialect)


def _plain_name(name: str, dialect: Dialect) -> str | None:
    """The option of OData that a name is, without `$`, which 4.01 does not demand; None for one of the service."""
    plain = name.removeprefix("$").casefold()
    if name[:1] == "$" or (dialect.version is Version.V401 and plain in _OPTIONS):
        return plain
    return None


def _with_option(
    query: Query, option: Source, plain: str | None, source: Source, dialect: Dialect
) -> Query:
    if plain is None:
        if option.text[:1] == "@":
            parser = OptionParser(Scanner(source), dialect)
            value = parser.expression()
            parser.scanner.end()
            return replace(query, aliases=(*query.aliases, (option.text[1:], value)))
        return replace(query, custom=(*query.custom, (option.text, source.text)))
    if plain in _AS_THEY_ARE:
        return replace(query, custom=(*query.custom, (f"${plain}", source.text)))
    read = _OPTIONS.get(plain)
    if read is None:
        hint = suggestion(f"${plain}", [f"${known}" for known in _OPTIONS])
        raise option.error(f"OData has no query option '{option.text}'", 0, hint)
    if plain == "search":
        return replace(query, search=parse_search(source))
    if plain == "format":
        return replace(query, format=source.text)
    parser = OptionParser(Scanner(source), dialect)
    value = read(parser)
    parser.scanner.end()
    return replace(query, **{_FIELDS.get(plain, plain): value})


class OptionParser(ApplyParser):
    """Reads values of options from a scanner."""

    def filter(self) -> Expression:
        return self.expression()

    def orderby(self) -> tuple[Order, ...]:
        return self.orders()

    def items(self) -> tuple[Item, ...]:
        """Items of `$select` and `$expand`."""
        found = [self._item()]
        while self.scanner.accept(","):
            found.append(self._item())
        return tuple(found)

    def number(self) -> int:
        """A whole number without a sign."""
        token = self.scanner.token
        if not token.text.isdecimal() or not token.text.isascii():
            raise self.scanner.unexpected("a whole number")
        value = int(token.text[:20])
        if value > _MAX_NUMBER:
            raise self.scanner.source.error("the number is too large", token.at)
        self.scanner.advance()
        return value

    def signed_number(self) -> int:
        token = self.scanner.token
        if token.text[:1] != "-":
            return self.number()
        if not token.text[1:].isdecimal() or len(token.text) > 20:
            raise self.scanner.unexpected("a whole number")
        self.scanner.advance()
        return int(token.text)

    def boolean(self) -> bool:
        token = self.name("true or false")
        if token.text.casefold() not in ("true", "false"):
            raise self.scanner.source.error("'true' or 'false' is expected here", token.at)
        return token.text.casefold() == "true"

    def inline_count(self) -> bool:
        """`$inlinecount` of the versions before 4.0."""
        token = self.name("allpages or none")
        if token.text.casefold() not in ("allpages", "none"):
            raise self.scanner.source.error("'allpages' or 'none' is expected here", token.at)
        return token.text.casefold() == "allpages"

    def levels(self) -> int:
        """A number from 1, or `max`, which is 0."""
        token = self.scanner.token
        if token.kind is TokenKind.NAME and token.text.casefold() == "max":
            self.scanner.advance()
            return 0
        if token.text[:1] == "0":
            raise self.scanner.unexpected("a number from 1, or 'max',")
        return self.number()

    # --- Items of $select and $expand

    def _item(self) -> Item:
        at = self.scanner.token.at
        path = [self._step()]
        while path[-1] not in _PATH_ENDS and self.scanner.accept("/"):
            path.append(self._step())
        options, parameters = Query(), None
        if self.scanner.at_sign("("):
            self.enter()
            self.scanner.advance()
            token = self.scanner.token
            if token.kind is TokenKind.NAME and not self.scanner.is_followed_by("="):
                parameters = self._parameters()
            else:
                options = self._nested()
            self.scanner.expect(")")
            self.leave()
        return Item(tuple(path), options, parameters, at=at)

    def _step(self) -> str:
        token = self.scanner.token
        known = token.kind is TokenKind.VARIABLE and token.text.casefold() in _PATH_ENDS
        if known or token.kind in (TokenKind.NAME, TokenKind.ALIAS) or self.scanner.at_sign("*"):
            self.scanner.advance()
            return token.text.casefold() if known else token.text
        raise self.scanner.unexpected("the name of a property")

    def _parameters(self) -> tuple[str, ...]:
        names = [self.name("the name of a parameter").text]
        while self.scanner.accept(","):
            names.append(self.name("the name of a parameter").text)
        return tuple(names)

    def _nested(self) -> Query:
        query = Query()
        seen: set[str] = set()
        while True:
            token = self.scanner.token
            if token.kind is TokenKind.ALIAS:
                self.scanner.advance()
                self.scanner.expect("=")
                query = replace(
                    query, aliases=(*query.aliases, (token.text[1:], self.expression()))
                )
            else:
                name = self._nested_name(token)
                if name in seen:
                    raise self.scanner.source.error(f"'{token.text}' is there twice", token.at)
                seen.add(name)
                query = self._nested_option(query, name)
            if not self.scanner.accept(";"):
                return query

    def _nested_name(self, token: Token) -> str:
        if token.kind not in (TokenKind.VARIABLE, TokenKind.NAME):
            raise self.scanner.unexpected("a query option")
        name = token.text.removeprefix("$").casefold()
        if name not in _NESTED:
            hint = suggestion(f"${name}", [f"${known}" for known in _NESTED])
            message = f"'{token.text}' is no query option of an item"
            raise self.scanner.source.error(message, token.at, hint)
        return name

    def _nested_option(self, query: Query, name: str) -> Query:
        self.scanner.advance()
        if not self.scanner.at_sign("="):
            raise self.scanner.unexpected("'='")
        if name == "search":
            return replace(query, search=self.enclosed_search(self.scanner.token.end))
        self.scanner.advance()
        self.enter()
        value = _OPTIONS[name](self)
        self.leave()
        return replace(query, **{_FIELDS.get(name, name): value})


_OPTIONS: Final[Mapping[str, Callable[[OptionParser], Any]]] = {
    "filter": OptionParser.filter,
    "orderby": OptionParser.orderby,
    "select": OptionParser.items,
    "expand": OptionParser.items,
    "compute": OptionParser.computations,
    "apply": OptionParser.transformations,
    "top": OptionParser.number,
    "skip": OptionParser.number,
    "count": OptionParser.boolean,
    "inlinecount": OptionParser.inline_count,
    "levels": OptionParser.levels,
    "index": OptionParser.signed_number,
    "search": OptionParser.expression,
    "format": OptionParser.expression,
}
_FIELDS: Final = {"inlinecount": "count"}
_NESTED: Final = (
    *("filter", "orderby", "select", "expand", "compute", "apply"),
    *("top", "skip", "count", "levels", "search"),
)
_AS_THEY_ARE: Final = frozenset({"skiptoken", "deltatoken", "id", "schemaversion"})
