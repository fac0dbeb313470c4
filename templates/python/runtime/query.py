"""Queries as code: `filter=User.surname.startswith("A") & (User.age >= 18)`, `orderby=[User.surname.desc()]`.

Values are quoted here and nowhere else, as literals of OData URL Conventions 4.01 (section 5.1.1.14.1); texts are
percent-encoded with the rest of the URL. Text stays possible wherever an expression is, and `raw` puts the two together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, NoReturn

from .configuration import query_text
from .errors import QueryError
from .properties import Attribute, Declaration, Kind
from .properties import path as _path
from .query_literals import literal
from .registry import older_version

if TYPE_CHECKING:
    from .model import Model

__all__ = [
    "Expansion",
    "Expression",
    "Order",
    "QueryError",
    "as_type",
    "it",
    "now",
    "path_of",
    "raw",
]

# How closely operators bind, the loosest first; the compiler's printer has the same (queries/printing.py).
_OR, _AND, _COMPARISON, _ADDITION, _PRODUCT, _UNARY, _PRIMARY = range(7)
_BOOLEAN = "Edm.Boolean"


class Expression:
    """A value or condition of a query. `str` gives its text.

    `_parts` are what it was made of: expressions, and names of paths of properties.
    """

    __slots__ = ("_level", "_parts", "_text", "_type")

    def __init__(
        self,
        text: str,
        type_name: str | None = None,
        level: int = _PRIMARY,
        parts: tuple[Expression | str, ...] = (),
    ) -> None:
        self._text = text
        self._type = type_name
        self._level = level
        self._parts = parts

    def __str__(self) -> str:
        return self._text

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._text}>"

    def __bool__(self) -> NoReturn:
        raise TypeError("conditions are joined by &, | and ~, in parentheses; not by and, or, not")

    __hash__ = object.__hash__

    def _query_text(self, option: str) -> str:
        if option == "filter" and self._type not in (_BOOLEAN, None):
            raise TypeError(f"filter takes a condition, not {self._text!r}")
        return self._text

    def _within(self, level: int) -> str:
        return self._text if self._level >= level else f"({self._text})"

    # --- Comparisons and logic

    def _compared(self, operator: str, other: Any) -> Expression:
        text, parts = _operand(other, self._type, _ADDITION)
        left = self._text if self._level >= _ADDITION else f"({self._text})"
        return Expression(f"{left} {operator} {text}", _BOOLEAN, _COMPARISON, (self, *parts))

    def __eq__(self, other: object) -> Any:
        return self._compared("eq", other)

    def __ne__(self, other: object) -> Any:
        return self._compared("ne", other)

    def __gt__(self, other: Any) -> Expression:
        return self._compared("gt", other)

    def __ge__(self, other: Any) -> Expression:
        return self._compared("ge", other)

    def __lt__(self, other: Any) -> Expression:
        return self._compared("lt", other)

    def __le__(self, other: Any) -> Expression:
        return self._compared("le", other)

    def in_(self, values: Iterable[Any]) -> Expression:
        """Whether the value is one of these."""
        items = [literal(value, self._type) for value in values]
        if older_version() is not None:
            from .older_wire import one_of

            level = _OR if len(items) > 1 else _COMPARISON
            return Expression(one_of(self._within(_PRIMARY), items), _BOOLEAN, level, (self,))
        text = f"{self._within(_PRIMARY)} in ({','.join(items)})"
        return Expression(text, _BOOLEAN, _COMPARISON, (self,))

    def has(self, flags: Any) -> Expression:
        """Whether all of these members of an enumeration with flags are set."""
        _since_4("has")
        text, parts = _operand(flags, self._type, _PRIMARY)
        text = f"{self._within(_PRIMARY)} has {text}"
        return Expression(text, _BOOLEAN, _COMPARISON, (self, *parts))

    def _joined(self, word: str, level: int, other: Any) -> Expression:
        right = _condition(other)
        text = f"{self._within(level)} {word} {right._within(level + 1)}"
        return Expression(text, _BOOLEAN, level, (self, right))

    def __and__(self, other: Any) -> Expression:
        return _condition(self)._joined("and", _AND, other)

    def __or__(self, other: Any) -> Expression:
        return _condition(self)._joined("or", _OR, other)

    def __rand__(self, other: Any) -> Expression:
        return _condition(other)._joined("and", _AND, self)

    def __ror__(self, other: Any) -> Expression:
        return _condition(other)._joined("or", _OR, self)

    def __invert__(self) -> Expression:
        text = f"not {_condition(self)._within(_PRIMARY)}"
        return Expression(text, _BOOLEAN, _COMPARISON, (self,))

    # --- Arithmetic

    def _calculated(self, word: str, level: int, other: Any) -> Expression:
        text, parts = _operand(other, None, level + 1)
        return Expression(f"{self._within(level)} {word} {text}", None, level, (self, *parts))

    def _calculated_from(self, word: str, level: int, other: Any) -> Expression:
        text, parts = _operand(other, None, level)
        return Expression(f"{text} {word} {self._within(level + 1)}", None, level, (*parts, self))

    def __add__(self, other: Any) -> Expression:
        return self._calculated("add", _ADDITION, other)

    def __radd__(self, other: Any) -> Expression:
        return self._calculated_from("add", _ADDITION, other)

    def __sub__(self, other: Any) -> Expression:
        return self._calculated("sub", _ADDITION, other)

    def __rsub__(self, other: Any) -> Expression:
        return self._calculated_from("sub", _ADDITION, other)

    def __mul__(self, other: Any) -> Expression:
        return self._calculated("mul", _PRODUCT, other)

    def __rmul__(self, other: Any) -> Expression:
        return self._calculated_from("mul", _PRODUCT, other)

    def __truediv__(self, other: Any) -> Expression:
        return self._calculated("div", _PRODUCT, other)

    def __rtruediv__(self, other: Any) -> Expression:
        return self._calculated_from("div", _PRODUCT, other)

    def __mod__(self, other: Any) -> Expression:
        return self._calculated("mod", _PRODUCT, other)

    def __rmod__(self, other: Any) -> Expression:
        return self._calculated_from("mod", _PRODUCT, other)

    def __neg__(self) -> Expression:
        return Expression(f"-{self._within(_PRIMARY)}", None, _UNARY, (self,))

    # --- Functions (URL Conventions 4.01, sections 5.1.1.5 to 5.1.1.11)

    def _called(
        self, name: str, result: str | None, *arguments: Any, given: str | None = "Edm.String"
    ) -> Expression:
        texts = [self._text]
        parts: tuple[Expression | str, ...] = (self,)
        for argument in arguments:
            text, more = _operand(argument, given, _OR)
            texts.append(text)
            parts += more
        version = older_version()
        if version is None:
            return Expression(f"{name}({','.join(texts)})", result, _PRIMARY, parts)
        from .older_wire import called

        return Expression(*called(version, name, texts, result), _PRIMARY, parts)

    def startswith(self, text: Any) -> Expression:
        return self._called("startswith", _BOOLEAN, text)

    def endswith(self, text: Any) -> Expression:
        return self._called("endswith", _BOOLEAN, text)

    def contains(self, text: Any) -> Expression:
        return self._called("contains", _BOOLEAN, text)

    def matches_pattern(self, pattern: Any) -> Expression:
        return self._called("matchesPattern", _BOOLEAN, pattern)

    def concat(self, text: Any) -> Expression:
        return self._called("concat", "Edm.String", text)

    def indexof(self, text: Any) -> Expression:
        return self._called("indexof", "Edm.Int32", text)

    def substring(self, start: Any, length: Any = None) -> Expression:
        given = (start,) if length is None else (start, length)
        return self._called("substring", "Edm.String", *given, given="Edm.Int32")

    def distance(self, place: Any) -> Expression:
        return self._called("geo.distance", "Edm.Double", place, given=self._type)

    def intersects(self, area: Any) -> Expression:
        return self._called("geo.intersects", _BOOLEAN, area, given=self._type)

    def cast(self, type_name: str) -> Expression:
        """The value as one of another type, by its qualified name: `Edm.String`."""
        _since_4("cast")
        return Expression(f"cast({self._text},{type_name})", type_name, _PRIMARY, (self,))

    # --- Order

    def asc(self) -> Order:
        """Sorted from the least."""
        return Order(self, False)

    def desc(self) -> Order:
        """Sorted from the greatest."""
        return Order(self, True)


def _function(name: str, result: str) -> Callable[[Expression], Expression]:
    def call(self: Expression) -> Expression:
        return self._called(name, result)

    return call


for _attribute, _odata, _result in (
    ("length", "length", "Edm.Int32"),
    ("tolower", "tolower", "Edm.String"),
    ("toupper", "toupper", "Edm.String"),
    ("trim", "trim", "Edm.String"),
    ("year", "year", "Edm.Int32"),
    ("month", "month", "Edm.Int32"),
    ("day", "day", "Edm.Int32"),
    ("hour", "hour", "Edm.Int32"),
    ("minute", "minute", "Edm.Int32"),
    ("second", "second", "Edm.Int32"),
    ("fractional_seconds", "fractionalseconds", "Edm.Decimal"),
    ("total_seconds", "totalseconds", "Edm.Decimal"),
    ("total_offset_minutes", "totaloffsetminutes", "Edm.Int32"),
    ("date", "date", "Edm.Date"),
    ("time", "time", "Edm.TimeOfDay"),
    ("round", "round", "Edm.Decimal"),
    ("floor", "floor", "Edm.Decimal"),
    ("ceiling", "ceiling", "Edm.Decimal"),
    ("geo_length", "geo.length", "Edm.Double"),
):
    setattr(Expression, _attribute, _function(_odata, _result))


class Members:
    """What the properties of a model's class lead to from here: each a path that begins with `text`."""

    __slots__ = ("_model", "_names", "_text")

    def __init__(self, text: str, names: str, model: type[Model] | None) -> None:
        self._text = text
        self._names = names
        self._model = model

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        model = self._model
        declared = None if model is None else model._attributes.get(name)
        if declared is None:
            raise AttributeError(_no_member(model, name))
        before = f"{self._text}/" if self._text else ""
        names = f"{self._names}/" if self._names else ""
        return path_of(declared, before, names)

    def as_(self, model: type[Model]) -> Any:
        """The same as an object of a derived type; of its own type it is what it was."""
        if self._model is model:
            return self
        text = f"{self._text}/{model._type.name}" if self._text else model._type.name
        return Members(text, self._names, model)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._text}>"


class Structured(Members):
    """A path to one object: to its properties, or to the object itself."""

    __slots__ = ()

    def _whole(self) -> Expression:
        return Expression(self._text, None, _PRIMARY, (self._names,))

    def _query_text(self, option: str) -> str:
        return self._text

    def __call__(self, **options: Any) -> Expansion:
        return Expansion(self._text, self._names, options)

    def __eq__(self, other: object) -> Any:
        return self._whole() == other

    def __ne__(self, other: object) -> Any:
        return self._whole() != other

    __hash__ = object.__hash__


class Collected(Members):
    """A path to a collection: conditions on its items, how many there are, or all of them."""

    __slots__ = ("_item",)

    def __init__(self, text: str, names: str, declared: Declaration) -> None:
        super().__init__(text, names, declared.model_class)
        self._item = declared

    __hash__ = object.__hash__

    def __getattr__(self, name: str) -> NoReturn:
        if name.startswith("__"):
            raise AttributeError(name)
        raise AttributeError(
            f"{self._text} is a collection: any() and all() ask its items, not {name!r}"
        )

    def any(self, condition: Callable[[Any], Any] | None = None) -> Expression:
        """Whether the condition holds for one of the items; without one, whether there are any."""
        _since_3("any")
        if condition is None:
            return Expression(f"{self._text}/any()", _BOOLEAN, _PRIMARY, (self._names,))
        return self._quantified("any", condition)

    def all(self, condition: Callable[[Any], Any]) -> Expression:
        """Whether the condition holds for each of the items."""
        _since_3("all")
        return self._quantified("all", condition)

    def _quantified(self, word: str, condition: Callable[[Any], Any]) -> Expression:
        name = _range_variable(condition)
        _active.append(name)
        try:
            if self._model is not None:
                item: Any = Members(name, self._names, self._model)
            else:
                item = Expression(name, _kind(self._item), _PRIMARY, (self._names,))
            held = _condition(condition(item))
        finally:
            _active.pop()
        text = f"{self._text}/{word}({name}:{held._text})"
        return Expression(text, _BOOLEAN, _PRIMARY, (self._names, held))

    def count(self) -> Expression:
        """How many items there are."""
        _since_4("$count")
        return Expression(f"{self._text}/$count", "Edm.Int64", _PRIMARY, (self._names,))

    def _query_text(self, option: str) -> str:
        return self._text

    def __call__(self, **options: Any) -> Expansion:
        return Expansion(self._text, self._names, options)


class Order:
    """One criterion of an order."""

    __slots__ = ("_descending", "_expression")

    def __init__(self, expression: Expression, descending: bool) -> None:
        self._expression = expression
        self._descending = descending

    def __str__(self) -> str:
        return f"{self._expression}{' desc' if self._descending else ''}"

    def _query_text(self, option: str) -> str:
        if option != "orderby":
            raise TypeError(f"{option} takes no order")
        return str(self)


class Expansion:
    """Something related that comes along, with options of its own."""

    __slots__ = ("_names", "_text")

    def __init__(self, path: str, names: str, options: Mapping[str, Any]) -> None:
        parts = []
        for name, value in options.items():
            if name not in _NESTED:
                raise TypeError(f"{name!r} is no option of what is expanded")
            if value is not None:
                _since_4("options of what is expanded")
                parts.append(f"${name}={query_text(name, value)}")
        self._names = names
        self._text = f"{path}({';'.join(parts)})" if parts else path

    def __str__(self) -> str:
        return self._text

    def _query_text(self, option: str) -> str:
        return self._text


_NESTED = ("select", "expand", "filter", "orderby", "search", "top", "skip", "count", "levels")
_active: list[str] = []


def path_of(declared: Declaration, before: str = "", names: str = "") -> Any:
    """The path of a property, after what leads to its object."""
    text, path = before + declared.wire_name, names + declared.wire_name
    if declared.collection:
        return Collected(text, path, declared)
    if declared.kind in (Kind.COMPLEX, Kind.NAVIGATION):
        return Structured(text, path, declared.model_class)
    return Expression(text, _kind(declared), _PRIMARY, (path,))


def _kind(declared: Declaration) -> str | None:
    """What the values of a property are written as in queries."""
    if older_version() is None:
        return declared.type_name
    from .older_wire import kind_of

    return kind_of(declared.type_name, declared.wire)


def _since_3(what: str) -> None:
    """Refuse what services of OData 1 and 2 do not have."""
    if older_version() != "3.0":
        _since_4(what)


def _since_4(what: str) -> None:
    """Refuse what services of OData 1 to 3 do not have."""
    version = older_version()
    if version is not None:
        from .older_wire import refuse

        refuse(what, version)


def as_type(model: type[Model]) -> Any:
    """The properties of a derived type, where items of its base are asked for."""
    return Members(model._type.name, "", model)


def it() -> Expression:
    """The item itself (`$it`)."""
    return Expression("$it")


def now() -> Expression:
    """The time of the service."""
    _since_4("now")
    return Expression("now()", "Edm.DateTimeOffset")


def raw(text: str) -> Expression:
    """A condition or value as text, to be put together with others. What is in it, nobody quotes."""
    return Expression(text, None, _OR)


def _operand(
    value: Any, type_name: str | None, level: int
) -> tuple[str, tuple[Expression | str, ...]]:
    """The text of an operand, and what it is made of; `type_name` is what a plain value is compared with."""
    if value.__class__ is str and type_name == "Edm.String":
        return literal(value, type_name), ()
    if isinstance(value, Attribute):
        value = _path(value)
    if isinstance(value, Structured):
        value = value._whole()
    if isinstance(value, Expression):
        return value._within(level), (value,)
    return literal(value, type_name), ()


def _condition(value: Any) -> Expression:
    """The condition that a value is: an expression, a property, or text."""
    if value.__class__ is Expression and value._type is _BOOLEAN:
        return value
    if isinstance(value, Attribute):
        value = _path(value)
    if isinstance(value, str):
        return raw(value)
    if isinstance(value, bool):
        return Expression("true" if value else "false", _BOOLEAN)
    if not isinstance(value, Expression) or value._type not in (_BOOLEAN, None):
        raise TypeError(f"a condition is needed, not {value!r}")
    return value


def _range_variable(condition: Callable[[Any], Any]) -> str:
    """The name of the lambda's parameter, or one like it where a lambda around has that name."""
    code = getattr(condition, "__code__", None)
    wanted = code.co_varnames[0] if code is not None and code.co_argcount == 1 else "x"
    if not wanted.isascii() or wanted[:1] == "_":
        wanted = "x"
    name, number = wanted, 0
    while name in _active:
        number += 1
        name = f"{wanted}{number}"
    return name


def _no_member(model: type[Model] | None, name: str) -> str:
    if model is None:
        return f"nothing is known of a property {name!r}"
    from difflib import get_close_matches

    near = get_close_matches(name, model._attributes, 1)
    meant = f"; did you mean {near[0]!r}?" if near else ""
    return f"{model.__name__} has no property {name!r}{meant}"
