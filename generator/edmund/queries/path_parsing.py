"""Reads paths within expressions: names, casts, keys, functions of the service, `any`, `all`, `$count`, `$filter`."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Final, TypeVar

from edmund.queries.expressions import (
    Alias,
    AnnotationName,
    Argument,
    Arguments,
    Count,
    Expression,
    Filtered,
    Name,
    Path,
    Quantifier,
    QuantifierKind,
    Segment,
    Variable,
    VariableName,
)
from edmund.queries.scanner import Scanner, Token, TokenKind

__all__ = ["PathParser"]

_T = TypeVar("_T")
_VARIABLES: Final = {name.value: name for name in VariableName}
_QUANTIFIERS: Final = {kind.value: kind for kind in QuantifierKind}


class PathParser(ABC):
    """The part of the reader that is about paths. What is in their parentheses, `expression` reads."""

    def __init__(self, scanner: Scanner) -> None:
        self.scanner = scanner
        self._height = 0

    @abstractmethod
    def expression(self) -> Expression: ...
    @abstractmethod
    def enter(self) -> None: ...
    @abstractmethod
    def leave(self) -> None: ...
    @abstractmethod
    def _grown(self, height: int) -> None: ...

    def name(self, expected: str) -> Token:
        """The name at hand; an error when there is none."""
        if self.scanner.token.kind is not TokenKind.NAME:
            raise self.scanner.unexpected(expected)
        return self.scanner.advance()

    def path(self) -> Path:
        """The path at hand."""
        segments: list[Segment] = [self._first()]
        height = 1
        while True:
            if self.scanner.at_sign("(") and isinstance(segments[-1], Name | Filtered):
                self._height = 0
                segments.append(self._arguments())
            elif self.scanner.accept("/"):
                self._height = 0
                segments.append(self._following())
            else:
                break
            height = max(height, self._height + 1)
        self._grown(height)
        return Path(tuple(segments))

    def _first(self) -> Segment:
        token = self.scanner.advance()
        if token.kind is TokenKind.NAME:
            return Name(token.text, at=token.at)
        if token.kind is TokenKind.ALIAS:
            name = token.text[1:]
            # An annotation of the item has a namespace here; without one it cannot be told from an alias.
            if "." in name or "#" in name:
                return AnnotationName(name, at=token.at)
            return Alias(name, at=token.at)
        variable = _VARIABLES.get(token.text.casefold())
        if variable is not None:
            return Variable(variable, at=token.at)
        return self._operation(token)

    def _following(self) -> Segment:
        token = self.scanner.token
        if token.kind is TokenKind.ALIAS:
            self.scanner.advance()
            return AnnotationName(token.text[1:], at=token.at)
        if token.kind is TokenKind.VARIABLE:
            return self._operation(self.scanner.advance())
        self.name("a name")
        quantifier = _QUANTIFIERS.get(token.text.casefold())
        if quantifier is not None and self.scanner.at_sign("("):
            return self._quantifier(quantifier, token)
        return Name(token.text, at=token.at)

    def _operation(self, token: Token) -> Segment:
        """`$count` and `$filter(...)`."""
        word = token.text.casefold()
        if word == "$filter":
            self.enter()
            self.scanner.expect("(")
            condition = self.expression()
            self.scanner.expect(")")
            self.leave()
            return Filtered(condition)
        if word != "$count":
            message = f"'{token.text}' cannot be part of a path"
            raise self.scanner.source.error(message, token.at)
        if not self.scanner.at_sign("("):
            return Count(at=token.at)
        self.enter()
        self.scanner.advance()
        option = self.scanner.advance()
        if option.text.casefold() not in ("$filter", "filter"):
            raise self.scanner.source.error("'$filter=' is expected here", option.at)
        self.scanner.expect("=")
        condition = self.expression()
        self.scanner.expect(")")
        self.leave()
        return Count(condition, at=token.at)

    def _quantifier(self, kind: QuantifierKind, token: Token) -> Quantifier:
        scanner = self.scanner
        self.enter()
        scanner.expect("(")
        if kind is QuantifierKind.ANY and scanner.accept(")"):
            self.leave()
            return Quantifier(kind, at=token.at)
        variable = self.name("the name of a variable").text
        scanner.expect(":")
        condition = self.expression()
        scanner.expect(")")
        self.leave()
        return Quantifier(kind, variable, condition, at=token.at)

    def _arguments(self) -> Arguments:
        return Arguments(self._listed("(", ")", self._argument))

    def _argument(self) -> Argument:
        """`name=value`, or a value; a name alone is a value."""
        token = self.scanner.token
        if token.kind is TokenKind.NAME and self.scanner.is_followed_by("= "):
            return self._perhaps_named()
        return Argument(None, self.expression())

    def _perhaps_named(self) -> Argument:
        token = self.scanner.advance()
        if self.scanner.accept("="):
            return Argument(token.text, self.expression())
        self.scanner.jump(token.at)
        return Argument(None, self.expression())

    def _listed(self, opening: str, closing: str, read: Callable[[], _T]) -> tuple[_T, ...]:
        """What `read` gives, as often as there are commas; `_height` is that of the highest."""
        scanner = self.scanner
        self.enter()
        scanner.expect(opening)
        found: list[_T] = []
        height = 0
        if not scanner.at_sign(closing):
            while True:
                found.append(read())
                height = max(height, self._height)
                if not scanner.accept(","):
                    break
        scanner.expect(closing)
        self.leave()
        self._grown(height + 1)
        return tuple(found)

    def _at_word(self, word: str) -> bool:
        token = self.scanner.token
        return token.kind is TokenKind.NAME and token.text.casefold() == word
