"""Trees of the vectors of queries, written as a caller would write them in Python."""

from __future__ import annotations

import functools
import operator
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from datetime import time as clock
from decimal import Decimal
from types import SimpleNamespace
from typing import Any
from uuid import UUID

__all__ = ["Writer"]

CALLS = {
    "matchesPattern": "matches_pattern",
    "totaloffsetminutes": "total_offset_minutes",
    "totalseconds": "total_seconds",
    "fractionalseconds": "fractional_seconds",
    "geo.distance": "distance",
}
LITERALS: Mapping[str, Callable[[Any], Any]] = {
    "string": str,
    "boolean": bool,
    "null": lambda _: None,
    "number": lambda text: Decimal(text) if "." in text else int(text),
    "guid": UUID,
    "date": date.fromisoformat,
    "dateTimeOffset": datetime.fromisoformat,
    "timeOfDay": clock.fromisoformat,
    "duration": lambda text: DURATIONS[text],
    "point": lambda c: {"type": "Point", "coordinates": [float(n) for n in c]},
}
DURATIONS: dict[str, timedelta] = {
    "P1DT3S": timedelta(days=1, seconds=3),
    "PT8H30M": timedelta(hours=8, minutes=30),
}
OPERATORS: Mapping[str, Callable[[Any, Any], Any]] = {
    **{name: getattr(operator, name) for name in ("eq", "ne", "gt", "ge", "lt", "le")},
    **{name: getattr(operator, name) for name in ("add", "sub", "mul", "mod")},
    "div": operator.truediv,
}


class Writer:
    """Writes trees as a caller would write them in Python."""

    def __init__(self, shop: SimpleNamespace, variables: Mapping[str, Any]) -> None:
        self._shop = shop
        self._variables = variables

    def path(self, text: str) -> Any:
        first, *rest = text.split("/")
        at: Any
        if first in self._variables:
            at = self._variables[first]
        elif "." in first:
            at = self._shop.query.as_type(self._shop.Book)
        else:
            at = getattr(self._shop.Product, first.lower())
        for name in rest:
            at = getattr(at, name.lower())
        return at

    def value(self, tree: Mapping[str, Any]) -> Any:
        ((kind, value),) = tree.items()
        if kind in LITERALS:
            return LITERALS[kind](value)
        if kind in OPERATORS:
            return OPERATORS[kind](*map(self.value, value))
        return getattr(self, f"_{kind}")(value)

    def _path(self, value: str) -> Any:
        return self.path(value)

    def _member(self, value: str) -> Any:
        names = [self._shop.Colour(name) for name in value.split(",")]
        return names[0] if len(names) == 1 else frozenset(names)

    def _and(self, value: list[Any]) -> Any:
        return functools.reduce(operator.and_, map(self.value, value))

    def _or(self, value: list[Any]) -> Any:
        return functools.reduce(operator.or_, map(self.value, value))

    def _not(self, value: Any) -> Any:
        return ~self.value(value)

    def _negate(self, value: Any) -> Any:
        return -self.value(value)

    def _in(self, value: list[Any]) -> Any:
        left, items = value
        return self.value(left).in_([self.value(item) for item in items])

    def _has(self, value: list[Any]) -> Any:
        left, right = map(self.value, value)
        return left.has(right)

    def _call(self, value: list[Any]) -> Any:
        name, *given = value
        if name == "now":
            return self._shop.query.now()
        first, *rest = map(self.value, given)
        return getattr(first, CALLS.get(name, name))(*rest)

    def _quantified(self, word: str, of: str, *rest: Any) -> Any:
        asked = getattr(self.path(of), word)
        if not rest:
            return asked()
        variable, condition = rest
        code = f"lambda {variable}: made({variable})"

        def made(item: Any) -> Any:
            inner = Writer(self._shop, {**self._variables, variable: item})
            return inner.value(condition)

        return asked(eval(code, {"made": made}))

    def _any(self, value: list[Any]) -> Any:
        return self._quantified("any", *value)

    def _all(self, value: list[Any]) -> Any:
        return self._quantified("all", *value)

    def _count(self, value: str) -> Any:
        return self.path(value).count()

    def options(self, case: Mapping[str, Any]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        if "filter" in case or "expression" in case:
            found["filter"] = self.value(case.get("filter", case.get("expression")))
        if "orderby" in case:
            found["orderby"] = [
                self.value(one).desc() if direction == "desc" else self.value(one)
                for one, direction in case["orderby"]
            ]
        if "select" in case:
            found["select"] = [self.path(one) for one in case["select"]]
        if "expand" in case:
            found["expand"] = [self._expansion(one) for one in case["expand"]]
        return found

    def _expansion(self, case: Mapping[str, Any]) -> Any:
        to = self.path(case["path"])
        target = self._shop.Category if case["path"] == "Category" else self._shop.Product
        inner = Writer(SimpleNamespace(**{**vars(self._shop), "Product": target}), self._variables)
        more = {name: case[name] for name in ("top", "levels") if name in case}
        return to(**inner.options(case), **more)
