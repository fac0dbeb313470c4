"""The trees of tests/vectors/queries as Go: source as a user of the client would write it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from edmund.targets.go.literals import string_literal

__all__ = ["QueryWriter"]

_COMPARISONS = {
    "eq": ("Eq", "Equal"),
    "ne": ("Ne", "NotEqual"),
    "gt": ("Gt", "GreaterThan"),
    "ge": ("Ge", "GreaterOrEqual"),
    "lt": ("Lt", "LessThan"),
    "le": ("Le", "LessOrEqual"),
}
_CALCULATIONS = {
    "add": ("Add", "Plus"),
    "sub": ("Sub", "Minus"),
    "mul": ("Mul", "Times"),
    "div": ("Div", "DividedBy"),
    "mod": ("Mod", "Modulo"),
}
_FUNCTIONS = {
    "startswith": "StartsWith",
    "endswith": "EndsWith",
    "matchesPattern": "MatchesPattern",
    "indexof": "IndexOf",
    "tolower": "ToLower",
    "toupper": "ToUpper",
    "totaloffsetminutes": "TotalOffsetMinutes",
    "totalseconds": "TotalSeconds",
    "geo.distance": "Distance",
}
# Functions that there is no method for, by what they give.
_BY_NAME = {"fractionalseconds": "odata.NumberExpr[int32]"}
_ITEMS = {"Stores": "fields.Address", "Tags": "odata.TextExpr"}


class QueryWriter:
    """`item` is the Go expression of the item that is asked for; `variables` are those of lambdas by their names.

    `decimals` are paths of decimal numbers, `items` the types of the items of collections, if not products.
    """

    def __init__(
        self,
        item: str = "fields.Product{}",
        variables: Mapping[str, str] | None = None,
        decimals: Sequence[str] = ("Price",),
        items: Mapping[str, str] | None = None,
    ) -> None:
        self._item = item
        self._variables = dict(variables or {})
        self._decimals = tuple(decimals)
        self._items = {**_ITEMS, **(items or {})}

    def option(self, case: Mapping[str, Any]) -> list[str]:
        """The options of a query."""
        made = []
        if "expression" in case or "filter" in case:
            made.append(f"odata.Filter({self.value(case.get('expression', case.get('filter')))})")
        if "orderby" in case:
            criteria = (
                f"odata.Desc({self.value(of)})" if direction == "desc" else self.value(of)
                for of, direction in case["orderby"]
            )
            made.append(f"odata.OrderBy({', '.join(criteria)})")
        if "select" in case:
            made.append(f"odata.Select({', '.join(map(self.path, case['select']))})")
        made += [self._expansion(each) for each in case.get("expand", ())]
        if "top" in case:
            made.append(f"odata.Top({case['top']})")
        if "levels" in case:
            made.append(f"odata.Levels({-1 if case['levels'] == 'max' else case['levels']})")
        return made

    def _expansion(self, case: Mapping[str, Any]) -> str:
        target = "fields.Category{}" if case["path"] == "Category" else "fields.Product{}"
        inner = QueryWriter(target).option(case)
        return f"odata.Expand({', '.join([self.path(case['path']), *inner])})"

    def path(self, text: str) -> str:
        first, *rest = text.split("/")
        if first in self._variables:
            at = self._variables[first]
        elif "." in first:
            at = f"fields.As{first.rpartition('.')[2]}({self._item})"
        else:
            at = f"{self._item}.{first}()"
        return at + "".join(f".{name}()" for name in rest)

    def value(self, tree: Mapping[str, Any]) -> str:
        """An expression, and never a plain Go value."""
        ((kind, value),) = tree.items()
        if kind in _COMPARISONS:
            return self._compared(*_COMPARISONS[kind], *value)
        if kind in _CALCULATIONS:
            return self._infix(*_CALCULATIONS[kind], "Calculate", *value)
        written: Callable[[Any], str] = getattr(self, f"_{kind}")
        return written(value)

    def _compared(self, method: str, name: str, left: Any, right: Any) -> str:
        if right == {"null": True}:
            return f"odata.IsNull({self.value(left)})"
        return self._infix(method, name, "Compare", left, right)

    def _infix(self, method: str, name: str, other: str, left: Any, right: Any) -> str:
        ((kind, _),) = right.items()
        if kind in _LITERALS:
            return f"{self.value(left)}.{method}({_literal(right, self._is_decimal(left))})"
        return f"{self.value(left)}.{other}(odata.{name}, {self.value(right)})"

    def _path(self, text: str) -> str:
        return self.path(text)

    def _and(self, parts: Sequence[Any]) -> str:
        return self._joined("And", parts)

    def _or(self, parts: Sequence[Any]) -> str:
        return self._joined("Or", parts)

    def _joined(self, word: str, parts: Sequence[Any]) -> str:
        first, *rest = map(self.value, parts)
        return f"{first}.{word}({', '.join(rest)})"

    def _not(self, of: Any) -> str:
        return f"odata.Not({self.value(of)})"

    def _negate(self, of: Any) -> str:
        return f"{self.value(of)}.Neg()"

    def _in(self, parts: Sequence[Any]) -> str:
        left, items = parts
        values = ", ".join(_literal(item, self._is_decimal(left)) for item in items)
        return f"{self.value(left)}.In({values})"

    def _has(self, parts: Sequence[Any]) -> str:
        return f"{self.value(parts[0])}.Has({_literal(parts[1], False)})"

    def _call(self, parts: Sequence[Any]) -> str:
        name, *given = parts
        if not given:
            return f"odata.{name.capitalize()}()"
        if name in _BY_NAME:
            return (
                f"odata.Function[{_BY_NAME[name]}]({string_literal(name)}, {self.value(given[0])})"
            )
        method = _FUNCTIONS.get(name, name.capitalize())
        if name == "substring" and len(given) == 3:
            method = "SubstringOf"
        values = ", ".join(_literal(each, False) for each in given[1:])
        return f"{self.value(given[0])}.{method}({values})"

    def _count(self, path: str) -> str:
        return f"{self.path(path)}.Count()"

    def _any(self, parts: Sequence[Any]) -> str:
        return self._lambda("Any", parts)

    def _all(self, parts: Sequence[Any]) -> str:
        return self._lambda("All", parts)

    def _lambda(self, word: str, parts: Sequence[Any]) -> str:
        of, *rest = parts
        if not rest:
            return f"{self.path(of)}.NotEmpty()"
        variable, condition = rest
        variables = {**self._variables, variable: variable}
        inner = QueryWriter(self._item, variables, self._decimals, self._items)
        type_ = self._items.get(of.rpartition("/")[2], "fields.Product")
        function = f"func({variable} {type_}) odata.Condition {{ return {inner.value(condition)} }}"
        return f"{self.path(of)}.{word}({string_literal(variable)}, {function})"

    def _is_decimal(self, tree: Any) -> bool:
        """Whether a number is compared with a decimal."""
        match tree:
            case {"path": str(path)}:
                return path in self._decimals
            case {"call": ["totalseconds", *_]}:
                return True
            case {"call": [_, first, *_]}:
                return self._is_decimal(first)
            case {"count": _}:
                return False
            case dict():
                ((_, value),) = tree.items()
                return self._is_decimal(value[0] if isinstance(value, list) else value)
        return False


_LITERALS: Mapping[str, Callable[[Any], str]] = {
    "string": string_literal,
    "boolean": lambda value: str(value).lower(),
    "number": str,
    "guid": lambda text: f"must(odata.ParseUUID({string_literal(text)}))",
    "date": lambda text: f"must(odata.ParseDateOnly({string_literal(text)}))",
    "dateTimeOffset": lambda text: f"must(odata.ParseTime({string_literal(text)}))",
    "timeOfDay": lambda text: f"must(odata.ParseTimeOnly({string_literal(text)}))",
    "duration": lambda text: f"must(odata.ParseISODuration({string_literal(text)}))",
    "member": lambda text: f"models.Colour({string_literal(text)})",
    "point": lambda parts: f"odata.PointAt({', '.join(parts)})",
}


def _literal(tree: Mapping[str, Any], decimal: bool) -> str:
    ((kind, value),) = tree.items()
    if kind == "number" and decimal:
        return f"must(odata.ParseDecimal({string_literal(value)}))"
    return _LITERALS[kind](value)
