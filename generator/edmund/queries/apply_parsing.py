"""Reads orders, computations and the transformations of `$apply` (OData Extension for Data Aggregation 4.0)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from edmund.queries.options import (
    Aggregate,
    Aggregation,
    Computation,
    Compute,
    Concat,
    Custom,
    Expanding,
    FilterItems,
    GroupBy,
    Identity,
    Order,
    OrderItems,
    Ranked,
    Ranking,
    Rollup,
    Search,
    SearchItems,
    Slice,
    SliceKind,
    Transformation,
)
from edmund.queries.parsing import ExpressionParser
from edmund.queries.scanner import TokenKind
from edmund.queries.search import parse_search
from edmund.queries.source import Source
from edmund.suggestions import suggestion

__all__ = ["ApplyParser"]

_RANKINGS: Final = {ranking.value: ranking for ranking in Ranking}
_SLICES: Final = {kind.value: kind for kind in SliceKind}


class ApplyParser(ExpressionParser):
    """The part of the reader that is about what is made of items."""

    def orders(self) -> tuple[Order, ...]:
        """Expressions with `asc` or `desc`."""
        found = [self._order()]
        while self.scanner.accept(","):
            found.append(self._order())
        return tuple(found)

    def _order(self) -> Order:
        expression = self.expression()
        token = self.scanner.token
        if token.kind is TokenKind.NAME and token.text.casefold() in ("asc", "desc"):
            self.scanner.advance()
            return Order(expression, token.text.casefold() == "desc")
        return Order(expression)

    def computations(self) -> tuple[Computation, ...]:
        """`expression as name`, as often as there are commas."""
        found = [self._computation()]
        while self.scanner.accept(","):
            found.append(self._computation())
        return tuple(found)

    def _computation(self) -> Computation:
        expression = self.expression()
        self._word("as")
        return Computation(expression, self.name("a name").text)

    def transformations(self) -> tuple[Transformation, ...]:
        """Transformations that slashes part."""
        self.enter()
        found = [self._transformation()]
        while self.scanner.accept("/"):
            found.append(self._transformation())
        self.leave()
        return tuple(found)

    def _transformation(self) -> Transformation:
        token = self.scanner.token
        if token.kind is not TokenKind.NAME:
            raise self.scanner.unexpected("a transformation")
        word = token.text.casefold()
        if word == "identity":
            self.scanner.advance()
            return Identity()
        if "." in token.text:
            return Custom(self.path())
        if word in _RANKINGS:
            return self._ranked(_RANKINGS[word])
        if word in _SLICES:
            return self._slice(_SLICES[word])
        read = _TRANSFORMATIONS.get(word)
        if read is None:
            known = (*_TRANSFORMATIONS, *_RANKINGS, *_SLICES, "identity")
            message = f"there is no transformation '{token.text}'"
            raise self.scanner.source.error(message, token.at, suggestion(token.text, known))
        self.scanner.advance()
        return read(self)

    def _aggregate(self) -> Aggregate:
        return Aggregate(self._listed("(", ")", self._aggregation))

    def _aggregation(self) -> Aggregation:
        expression = self.expression()
        method = alias = None
        if self._at_word("with"):
            self.scanner.advance()
            method = self.name("the name of a method").text
        if self._at_word("as"):
            self.scanner.advance()
            alias = self.name("a name").text
        return Aggregation(expression, method, alias)

    def _group_by(self) -> GroupBy:
        self.enter()
        self.scanner.expect("(")
        paths = self._listed("(", ")", self._group)
        transformations: tuple[Transformation, ...] = ()
        if self.scanner.accept(","):
            transformations = self.transformations()
        self.scanner.expect(")")
        self.leave()
        return GroupBy(paths, transformations)

    def _group(self) -> str | Rollup:
        if self._at_word("rollup") and self.scanner.is_followed_by("("):
            self.scanner.advance()
            return Rollup(self._listed("(", ")", self._plain_path))
        return self._plain_path()

    def _plain_path(self) -> str:
        token = self.scanner.token
        if token.kind is TokenKind.VARIABLE and token.text.casefold() == "$all":
            self.scanner.advance()
            return "$all"
        names = [self.name("the name of a property").text]
        while self.scanner.accept("/"):
            names.append(self.name("the name of a property").text)
        return "/".join(names)

    def _filter_items(self) -> FilterItems:
        self.scanner.expect("(")
        condition = self.expression()
        self.scanner.expect(")")
        return FilterItems(condition)

    def _search_items(self) -> SearchItems:
        if not self.scanner.at_sign("("):
            raise self.scanner.unexpected("'('")
        search = self.enclosed_search(self.scanner.token.end)
        self.scanner.expect(")")
        return SearchItems(search)

    def enclosed_search(self, start: int) -> Search:
        """A search within parentheses, from `start` to a semicolon or the parenthesis that closes them."""
        source = self.scanner.source
        text, end, depth, quoted = source.text, start, 0, False
        while end < len(text):
            character = text[end]
            if character == '"':
                quoted = not quoted
            elif quoted:
                end += character == "\\"
            elif source.is_encoded(end):
                pass
            elif character == ";" or (character == ")" and not depth):
                break
            else:
                depth += (character == "(") - (character == ")")
            end += 1
        end = min(end, len(text))
        columns = tuple(source.span(at).column for at in range(start, end + 1))
        self.scanner.jump(end)
        return parse_search(Source(text[start:end], source.name, columns))

    def _compute(self) -> Compute:
        return Compute(self._listed("(", ")", self._computation))

    def _order_items(self) -> OrderItems:
        return OrderItems(self._listed("(", ")", self._order))

    def _concat(self) -> Concat:
        return Concat(self._listed("(", ")", self.transformations))

    def _expanding(self) -> Expanding:
        self.enter()
        self.scanner.expect("(")
        path = self._plain_path()
        transformations: tuple[Transformation, ...] = ()
        if self.scanner.accept(","):
            transformations = self.transformations()
        self.scanner.expect(")")
        self.leave()
        return Expanding(path, transformations)

    def _ranked(self, ranking: Ranking) -> Ranked:
        self.scanner.advance()
        self.scanner.expect("(")
        amount = self.expression()
        self.scanner.expect(",")
        by = self.expression()
        self.scanner.expect(")")
        return Ranked(ranking, amount, by)

    def _slice(self, kind: SliceKind) -> Slice:
        self.scanner.advance()
        self.scanner.expect("(")
        token = self.scanner.token
        if not token.text.isdecimal() or not token.text.isascii() or len(token.text) > 18:
            raise self.scanner.unexpected("a whole number")
        self.scanner.advance()
        self.scanner.expect(")")
        return Slice(kind, int(token.text))

    def _word(self, word: str) -> None:
        if not self._at_word(word):
            raise self.scanner.unexpected(f"'{word}'")
        self.scanner.advance()


_TRANSFORMATIONS: Final[Mapping[str, Callable[[ApplyParser], Transformation]]] = {
    "aggregate": ApplyParser._aggregate,
    "groupby": ApplyParser._group_by,
    "filter": ApplyParser._filter_items,
    "search": ApplyParser._search_items,
    "compute": ApplyParser._compute,
    "orderby": ApplyParser._order_items,
    "concat": ApplyParser._concat,
    "expand": ApplyParser._expanding,
}
