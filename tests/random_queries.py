"""Random expressions and query options that a dialect can write, each made from one number.

Strategies of hypothesis that nest as these values do are too slow for ten thousand of them; hypothesis gives the
number, and shrinks it.
"""

from __future__ import annotations

import base64
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from random import Random
from typing import TypeVar
from uuid import UUID

from edmund.queries.dialect import Dialect, Version
from edmund.queries.expressions import (
    Alias,
    AnnotationName,
    Argument,
    Arguments,
    Arithmetic,
    ArithmeticOperator,
    Array,
    Branch,
    Call,
    Case,
    Comparison,
    ComparisonOperator,
    Count,
    Expression,
    Filtered,
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
    Quantifier,
    QuantifierKind,
    Segment,
    TypeTest,
    TypeTestKind,
    ValueList,
    Variable,
    VariableName,
)
from edmund.queries.functions import FUNCTIONS
from edmund.queries.options import (
    Aggregate,
    Aggregation,
    AllOf,
    AnyOf,
    Computation,
    Compute,
    Concat,
    Excluded,
    Expanding,
    FilterItems,
    GroupBy,
    Identity,
    Item,
    Order,
    OrderItems,
    Phrase,
    Query,
    Ranked,
    Ranking,
    Rollup,
    Search,
    SearchItems,
    Slice,
    SliceKind,
    Transformation,
    Word,
)

__all__ = ["HOSTILE", "RandomQueries"]

T = TypeVar("T")

HOSTILE = (
    *("'", "''", "O'Neil", "' or 1 eq 1 or '", '"', "\\", '\\"', "&", "#", "+", "%27", "a;b)"),
    *("\n", "\0", "\u2028", "größe", "\U0001f4a9", "null", "not", "a,b", "x:y", "$filter=", "@p"),
)
# Words that mean something elsewhere are names here.
_NAMES = ("a", "Name", "displayName", "größe", "_x", "and", "eq", "in", "any", "desc", "filter")
_QUALIFIED = ("ns.Type", "a.b.C", "microsoft.graph.user")
_SHAPES = ("SRID=0;Point(142.1 64.1)", "SRID=4326;LineString(1 1,2 2)")


class RandomQueries:
    """Makes one value after the other; the same seed gives the same ones."""

    def __init__(self, seed: int, dialect: Dialect) -> None:
        self._random = Random(seed)
        self._dialect = dialect
        self._old = dialect.is_old
        self._newest = dialect.version is Version.V401

    # --- Texts

    def _one(self, *given: T) -> T:
        return self._random.choice(given)

    def _some(self, make: Callable[[], T], least: int = 0, most: int = 3) -> tuple[T, ...]:
        return tuple(make() for _ in range(self._random.randint(least, most)))

    def text(self) -> str:
        if self._random.random() < 0.6:
            return self._random.choice(HOSTILE)
        codes = (self._random.choice((32, 39, 65, 97, 0x20AC, 0x1F600)) for _ in range(5))
        return "".join(chr(code + self._random.randint(0, 25)) for code in codes)

    def name(self) -> str:
        return self._random.choice(_NAMES)

    def _moment(self) -> datetime:
        return datetime(1900, 1, 1, tzinfo=UTC) + timedelta(
            seconds=self._random.randint(0, 2**32), microseconds=self._random.choice((0, 120_000))
        )

    def _integer(self) -> str:
        return str(self._random.randint(-(10**20), 10**20) >> self._random.choice((0, 60)))

    # --- Literals

    def literal(self) -> Literal:
        """A literal of any kind that the dialect tells apart."""
        kinds = [kind for kind in LiteralKind if self._has(kind)]
        kind = self._random.choice(kinds)
        if kind is LiteralKind.ENUMERATION:
            return Literal(kind, self.text(), self._random.choice(_QUALIFIED))
        return Literal(kind, self._literal_text(kind))

    def _has(self, kind: LiteralKind) -> bool:
        if kind in (LiteralKind.LONG, LiteralKind.SINGLE, LiteralKind.DATETIME):
            return self._old
        if kind in (LiteralKind.DATE, LiteralKind.TIME_OF_DAY, LiteralKind.ENUMERATION):
            return not self._old
        return True

    def _literal_text(self, kind: LiteralKind) -> str:
        integer, digits = self._integer(), str(self._random.randint(0, 10**6))
        moment = self._moment()
        makers: dict[LiteralKind, Callable[[], str]] = {
            LiteralKind.NULL: lambda: "",
            LiteralKind.BOOLEAN: lambda: self._one("true", "false"),
            LiteralKind.STRING: self.text,
            LiteralKind.INTEGER: lambda: integer,
            LiteralKind.LONG: lambda: integer,
            LiteralKind.DECIMAL: lambda: f"{integer}.{digits}",
            LiteralKind.SINGLE: lambda: f"{integer}.{digits}",
            LiteralKind.DOUBLE: lambda: self._one("INF", "-INF", "NaN", f"{integer}.{digits}e-7"),
            LiteralKind.DATE: lambda: moment.date().isoformat(),
            LiteralKind.TIMESTAMP: lambda: (
                moment.replace(tzinfo=None).isoformat() + self._one("Z", "+05:30", "-11:00")
            ),
            LiteralKind.DATETIME: lambda: "2000-02-29T12:00:00.1234567",
            LiteralKind.TIME_OF_DAY: lambda: moment.time().isoformat(),
            LiteralKind.DURATION: lambda: self._one("P1D", "-PT1.5S", "P6DT23H59M59.9999S"),
            LiteralKind.GUID: lambda: str(UUID(int=self._random.getrandbits(128))),
            LiteralKind.BINARY: lambda: base64.urlsafe_b64encode(
                self._random.randbytes(self._random.randint(0, 5))
            ).decode("ascii"),
            LiteralKind.GEOGRAPHY: lambda: self._random.choice(_SHAPES),
            LiteralKind.GEOMETRY: lambda: self._random.choice(_SHAPES),
        }
        return makers[kind]()

    # --- Expressions

    def expression(self, depth: int = 4) -> Expression:
        """An expression of any kind that the dialect has, at most `depth` deep."""
        if depth <= 0 or self._random.random() < 0.2:
            return self.literal() if self._random.random() < 0.5 else self._plain_path()

        def inner() -> Expression:
            return self.expression(depth - 1)

        makers: list[Callable[[], Expression]] = [
            lambda: Logical(self._one(*LogicalOperator), self._some(inner, 2, 4)),
            lambda: Not(inner()),
            lambda: Comparison(self._one(*ComparisonOperator), inner(), inner()),
            lambda: Comparison(self._one(*ComparisonOperator), inner(), inner()),
            lambda: Arithmetic(self._arithmetic_operator(), inner(), inner()),
            lambda: Negate(inner()),
            lambda: self._call(inner),
            lambda: TypeTest(
                self._one(*TypeTestKind),
                self._random.choice(_QUALIFIED),
                inner() if self._random.random() < 0.7 else None,
            ),
        ]
        if not self._old:
            makers += [
                lambda: Has(inner(), inner()),
                lambda: In(inner(), ValueList(self._some(self.literal))),
                lambda: In(inner(), self._plain_path()),
                lambda: self._deep_path(inner),
                lambda: self._deep_path(inner),
                lambda: Array(self._some(inner)),
                lambda: JsonObject(self._some(lambda: Member(self.text(), inner()), 0, 2)),
            ]
        if self._newest:
            makers.append(lambda: Case(self._some(lambda: Branch(inner(), inner()), 1, 3)))
        return self._random.choice(makers)()

    def _arithmetic_operator(self) -> ArithmeticOperator:
        operator = self._random.choice(list(ArithmeticOperator))
        if operator is ArithmeticOperator.DIVBY and not self._newest:
            return ArithmeticOperator.DIV
        return operator

    def _call(self, inner: Callable[[], Expression]) -> Call:
        known = [f for f in FUNCTIONS.values() if self._dialect.version in f.versions]
        function = self._random.choice(known)
        arity = self._random.choice(sorted(function.arities))
        return Call(function.name, self._some(inner, arity, arity))

    def _plain_path(self) -> Path:
        first: list[Segment] = [Name(self.name())]
        rest: list[Segment] = [Name(self.name()), Name(self._random.choice(_QUALIFIED))]
        if not self._old:
            first += [Variable(self._one(*VariableName)), Alias("p1"), AnnotationName("ns.T#Q")]
            rest += [AnnotationName("ns.Term"), Count()]
        return Path((self._random.choice(first), *self._some(lambda: self._random.choice(rest))))

    def _deep_path(self, inner: Callable[[], Expression]) -> Path:
        last = self._random.choice(
            (
                lambda: Count(inner()),
                lambda: Quantifier(self._one(*QuantifierKind), "x", inner()),
                lambda: Quantifier(QuantifierKind.ANY),
            )
        )()
        middle: tuple[Segment, ...] = ()
        if self._random.random() < 0.4:
            values = self._some(lambda: Argument(self._one(None, self.name()), inner()), 0, 2)
            middle = (Name(self._random.choice(_QUALIFIED)), Arguments(values))
        elif self._random.random() < 0.4:
            middle = (Filtered(inner()),)
        return Path((Name(self.name()), *middle, last))

    # --- Options

    def search(self, depth: int = 3) -> Search:
        """A search of any kind."""
        if depth <= 0 or self._random.random() < 0.3:
            if self._random.random() < 0.5:
                return Word(self._one("blue", "1984", "a-b", "Δ", "it's"))
            return Phrase(self.text())

        def inner() -> Search:
            return self.search(depth - 1)

        makers: tuple[Callable[[], Search], ...] = (
            lambda: Excluded(inner()),
            lambda: AllOf(self._some(inner, 2)),
            lambda: AnyOf(self._some(inner, 2)),
        )
        return self._random.choice(makers)()

    def query(self, depth: int = 2) -> Query:
        """Options of all kinds, at random; nested ones `depth` deep."""

        def perhaps(make: Callable[[], T], otherwise: T) -> T:
            return make() if self._random.random() < 0.4 else otherwise

        def small() -> Expression:
            return self.expression(2)

        def number() -> int:
            return self._random.randint(0, 2**40)

        items = self._some(lambda: self._item(depth), 0, 2) if depth else ()
        return Query(
            apply=perhaps(lambda: self._some(self._transformation, 1, 2), ()),
            compute=perhaps(lambda: (Computation(small(), "c"),), ()),
            filter=perhaps(small, None),
            search=perhaps(self.search, None),
            orderby=perhaps(
                lambda: self._some(lambda: Order(small(), self._one(True, False)), 1), ()
            ),
            select=items,
            expand=self._some(lambda: self._item(depth), 0, 2) if depth else (),
            top=perhaps(number, None),
            skip=perhaps(number, None),
            count=perhaps(lambda: self._one(True, False), None),
            levels=perhaps(number, None),
            aliases=perhaps(lambda: (("p", small()),), ()),
        )

    def _item(self, depth: int) -> Item:
        paths = (("A",), ("A", "B"), ("*",), ("ns.*",), ("A", "$ref"), ("@ns.Term",))
        return Item(self._random.choice(paths), self.query(depth - 1))

    def _transformation(self, depth: int = 1) -> Transformation:
        def small() -> Expression:
            return self.expression(2)

        makers: list[Callable[[], Transformation]] = [
            lambda: Aggregate(
                self._some(
                    lambda: Aggregation(small(), self._one(None, "sum", "ns.own"), "t"), 1, 2
                )
            ),
            lambda: FilterItems(small()),
            lambda: SearchItems(self.search()),
            lambda: Compute((Computation(small(), "c"),)),
            lambda: OrderItems((Order(small(), True),)),
            lambda: Slice(self._one(*SliceKind), self._random.randint(0, 99)),
            lambda: Ranked(self._one(*Ranking), small(), small()),
            Identity,
        ]

        def sequence() -> tuple[Transformation, ...]:
            return self._some(lambda: self._transformation(depth - 1), 1, 2)

        if depth:
            makers += [
                lambda: GroupBy(("A", Rollup(("$all", "B/C"))), sequence()),
                lambda: Concat((sequence(), sequence())),
                lambda: Expanding("A/B", sequence()),
            ]
        return self._random.choice(makers)()
