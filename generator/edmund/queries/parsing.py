"""Reads expressions (OData URL Conventions 4.01, section 5.1.1; ABNF 4.01, rule `commonExpr`).

Time is by the length of the text; nesting is bounded, and what is deeper is told (EDM921), never a RecursionError.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from edmund.diagnostics import EdmundError
from edmund.queries.dialect import V401, Dialect
from edmund.queries.expressions import (
    Arithmetic,
    ArithmeticOperator,
    Array,
    Branch,
    Call,
    Case,
    Comparison,
    ComparisonOperator,
    Expression,
    Has,
    In,
    JsonObject,
    Literal,
    LiteralKind,
    Logical,
    LogicalOperator,
    Member,
    Name,
    Negate,
    Not,
    Path,
    TypeTest,
    TypeTestKind,
    ValueList,
)
from edmund.queries.functions import Function, function_called
from edmund.queries.literals import LITERAL_TOKENS, literal_of, named_literal
from edmund.queries.path_parsing import PathParser
from edmund.queries.scanner import Scanner, Token, TokenKind
from edmund.queries.source import Source

__all__ = ["MAX_DEPTH", "ExpressionParser", "parse_expression"]

MAX_DEPTH: Final = 80
"""How deep operators, parentheses, calls and lambdas may nest; operands of one `and` or `or` do not count."""

_OR, _AND, _EQUALITY, _RELATION, _ADDITION, _PRODUCT = range(6)
_COMPARISONS: Final[Mapping[str, tuple[int, ComparisonOperator]]] = {
    operator.value: (
        (_EQUALITY if operator in (ComparisonOperator.EQ, ComparisonOperator.NE) else _RELATION),
        operator,
    )
    for operator in ComparisonOperator
}
_ARITHMETIC: Final[Mapping[str, tuple[int, ArithmeticOperator]]] = {
    operator.value: (
        (_ADDITION if operator in (ArithmeticOperator.ADD, ArithmeticOperator.SUB) else _PRODUCT),
        operator,
    )
    for operator in ArithmeticOperator
}
_LOGIC: Final[Mapping[str, tuple[int, LogicalOperator]]] = {
    "or": (_OR, LogicalOperator.OR),
    "and": (_AND, LogicalOperator.AND),
}
_POSTFIX: Final = frozenset({"in", "has"})
_OTHER_SPELLINGS: Final = {
    "substringof": "since 4.0 it is contains(text,part)",
    "contains": "before 4.0 it is substringof(part,text)",
}
_TYPE_TESTS: Final = {kind.value: kind for kind in TypeTestKind}


def parse_expression(
    text: str | Source, dialect: Dialect = V401, name: str = "<expression>"
) -> Expression:
    """The expression that a text is; `name` is what messages call a text that is no source yet.

    Raises EdmundError with the place of what cannot stand there (EDM920), and for too deep nesting (EDM921).
    """
    source = Source(text, name) if isinstance(text, str) else text
    scanner = Scanner(source)
    expression = ExpressionParser(scanner, dialect).expression()
    scanner.end()
    return expression


class ExpressionParser(PathParser):
    """Reads expressions from a scanner, by precedence climbing.

    `_height` is how deep the expression read last is: a chain of operators makes it deeper without recursion.
    """

    def __init__(self, scanner: Scanner, dialect: Dialect) -> None:
        super().__init__(scanner)
        self._dialect = dialect
        self._depth = 0
        self._height = 0

    def expression(self) -> Expression:
        """The expression at hand."""
        return self._climb(_OR)

    # --- Depth

    def enter(self) -> None:
        """One level deeper; `leave` ends it."""
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise self._too_deep()

    def leave(self) -> None:
        self._depth -= 1

    def _grown(self, height: int) -> None:
        self._height = height
        if height > MAX_DEPTH:
            raise self._too_deep()

    def _too_deep(self) -> EdmundError:
        return self.scanner.source.too_deep(MAX_DEPTH, self.scanner.token.at)

    # --- Operators

    def _climb(self, level: int) -> Expression:
        self.enter()
        left = self._unary()
        height = self._height
        while True:
            token = self.scanner.token
            word = token.text.casefold() if token.kind is TokenKind.NAME else ""
            if word in _LOGIC and _LOGIC[word][0] >= level:
                left, height = self._logical(word, left, height)
            elif word in _COMPARISONS and _COMPARISONS[word][0] >= level:
                binds, comparison = _COMPARISONS[word]
                self.scanner.advance()
                right = self._climb(binds + 1)
                left = Comparison(comparison, left, right, at=token.at)
                height = max(height, self._height) + 1
            elif word in _ARITHMETIC and _ARITHMETIC[word][0] >= level:
                binds, arithmetic = _ARITHMETIC[word]
                self.scanner.advance()
                right = self._climb(binds + 1)
                left = Arithmetic(arithmetic, left, right, at=token.at)
                height = max(height, self._height) + 1
            else:
                break
            self._grown(height)
        self._height = height
        self.leave()
        return left

    def _logical(self, word: str, left: Expression, height: int) -> tuple[Expression, int]:
        """All operands of one kind side by side are one value, however many they are."""
        binds, operator = _LOGIC[word]
        operands = [left]
        while self._at_word(word):
            self.scanner.advance()
            operands.append(self._climb(binds + 1))
            height = max(height, self._height)
        return Logical(operator, tuple(operands)), height + 1

    def _unary(self) -> Expression:
        token = self.scanner.token
        if self._at_word("not") and not self._is_named_not(token):
            self.enter()
            self.scanner.advance()
            operand = self._unary()
            self._grown(self._height + 1)
            self.leave()
            return Not(operand)
        if self.scanner.accept("-"):
            self.enter()
            operand = self._unary()
            self._grown(self._height + 1)
            self.leave()
            return Negate(operand)
        return self._postfix(self._primary())

    def _is_named_not(self, token: Token) -> bool:
        """Whether `not` is the name of a property: nothing follows that could be denied."""
        rest = self.scanner.source.text[token.end : token.end + 2].lstrip()
        return (not rest and len(self.scanner.source.text) <= token.end + 1) or rest[:1] in (
            *"/),:;",
        )

    def _postfix(self, left: Expression) -> Expression:
        """`in` and `has` bind more closely than all other operators (section 5.1.1.17)."""
        height = self._height
        while (token := self.scanner.token).kind is TokenKind.NAME:
            word = token.text.casefold()
            if word not in _POSTFIX:
                break
            self.scanner.advance()
            if word == "has":
                left = Has(left, self._primary(), at=token.at)
            else:
                left = In(left, self._members(), at=token.at)
            height = max(height, self._height) + 1
            self._grown(height)
        return left

    def _members(self) -> Expression | ValueList:
        """The right side of `in`: a list of literals in parentheses, or an expression that gives a collection."""
        scanner = self.scanner
        if not scanner.at_sign("("):
            return self._primary()
        values = self._listed("(", ")", self._placed)
        if len(values) == 1 and not isinstance(values[0][1], Literal):
            return values[0][1]
        literals = []
        for at, value in values:
            if not isinstance(value, Literal):
                raise scanner.source.error("a list holds literals alone", at)
            literals.append(value)
        return ValueList(tuple(literals))

    def _placed(self) -> tuple[int, Expression]:
        at = self.scanner.token.at
        return at, self.expression()

    # --- Operands

    def _primary(self) -> Expression:
        self._height = 1
        scanner = self.scanner
        token = scanner.token
        if token.kind in LITERAL_TOKENS:
            scanner.advance()
            return literal_of(token, scanner.source, self._dialect)
        if scanner.at_sign("("):
            scanner.advance()
            inner = self.expression()
            scanner.expect(")")
            return inner
        if scanner.at_sign("["):
            return self._array()
        if scanner.at_sign("{"):
            return self._object()
        if token.kind is TokenKind.NAME:
            return self._named(token)
        if token.kind in (TokenKind.VARIABLE, TokenKind.ALIAS):
            return self.path()
        raise scanner.unexpected("a value")

    def _named(self, token: Token) -> Expression:
        if self.scanner.is_followed_by("("):
            word = token.text.casefold()
            if word in _TYPE_TESTS:
                return self._type_test(_TYPE_TESTS[word])
            if word == "case":
                return self._case()
            function = self._function(token)
            if function is not None:
                return self._call(function)
        elif not self.scanner.is_followed_by("/"):
            literal = named_literal(token)
            if literal is not None:
                self.scanner.advance()
                return literal
        return self.path()

    def _function(self, token: Token) -> Function | None:
        """The built-in function that a name before a parenthesis is; None for a key or a service's own function."""
        word = token.text.casefold()
        old = self._dialect.is_old
        spelled = {"substringof": "contains", "contains": None}.get(word, word) if old else word
        found = function_called(spelled) if spelled is not None else None
        if found is not None and self._dialect.version in found.versions:
            return found
        if found is None and word not in _OTHER_SPELLINGS:
            return None
        message = f"OData {self._dialect.version.value} has no function '{token.text}'"
        raise self.scanner.source.error(message, token.at, _OTHER_SPELLINGS.get(word))

    def _call(self, function: Function) -> Call:
        token = self.scanner.advance()
        values = self._values()
        if len(values) not in function.arities:
            expected = " or ".join(map(str, sorted(function.arities)))
            message = f"'{function.name}' takes {expected} values, not {len(values)}"
            raise self.scanner.source.error(message, token.at)
        if token.text.casefold() == "substringof":
            values = values[::-1]
        return Call(function.name, values, at=token.at)

    def _values(self) -> tuple[Expression, ...]:
        """Values in parentheses."""
        return self._listed("(", ")", self.expression)

    def _type_test(self, kind: TypeTestKind) -> TypeTest:
        scanner = self.scanner
        token = scanner.advance()
        self.enter()
        scanner.expect("(")
        at = scanner.token.at
        operand: Expression | None = None
        name: str | None = self._collection_type()
        if name is None:
            operand = only = self.expression()
            if scanner.accept(","):
                at = scanner.token.at
                name = self._collection_type() or _type_name(self.expression())
            else:
                name, operand = _type_name(only), None
        if name is None:
            raise scanner.source.error(f"'{kind.value}' takes the name of a type", at)
        scanner.expect(")")
        self.leave()
        self._grown(self._height + 1)
        return TypeTest(kind, name, operand, at=token.at)

    def _collection_type(self) -> str | None:
        """`Collection(ns.Type)`, if that is at hand."""
        scanner = self.scanner
        if not (self._at_word("collection") and scanner.is_followed_by("(")):
            return None
        scanner.advance()
        scanner.expect("(")
        item = self.name("the name of a type")
        scanner.expect(")")
        self._height = 1
        return f"Collection({item.text})"

    def _case(self) -> Case:
        self.scanner.advance()
        return Case(self._listed("(", ")", self._branch))

    def _branch(self) -> Branch:
        condition = self.expression()
        height = self._height
        self.scanner.expect(":")
        value = self.expression()
        self._height = max(height, self._height)
        return Branch(condition, value)

    # --- JSON

    def _array(self) -> Array:
        return Array(self._listed("[", "]", self.expression))

    def _object(self) -> JsonObject:
        return JsonObject(self._listed("{", "}", self._member))

    def _member(self) -> Member:
        scanner = self.scanner
        if scanner.token.kind is not TokenKind.JSON_STRING:
            raise scanner.unexpected("a name in double quotes")
        name = literal_of(scanner.advance(), scanner.source, self._dialect)
        scanner.expect(":")
        return Member(name.text, self.expression())


def _type_name(expression: Expression) -> str | None:
    """The type that an operand of `cast` names: a path of one name, or a text (versions before 4.0, and Graph)."""
    if isinstance(expression, Literal) and expression.kind is LiteralKind.STRING:
        return expression.text or None
    if isinstance(expression, Path) and len(expression.segments) == 1:
        (only,) = expression.segments
        return only.text if isinstance(only, Name) else None
    return None
