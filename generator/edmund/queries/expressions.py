"""Expressions of `$filter`, `$orderby` and `$compute` as values (OData URL Conventions 4.01, section 5.1.1).

Values are compared by what they mean, not by where they stood: `at` is the place in the text that an element
was read from, counted from 0, None for one that was made. Names are as on the wire, texts without quotes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

__all__ = [
    "Alias",
    "AnnotationName",
    "Argument",
    "Arguments",
    "Arithmetic",
    "ArithmeticOperator",
    "Array",
    "Branch",
    "Call",
    "Case",
    "Comparison",
    "ComparisonOperator",
    "Count",
    "Expression",
    "Filtered",
    "Has",
    "In",
    "JsonObject",
    "Literal",
    "LiteralKind",
    "Logical",
    "LogicalOperator",
    "Member",
    "Name",
    "Negate",
    "Not",
    "Path",
    "Quantifier",
    "QuantifierKind",
    "Segment",
    "TypeTest",
    "TypeTestKind",
    "ValueList",
    "Variable",
    "VariableName",
]


class LiteralKind(Enum):
    """What a literal is of. Numbers that their text does not tell apart are one kind."""

    NULL = "null"
    BOOLEAN = "boolean"
    STRING = "string"
    INTEGER = "integer"
    LONG = "long"
    DECIMAL = "decimal"
    DOUBLE = "double"
    SINGLE = "single"
    DATE = "date"
    TIMESTAMP = "timestamp"
    DATETIME = "datetime"  # without an offset: versions before 4.0
    TIME_OF_DAY = "time of day"
    DURATION = "duration"
    GUID = "guid"
    BINARY = "binary"
    ENUMERATION = "enumeration"
    GEOGRAPHY = "geography"
    GEOMETRY = "geometry"


class ComparisonOperator(Enum):
    EQ = "eq"
    NE = "ne"
    GT = "gt"
    GE = "ge"
    LT = "lt"
    LE = "le"


class LogicalOperator(Enum):
    AND = "and"
    OR = "or"


class ArithmeticOperator(Enum):
    ADD = "add"
    SUB = "sub"
    MUL = "mul"
    DIV = "div"
    DIVBY = "divby"
    MOD = "mod"


class VariableName(Enum):
    """What a path may begin with beside a name: the item, the value at hand, the service."""

    IT = "$it"
    THIS = "$this"
    ROOT = "$root"


class QuantifierKind(Enum):
    ANY = "any"
    ALL = "all"


class TypeTestKind(Enum):
    CAST = "cast"
    ISOF = "isof"


@dataclass(frozen=True, slots=True)
class Literal:
    """`text` without quotes, prefix or suffix; bytes as base64url. `type_name` is an enumeration's type."""

    kind: LiteralKind
    text: str = ""
    type_name: str | None = None
    at: int | None = field(default=None, compare=False, repr=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class Name:
    """A property, a navigation property, a range variable; qualified: a type, or a function of the service."""

    text: str
    at: int | None = field(default=None, compare=False, repr=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class Variable:
    name: VariableName
    at: int | None = field(default=None, compare=False, repr=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class Alias:
    """`@name`: a value that another query option gives (section 5.3)."""

    name: str
    at: int | None = field(default=None, compare=False, repr=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class AnnotationName:
    """`@ns.Term` or `@ns.Term#Qualifier`, without the at sign."""

    term: str
    at: int | None = field(default=None, compare=False, repr=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class Argument:
    """A key value or a parameter of a function of the service; keys of one part have no name."""

    name: str | None
    value: Expression


@dataclass(frozen=True, slots=True)
class Arguments:
    """What follows the name before it in parentheses: a key, or the parameters of a function."""

    values: tuple[Argument, ...]


@dataclass(frozen=True, slots=True)
class Filtered:
    """`$filter(condition)` within a path (section 4.12)."""

    condition: Expression


@dataclass(frozen=True, slots=True)
class Count:
    """`$count`, perhaps of what `condition` holds for."""

    condition: Expression | None = None
    at: int | None = field(default=None, compare=False, repr=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class Quantifier:
    """`any(x:...)` or `all(x:...)`; `any()` alone has neither variable nor condition (section 5.1.1.13)."""

    kind: QuantifierKind
    variable: str | None = None
    condition: Expression | None = None
    at: int | None = field(default=None, compare=False, repr=False, kw_only=True)


Segment = Name | Variable | Alias | AnnotationName | Arguments | Filtered | Count | Quantifier


@dataclass(frozen=True, slots=True)
class Path:
    """Segments that slashes part; `Arguments` belong to the segment before them."""

    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Logical:
    """Two or more conditions, all or any of which have to hold."""

    operator: LogicalOperator
    operands: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Not:
    operand: Expression


@dataclass(frozen=True, slots=True)
class Comparison:
    operator: ComparisonOperator
    left: Expression
    right: Expression
    at: int | None = field(default=None, compare=False, repr=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class ValueList:
    """`('a','b')`, the right side of `in`: literals alone."""

    values: tuple[Literal, ...]


@dataclass(frozen=True, slots=True)
class In:
    left: Expression
    right: Expression | ValueList
    at: int | None = field(default=None, compare=False, repr=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class Has:
    """Whether an enumeration with flags has all those of the right side."""

    left: Expression
    right: Expression
    at: int | None = field(default=None, compare=False, repr=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class Arithmetic:
    operator: ArithmeticOperator
    left: Expression
    right: Expression
    at: int | None = field(default=None, compare=False, repr=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class Negate:
    operand: Expression


@dataclass(frozen=True, slots=True)
class Call:
    """A built-in function, by the name that `functions` has for it."""

    function: str
    arguments: tuple[Expression, ...] = ()
    at: int | None = field(default=None, compare=False, repr=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class TypeTest:
    """`cast(operand,type)` or `isof(operand,type)`; without an operand of the item itself (section 5.1.1.10)."""

    kind: TypeTestKind
    type_name: str
    operand: Expression | None = None
    at: int | None = field(default=None, compare=False, repr=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class Branch:
    condition: Expression
    value: Expression


@dataclass(frozen=True, slots=True)
class Case:
    """The value of the first branch whose condition holds (section 5.1.1.12)."""

    branches: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class Array:
    """A collection written as JSON (section 5.1.1.14.2)."""

    values: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Member:
    name: str
    value: Expression


@dataclass(frozen=True, slots=True)
class JsonObject:
    """A structured value, or a reference to an entity, written as JSON."""

    members: tuple[Member, ...]


Expression = (
    Literal
    | Path
    | Logical
    | Not
    | Comparison
    | In
    | Has
    | Arithmetic
    | Negate
    | Call
    | TypeTest
    | Case
    | Array
    | JsonObject
)
