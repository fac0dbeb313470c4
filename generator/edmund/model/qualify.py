"""Annotations with every name qualified by namespace: terms, types, enum members, paths.

Paths (OData CSDL XML 4.01, section 14.4.1.1) qualify segment by segment: a segment with a dot is a
type cast or a container, one that starts with `@` a term, and `name@Term#Qualifier` a term after a name.
"""

from __future__ import annotations

from edmund.csdl.expression import (
    AnnotationValue,
    Apply,
    Cast,
    CollectionExpression,
    Constant,
    ConstantKind,
    Expression,
    If,
    IsOf,
    LabeledElement,
    LabeledElementReference,
    Logical,
    Null,
    Path,
    PropertyValue,
    Record,
    UrlRef,
)
from edmund.model.scope import Scope

__all__ = [
    "annotation_order",
    "qualify_annotation",
    "qualify_path",
    "qualify_segment",
    "split_target",
]

# Terms whose value is a qualified name (or a list of them) in strings: there, an alias counts too.
_NAME_TERMS = frozenset(
    {
        "Org.OData.Validation.V1.DerivedTypeConstraint",
        "Org.OData.Validation.V1.OpenPropertyTypeConstraint",
        "Org.OData.Validation.V1.ApplicableTerms",
        "Org.OData.Core.V1.RequiresExplicitBinding",
        "Org.OData.Core.V1.ExplicitOperationBindings",
        "Org.OData.Core.V1.OperationAvailable",
        "Edmund.V1.WritableTypes",
    }
)


def annotation_order(annotation: AnnotationValue) -> tuple[str, str]:
    """The order of annotations on one target; it carries no meaning, so it is made canonical."""
    return annotation.term, annotation.qualifier or ""


def split_target(path: str) -> tuple[str, ...]:
    """The segments of a path; a slash inside parentheses does not separate."""
    if "(" not in path:
        return tuple(path.split("/"))
    segments: list[str] = []
    start = depth = 0
    for at, character in enumerate(path):
        if character == "(":
            depth += 1
        elif character == ")":
            depth -= 1
        elif character == "/" and depth <= 0:
            segments.append(path[start:at])
            start = at + 1
    segments.append(path[start:])
    return tuple(segments)


def _qualify_overload(scope: Scope, name: str, arguments: str) -> str:
    """`ns.op(T1,T2)` without spaces, the operation and its parameter types qualified."""
    types = [scope.qualify_type(part) for part in arguments.split(",")] if arguments.strip() else []
    return f"{scope.qualify(name)}({','.join(types)})"


def qualify_segment(scope: Scope, segment: str) -> str:
    """One path segment with the names in it qualified."""
    if "." not in segment and "@" not in segment:
        return segment
    name, at, term = segment.partition("@")
    if at:
        term, hash_, qualifier = term.partition("#")
        return f"{qualify_segment(scope, name)}@{scope.qualify(term)}{hash_}{qualifier}"
    if segment.endswith(")") and "(" in segment and not segment.startswith("Collection("):
        operation, _, arguments = segment[:-1].partition("(")
        # `Set('a.b')` is a key, and what is in it is no name.
        return _qualify_overload(scope, operation, arguments) if "." in operation else segment
    return scope.qualify_type(segment)


def qualify_path(scope: Scope, path: str) -> str:
    """A path with the names in every segment qualified."""
    if "." not in path and "@" not in path:
        return path
    return "/".join(qualify_segment(scope, segment) for segment in split_target(path))


def _qualify_members(scope: Scope, text: str) -> str:
    """`alias.Type/A alias.Type/B` qualified; single spaces between members."""
    members: list[str] = []
    for member in text.split():
        enum, slash, name = member.rpartition("/")
        members.append(f"{scope.qualify(enum)}{slash}{name}")
    return " ".join(members)


def _property_value(scope: Scope, prop: PropertyValue, names: bool) -> PropertyValue:
    value = prop.value
    return PropertyValue(
        prop.name,
        None if value is None else _expression(scope, value, names),
        _annotations(scope, prop.annotations),
        prop.span,
    )


def _constant(scope: Scope, value: Constant, names: bool) -> Expression:
    if value.kind is ConstantKind.ENUM_MEMBER:
        return Constant(value.kind, _qualify_members(scope, value.text), value.span)
    if names and value.kind is ConstantKind.STRING:
        return Constant(value.kind, qualify_segment(scope, value.text), value.span)
    return value


def _collection(scope: Scope, value: CollectionExpression, names: bool) -> Expression:
    items = tuple(_expression(scope, item, names) for item in value.items)
    return CollectionExpression(items, value.span)


def _record(scope: Scope, value: Record, names: bool) -> Expression:
    return Record(
        None if value.type is None else scope.qualify_type(value.type),
        tuple(_property_value(scope, prop, names) for prop in value.properties),
        _annotations(scope, value.annotations),
        value.span,
    )


def _apply(scope: Scope, value: Apply) -> Expression:
    arguments = tuple(_expression(scope, argument, False) for argument in value.arguments)
    return Apply(
        scope.qualify(value.function), arguments, value.span, _annotations(scope, value.annotations)
    )


def _if(scope: Scope, value: If, names: bool) -> Expression:
    otherwise = value.otherwise
    return If(
        _expression(scope, value.condition, False),
        _expression(scope, value.then, names),
        None if otherwise is None else _expression(scope, otherwise, names),
        value.span,
        _annotations(scope, value.annotations),
    )


def _logical(scope: Scope, value: Logical) -> Expression:
    operands = tuple(_expression(scope, operand, False) for operand in value.operands)
    return Logical(value.operator, operands, value.span, _annotations(scope, value.annotations))


def _expression(scope: Scope, value: Expression, names: bool) -> Expression:
    """`value` qualified; `names` says that its strings are qualified names."""
    match value:
        case Constant():
            return _constant(scope, value, names)
        case Record():
            return _record(scope, value, names)
        case CollectionExpression():
            return _collection(scope, value, names)
        case Path():
            return Path(value.kind, qualify_path(scope, value.text), value.span)
        case Null():
            return Null(value.span, _annotations(scope, value.annotations))
        case Apply():
            return _apply(scope, value)
        case Cast():
            operand = _expression(scope, value.operand, False)
            return Cast(
                scope.qualify_type(value.type),
                operand,
                value.span,
                _annotations(scope, value.annotations),
                value.facets,
            )
        case IsOf():
            operand = _expression(scope, value.operand, False)
            return IsOf(
                scope.qualify_type(value.type),
                operand,
                value.span,
                _annotations(scope, value.annotations),
                value.facets,
            )
        case If():
            return _if(scope, value, names)
        case Logical():
            return _logical(scope, value)
        case LabeledElement():
            return LabeledElement(
                value.name,
                _expression(scope, value.value, names),
                value.span,
                _annotations(scope, value.annotations),
            )
        case LabeledElementReference():
            return LabeledElementReference(scope.qualify(value.name), value.span)
        case UrlRef():
            return UrlRef(
                _expression(scope, value.value, False),
                value.span,
                _annotations(scope, value.annotations),
            )


def qualify_annotation(
    scope: Scope, annotation: AnnotationValue, qualifier: str | None = None
) -> AnnotationValue:
    """The annotation with every name in it qualified.

    `qualifier` is the one of a surrounding `Annotations` element (section 14.2.2); it applies where the
    annotation has none of its own. A qualifier written into the term (`Term#Qualifier`) is taken apart.
    """
    term, _, written = annotation.term.partition("#")
    term = scope.qualify(term)
    value = annotation.value
    return AnnotationValue(
        term,
        annotation.qualifier or written or qualifier,
        None if value is None else _expression(scope, value, term in _NAME_TERMS),
        _annotations(scope, annotation.annotations),
        annotation.span,
    )


def _annotations(
    scope: Scope, annotations: tuple[AnnotationValue, ...]
) -> tuple[AnnotationValue, ...]:
    if not annotations:
        return annotations
    qualified = [qualify_annotation(scope, annotation) for annotation in annotations]
    qualified.sort(key=annotation_order)
    return tuple(qualified)
