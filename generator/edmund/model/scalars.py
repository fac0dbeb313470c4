"""Enumerations, type definitions and terms, built from their declarations."""

from __future__ import annotations

from collections.abc import Sequence

from edmund.csdl.document import EnumTypeElement, TermElement, TypeDefinitionElement
from edmund.csdl.literals import INTEGER_RANGES
from edmund.diagnostics import Note
from edmund.model.context import Context, Outside
from edmund.model.declarations import Declared, check_names
from edmund.model.elements import EnumMember, EnumType, Term, TypeDefinition
from edmund.model.findings import Code

__all__ = ["build_enum", "build_term", "build_type_definition"]


def build_enum(context: Context, declared: Declared[EnumTypeElement]) -> EnumType:
    """The enumeration, a value given to each member (section 10.3)."""
    name, element, scope = declared.name, declared.element, declared.scope
    outside = context.external.owner(name)
    underlying = "Edm.Int32"
    if element.underlying_type is not None:
        what = f"enumeration {name!r}"
        underlying = context.resolver.name(
            scope, element.underlying_type.strip(), element.span, what
        )
        if underlying not in INTEGER_RANGES:
            if underlying.startswith("Edm."):
                context.findings.error(
                    Code.ENUM_VALUE,
                    f"{what} is based on {underlying!r}, which is no integer type",
                    element.span,
                    hint="one of " + ", ".join(INTEGER_RANGES),
                )
            underlying = "Edm.Int32"
    check_names(
        context.findings,
        "enumeration member",
        ((member.name, member.span) for member in element.members),
        twice=f"is declared twice by {name!r}",
    )
    return EnumType(
        name,
        underlying,
        element.is_flags is True,
        _members(context, declared, underlying, outside),
        context.annotations(scope, element.annotations, outside, name, ""),
        element.span,
    )


def _members(
    context: Context,
    declared: Declared[EnumTypeElement],
    underlying: str,
    outside: Outside | None,
) -> tuple[EnumMember, ...]:
    low, high = INTEGER_RANGES[underlying]
    element, scope = declared.element, declared.scope
    members: list[EnumMember] = []
    value = -1
    missing = None
    for member in element.members:
        # Without values members count from 0; after a value, on from it.
        if member.value is None:
            value += 1
            missing = missing or member
        else:
            value = member.value
        if not low <= value <= high:
            context.findings.error(
                Code.ENUM_VALUE,
                f"the value {value} of enumeration member {member.name!r} is no {underlying}",
                member.span,
            )
        annotations = context.annotations(
            scope, member.annotations, outside, declared.name, "/" + member.name
        )
        members.append(EnumMember(member.name, value, annotations, member.span))
    if missing is not None:
        partly = any(member.value is not None for member in element.members)
        if element.is_flags is True or partly:
            why = (
                "is a set of flags" if element.is_flags is True else "gives values to other members"
            )
            context.findings.warning(
                Code.ENUM_VALUE,
                f"enumeration {declared.name!r} {why}, but member {missing.name!r} has no value",
                missing.span,
                hint="members without a value count on from the one before",
            )
    return tuple(members)


def build_type_definition(
    context: Context, declared: Declared[TypeDefinitionElement]
) -> TypeDefinition:
    """The definition with its primitive type and effective facets."""
    name, element = declared.name, declared.element
    underlying, facets = context.resolver.definitions[name]
    return TypeDefinition(
        name,
        underlying,
        facets,
        context.annotations(
            declared.scope, element.annotations, context.external.owner(name), name, ""
        ),
        element.span,
    )


def build_term(context: Context, declared: Sequence[Declared[TermElement]]) -> Term:
    """The term; declarations of the same name are one term that applies to what each of them says."""
    first = declared[0]
    name, element, scope = first.name, first.element, first.scope
    applies_to = list(element.applies_to)
    annotations = element.annotations
    for other in declared[1:]:
        context.findings.warning(
            Code.DUPLICATE_NAME,
            f"term {name!r} is declared more than once",
            other.element.span,
            hint="the first declaration counts, for all that any of them applies to",
            notes=(Note("it is first declared here", element.span),),
        )
        applies_to += [target for target in other.element.applies_to if target not in applies_to]
    base = None if element.base_term is None else scope.qualify(element.base_term)
    return Term(
        name,
        context.resolver.reference(scope, element, f"term {name!r}", element.facets),
        base,
        element.default_value,
        tuple(applies_to),
        context.annotations(scope, annotations, context.external.owner(name), name, ""),
        element.span,
    )
