"""Readers over annotations, for comparison: what a term says, as plain values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from edmund.csdl.expression import (
    AnnotationValue,
    CollectionExpression,
    Constant,
    ConstantKind,
    Expression,
    Null,
    Path,
    Record,
)

__all__ = [
    "ALTERNATE_KEYS",
    "CAPABILITIES",
    "COMPUTED",
    "DERIVED_TYPES",
    "DESCRIPTIONS",
    "EXPLICIT_BINDING",
    "IMMUTABLE",
    "OPTIONAL_PARAMETER",
    "PERMISSIONS",
    "REVISIONS",
    "by_term",
    "is_tagged",
    "plain",
    "term_text",
]

_CORE = "Org.OData.Core.V1."
COMPUTED = _CORE + "Computed"
IMMUTABLE = _CORE + "Immutable"
PERMISSIONS = _CORE + "Permissions"
REVISIONS = _CORE + "Revisions"
OPTIONAL_PARAMETER = _CORE + "OptionalParameter"
EXPLICIT_BINDING = _CORE + "RequiresExplicitBinding"
DESCRIPTIONS = frozenset({_CORE + "Description", _CORE + "LongDescription"})
ALTERNATE_KEYS = frozenset({_CORE + "AlternateKeys", "OData.Community.Keys.V1.AlternateKeys"})
DERIVED_TYPES = "Org.OData.Validation.V1.DerivedTypeConstraint"
CAPABILITIES = "Org.OData.Capabilities.V1."

_NUMBERS = (ConstantKind.INT, ConstantKind.DECIMAL, ConstantKind.FLOAT)

Key = tuple[str, str | None]


def by_term(annotations: Iterable[AnnotationValue]) -> Mapping[Key, AnnotationValue]:
    """Annotations by term and qualifier; the first one wins."""
    found: dict[Key, AnnotationValue] = {}
    for annotation in annotations:
        found.setdefault((annotation.term, annotation.qualifier), annotation)
    return found


def is_tagged(annotations: Iterable[AnnotationValue], term: str) -> bool:
    """Whether a tag (Core.Tag) is set: no value means true (CSDL 4.01, section 14.2)."""
    for annotation in annotations:
        if annotation.term == term and annotation.qualifier is None:
            value = annotation.value
            return not (isinstance(value, Constant) and value.text.lower() in ("false", "0"))
    return False


def plain(expression: Expression | None) -> object:
    """An expression as JSON values; dynamic ones, that have no value here, as their text."""
    if expression is None or isinstance(expression, Null):
        return None
    if isinstance(expression, Constant):
        if expression.kind is ConstantKind.BOOL:
            return expression.text.lower() in ("true", "1")
        if expression.kind is ConstantKind.ENUM_MEMBER:
            return " ".join(sorted(part.rpartition("/")[2] for part in expression.text.split()))
        if expression.kind in _NUMBERS:
            return _number(expression.text)
        return expression.text
    if isinstance(expression, Path):
        return expression.text
    if isinstance(expression, CollectionExpression):
        return [plain(item) for item in expression.items]
    if isinstance(expression, Record):
        return {p.name: plain(p.value) for p in expression.properties}
    return repr(expression)


def _number(text: str) -> int | str:
    try:
        return int(text)
    except ValueError:
        return text


def term_text(key: Key) -> str:
    """`Capabilities.InsertRestrictions`, with its qualifier: short, for messages."""
    term, qualifier = key
    parts = term.split(".")
    if len(parts) >= 3 and parts[-2][:1] == "V" and parts[-2][1:].isdigit():
        term = f"{parts[-3]}.{parts[-1]}"
    return f"{term}#{qualifier}" if qualifier else term
