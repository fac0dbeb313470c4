"""Documents without what XML and JSON cannot tell apart, for comparing them.

Places and the source go. What is left out where it is a format's default is filled in or left out
alike; operations, terms and annotations stand in the order of their names, which carries no meaning.
Two documents with the same canonical form say the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from typing import Protocol, TypeVar, cast

from edmund.csdl.document import (
    AnnotationsElement,
    Document,
    EnumTypeElement,
    MaxLength,
    NavigationPropertyElement,
    ParameterElement,
    PropertyElement,
    ReferenceElement,
    ReturnTypeElement,
    SchemaElement,
    SingletonElement,
    TermElement,
    TypeDefinitionElement,
)
from edmund.csdl.expression import (
    AnnotationValue,
    Cast,
    Constant,
    ConstantKind,
    IsOf,
    PropertyValue,
)
from edmund.csdl.facets import FacetAttributes
from edmund.diagnostics import Span

__all__ = ["canonical"]

_NOWHERE = Span("")
_TRUE = Constant(ConstantKind.BOOL, "true")


def canonical(document: Document) -> Document:
    """The document that all documents of the same meaning have in common."""
    return replace(_plain(document), source="")


class _Named(Protocol):
    @property
    def name(self) -> str: ...


T = TypeVar("T")
N = TypeVar("N", bound=_Named)


def _plain(value: T) -> T:
    """`value` with everything below it canonical."""
    if isinstance(value, tuple):
        return cast(T, tuple([_plain(item) for item in value]))
    if isinstance(value, Span):
        return cast(T, _NOWHERE)
    if not is_dataclass(value):
        return value
    inner = {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    return _settled(replace(value, **inner))  # type: ignore[type-var]


def _settled(value: T) -> T:
    """One element, whose parts are canonical."""
    result: object = value
    match value:
        case Document():
            result = replace(value, references=_references(value.references))
        case SchemaElement():
            result = _schema(value)
        case PropertyElement() | ParameterElement() | ReturnTypeElement() | TermElement():
            facets = _facets(value.facets, value.type)
            result = replace(value, nullable=_nullable(value.type, value.nullable), facets=facets)
        case NavigationPropertyElement():
            result = replace(value, nullable=_nullable(value.type, value.nullable))
        case SingletonElement():
            result = replace(value, nullable=value.nullable or None)
        case TypeDefinitionElement():
            result = replace(value, facets=_facets(value.facets, value.underlying_type))
        case Cast() | IsOf():
            result = replace(value, facets=_facets(value.facets, value.type))
        case EnumTypeElement():
            result = _enum_type(value)
        case AnnotationValue() | PropertyValue():
            result = replace(value, value=_TRUE if value.value is None else value.value)
        case Constant(ConstantKind.BOOL, text):
            result = replace(value, text=text.lower())
        case _:
            pass
    annotations = getattr(result, "annotations", ())
    if len(annotations) > 1:
        result = replace(result, annotations=_sorted(annotations))  # type: ignore[type-var]
    return cast(T, result)


def _sorted(annotations: Iterable[AnnotationValue]) -> tuple[AnnotationValue, ...]:
    """By term and qualifier, for their order carries no meaning; of several alike the last one counts."""
    found: dict[tuple[str, str], AnnotationValue] = {}
    for each in annotations:
        found[each.term, each.qualifier or ""] = each
    return tuple([found[key] for key in sorted(found)])


def _nullable(type_name: str, nullable: bool | None) -> bool | None:
    """One value is nullable unless it is said not to be; of collections it has to be said."""
    is_collection = type_name.startswith("Collection(")
    return nullable if is_collection or nullable is False else None


def _facets(facets: FacetAttributes, type_name: str) -> FacetAttributes:
    if isinstance(facets.max_length, MaxLength):
        facets = replace(facets, max_length=None)
    inner = type_name.removeprefix("Collection(").removesuffix(")")
    if inner == "Edm.Decimal" and facets.scale == 0:
        facets = replace(facets, scale=None)
    return facets


def _enum_type(each: EnumTypeElement) -> EnumTypeElement:
    if any(member.value is not None for member in each.members):
        return each
    members = [replace(member, value=at) for at, member in enumerate(each.members)]
    return replace(each, members=tuple(members))


def _schema(schema: SchemaElement) -> SchemaElement:
    return replace(
        schema,
        actions=_by_name(schema.actions),
        functions=_by_name(schema.functions),
        terms=_by_name(schema.terms),
        external_annotations=_targets(schema.external_annotations),
    )


def _by_name(declared: tuple[N, ...]) -> tuple[N, ...]:
    """By name, overloads in their order: that of different names carries no meaning."""
    return tuple(sorted(declared, key=lambda each: each.name))


def _targets(groups: Iterable[AnnotationsElement]) -> tuple[AnnotationsElement, ...]:
    """One group for each target; the qualifier of a group is that of its annotations without one."""
    found: dict[str, list[AnnotationValue]] = {}
    for group in groups:
        found.setdefault(group.target, []).extend(
            replace(each, qualifier=each.qualifier or group.qualifier) for each in group.annotations
        )
    return tuple(
        AnnotationsElement(target, None, _sorted(annotations), _NOWHERE)
        for target, annotations in found.items()
    )


def _references(references: Iterable[ReferenceElement]) -> tuple[ReferenceElement, ...]:
    """One reference for each Uri."""
    found: dict[str, ReferenceElement] = {}
    for each in references:
        known = found.get(each.uri)
        found[each.uri] = (
            each
            if known is None
            else replace(
                known,
                includes=(*known.includes, *each.includes),
                include_annotations=(*known.include_annotations, *each.include_annotations),
                annotations=_sorted((*known.annotations, *each.annotations)),
            )
        )
    return tuple(found.values())
