"""Annotation expressions (CSDL XML 4.01, section 14.3 and 14.4), constant and dynamic.

Shared by `csdl` (names as spelled) and `model` (names qualified by namespace, never by alias).
Spans are excluded from comparison: two expressions are equal when they mean the same.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from edmund.csdl.facets import NO_FACETS, FacetAttributes
from edmund.diagnostics import Span

__all__ = [
    "AnnotationValue",
    "Apply",
    "Cast",
    "CollectionExpression",
    "Constant",
    "ConstantKind",
    "Expression",
    "If",
    "IsOf",
    "LabeledElement",
    "LabeledElementReference",
    "Logical",
    "LogicalOperator",
    "Null",
    "Path",
    "PathKind",
    "PropertyValue",
    "Record",
    "UrlRef",
]


class ConstantKind(Enum):
    """The constant expressions of section 14.3, by element name."""

    BINARY = "Binary"
    BOOL = "Bool"
    DATE = "Date"
    DATE_TIME_OFFSET = "DateTimeOffset"
    DECIMAL = "Decimal"
    DURATION = "Duration"
    ENUM_MEMBER = "EnumMember"
    FLOAT = "Float"
    GUID = "Guid"
    INT = "Int"
    STRING = "String"
    TIME_OF_DAY = "TimeOfDay"


class PathKind(Enum):
    """Section 14.4.1: value paths and model element paths."""

    PATH = "Path"
    ANNOTATION_PATH = "AnnotationPath"
    MODEL_ELEMENT_PATH = "ModelElementPath"
    NAVIGATION_PROPERTY_PATH = "NavigationPropertyPath"
    PROPERTY_PATH = "PropertyPath"
    ANY_PROPERTY_PATH = "AnyPropertyPath"


class LogicalOperator(Enum):
    """Section 14.4.2 comparison, logical and arithmetic operators, by element name."""

    AND = "And"
    OR = "Or"
    NOT = "Not"
    EQ = "Eq"
    NE = "Ne"
    GT = "Gt"
    GE = "Ge"
    LT = "Lt"
    LE = "Le"
    HAS = "Has"
    IN = "In"
    NEG = "Neg"
    ADD = "Add"
    SUB = "Sub"
    MUL = "Mul"
    DIV = "Div"
    DIV_BY = "DivBy"
    MOD = "Mod"


@dataclass(frozen=True, slots=True)
class Constant:
    """A constant. `text` is the literal as written, checked against the kind's syntax.

    An ENUM_MEMBER's text is a space-separated list of `Qualified.Type/Member`.
    """

    kind: ConstantKind
    text: str
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Null:
    span: Span | None = field(default=None, compare=False)
    annotations: tuple[AnnotationValue, ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    kind: PathKind
    text: str
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class CollectionExpression:
    items: tuple[Expression, ...]
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class PropertyValue:
    """One property of a record; `value` is None when neither attribute nor child gives one."""

    name: str
    value: Expression | None
    annotations: tuple[AnnotationValue, ...] = ()
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Record:
    type: str | None
    properties: tuple[PropertyValue, ...]
    annotations: tuple[AnnotationValue, ...] = ()
    span: Span | None = field(default=None, compare=False)

    def get(self, name: str) -> Expression | None:
        """The value of the property called `name`, or None."""
        for prop in self.properties:
            if prop.name == name:
                return prop.value
        return None


@dataclass(frozen=True, slots=True)
class Apply:
    function: str
    arguments: tuple[Expression, ...]
    span: Span | None = field(default=None, compare=False)
    annotations: tuple[AnnotationValue, ...] = ()


@dataclass(frozen=True, slots=True)
class Cast:
    """`type` as spelled, `Collection(...)` included."""

    type: str
    operand: Expression
    span: Span | None = field(default=None, compare=False)
    annotations: tuple[AnnotationValue, ...] = ()
    facets: FacetAttributes = NO_FACETS


@dataclass(frozen=True, slots=True)
class IsOf:
    type: str
    operand: Expression
    span: Span | None = field(default=None, compare=False)
    annotations: tuple[AnnotationValue, ...] = ()
    facets: FacetAttributes = NO_FACETS


@dataclass(frozen=True, slots=True)
class If:
    condition: Expression
    then: Expression
    otherwise: Expression | None
    span: Span | None = field(default=None, compare=False)
    annotations: tuple[AnnotationValue, ...] = ()


@dataclass(frozen=True, slots=True)
class Logical:
    operator: LogicalOperator
    operands: tuple[Expression, ...]
    span: Span | None = field(default=None, compare=False)
    annotations: tuple[AnnotationValue, ...] = ()


@dataclass(frozen=True, slots=True)
class LabeledElement:
    name: str
    value: Expression
    span: Span | None = field(default=None, compare=False)
    annotations: tuple[AnnotationValue, ...] = ()


@dataclass(frozen=True, slots=True)
class LabeledElementReference:
    name: str
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class UrlRef:
    value: Expression
    span: Span | None = field(default=None, compare=False)
    annotations: tuple[AnnotationValue, ...] = ()


Expression = (
    Constant
    | Null
    | Path
    | CollectionExpression
    | Record
    | Apply
    | Cast
    | IsOf
    | If
    | Logical
    | LabeledElement
    | LabeledElementReference
    | UrlRef
)


@dataclass(frozen=True, slots=True)
class AnnotationValue:
    """An annotation: term, qualifier and value.

    `value` is None when the annotation gives none: the term's default, or true for a Core.Tag,
    applies (section 14.2).
    """

    term: str
    qualifier: str | None
    value: Expression | None
    annotations: tuple[AnnotationValue, ...] = ()
    span: Span | None = field(default=None, compare=False)
