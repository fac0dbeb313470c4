"""What became of named types: members, enumerations, unions, and what tells types apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from edmund.review.findings import Change, Level
from edmund.review.specification import Facing
from edmund.review.surfaces.comparison import SurfaceComparison, Where
from edmund.review.surfaces.values import Turn, turn_of
from edmund.surface.types import (
    Discriminator,
    EnumType,
    NamedType,
    Nullable,
    Primitive,
    PropertyType,
    StructuredType,
    Type,
    UnionType,
)

__all__ = ["compare_types"]


def compare_types(comparison: SurfaceComparison) -> Iterator[Change]:
    """All changes of named types; each is about its type, whose use decides on the direction."""
    before, after = comparison.old.types.by_name, comparison.new.types.by_name
    for name in {**before, **after}:
        old, new = before.get(name), after.get(name)
        if old is None:
            assert new is not None
            where = Where(name, comparison.old_place, new.span)
            yield replace(where.change("type-added", f"the type {name} is new"), subject=name)
        elif new is None:
            where = Where(name, old.span, comparison.new_place)
            yield replace(where.change("type-removed", f"the type {name} is gone"), subject=name)
        elif old != new:
            where = Where(name, old.span, new.span)
            for change in _type(comparison, where, old, new):
                yield replace(change, subject=name)


def _type(
    comparison: SurfaceComparison, where: Where, old: NamedType, new: NamedType
) -> Iterator[Change]:
    match old, new:
        case StructuredType(), StructuredType():
            yield from _structured(comparison, where, old, new)
        case EnumType(), EnumType():
            yield from _enum(where, old, new)
        case UnionType(), UnionType():
            yield from _union(where, old, new)
        case _:
            words = {"from": _kind(old), "to": _kind(new)}
            message = f"{old.name} was {words['from']} and is {words['to']}"
            yield where.change("type-kind-changed", message, **words)


def _kind(type_: NamedType) -> str:
    if isinstance(type_, StructuredType):
        return "an object"
    return "an enumeration" if isinstance(type_, EnumType) else "a union"


# Structured types


def _structured(
    comparison: SurfaceComparison, where: Where, old: StructuredType, new: StructuredType
) -> Iterator[Change]:
    if old.base != new.base:
        facts = {"from": old.base, "to": new.base}
        yield where.change("base-type-changed", f"{old.name} derives from another type", **facts)
    if old.abstract != new.abstract:
        rule = "abstract-added" if new.abstract else "abstract-removed"
        word = "no longer" if new.abstract else "now"
        yield where.change(rule, f"values of {old.name} itself are {word} possible")
    yield from _discriminators(where, old.discriminator, new.discriminator)
    yield from _others(where, old, new)
    before = {member.name: member for member in old.properties}
    after = {member.name: member for member in new.properties}
    for name in {**before, **after}:
        was, is_ = before.get(name), after.get(name)
        place = Where(
            f"{where.element}/{name}",
            where.old if was is None else was.span,
            where.new if is_ is None else is_.span,
        )
        if was is None:
            assert is_ is not None
            yield _added(comparison, place, where.element, is_)
        elif is_ is None:
            yield place.change("property-removed", f"the property '{name}' is gone")
        else:
            yield from _property(place, was, is_)


def _added(comparison: SurfaceComparison, place: Where, owner: str, member: PropertyType) -> Change:
    if not member.writing.required_on_create:
        return place.change("property-added", f"the property '{member.name}' is new")
    change = place.change(
        "property-added-required", f"the property '{member.name}' is new, and objects must have it"
    )
    if Facing.REQUEST in comparison.facings(owner):
        # A schema says so: the service refuses requests without it.
        return replace(change, wire_at_least=Level.BREAKING, source_at_least=Level.BREAKING)
    return change


def _others(where: Where, old: StructuredType, new: StructuredType) -> Iterator[Change]:
    """What became of members that no property declares."""
    if old.open and not new.open:
        message = f"{old.name} takes no members that are not declared any more"
        yield where.change("other-members-closed", message)
    elif new.open and not old.open:
        message = f"{old.name} takes members that are not declared"
        yield where.change("other-members-opened", message)
    elif old.additional != new.additional and old.additional and new.additional:
        turn = turn_of(old.additional, new.additional)
        if turn is not Turn.WIDENED:
            message = "other members are restricted, or of another type"
            yield where.change("other-members-closed", message)
        if turn is not Turn.NARROWED:
            yield where.change("other-members-opened", "other members may have other values")


def _property(place: Where, old: PropertyType, new: PropertyType) -> Iterator[Change]:
    what = f"the property '{old.name}'"
    yield from _property_type(place, what, old.type, new.type)
    was = old.required or old.writing.required_on_create
    is_ = new.required or new.writing.required_on_create
    if is_ and not was:
        yield place.change("property-made-required", f"objects must have {what}")
    elif was and not is_:
        yield place.change("property-made-optional", f"objects need not have {what}")
    if new.writing.computed and not old.writing.computed:
        yield place.change("computed-added", f"{what} is set by the service alone")
    elif old.writing.computed and not new.writing.computed:
        yield place.change("computed-removed", f"{what} may be set")
    if old.default != new.default:
        facts = {"from": old.default, "to": new.default}
        yield place.change("default-value-changed", f"{what} has another default", **facts)
    before, after = old.documentation.deprecation, new.documentation.deprecation
    if (before is None) != (after is None):
        rule = "deprecated-added" if before is None else "deprecation-withdrawn"
        word = "is" if before is None else "is no longer"
        yield place.change(rule, f"{what} {word} deprecated")


def _property_type(place: Where, what: str, old: Type, new: Type) -> Iterator[Change]:
    if old == new:
        return
    was, is_ = isinstance(old, Nullable), isinstance(new, Nullable)
    if was and not is_:
        yield place.change("nullable-tightened", f"{what} may no longer be null")
    elif is_ and not was:
        yield place.change("nullable-relaxed", f"{what} may be null")
    before = old.type if isinstance(old, Nullable) else old
    after = new.type if isinstance(new, Nullable) else new
    facts = {"from": repr(before), "to": repr(after)}
    turn = turn_of(before, after)
    lengths = _only_max_length(before, after)
    if lengths is not None and turn in (Turn.NARROWED, Turn.WIDENED):
        rule = f"max-length-{turn.value}"
        yield place.change(rule, f"{what} may be {lengths}")
    elif turn is Turn.NARROWED:
        yield place.change("property-type-specialized", f"{what} has fewer values", **facts)
    elif turn is Turn.WIDENED:
        yield place.change("property-type-generalized", f"{what} has more values", **facts)
    elif turn is Turn.CHANGED:
        yield place.change("property-type-changed", f"{what} is of another type", **facts)


def _only_max_length(old: Type, new: Type) -> str | None:
    """The words for a change of the greatest length and nothing else."""
    if not (isinstance(old, Primitive) and isinstance(new, Primitive)):
        return None
    before, after = old.constraints, new.constraints
    if replace(old, constraints=replace(before, max_length=after.max_length)) != new:
        return None
    limits = [str(each.max_length or "unlimited") for each in (before, after)]
    return f"of length {limits[1]}, where it was {limits[0]}"


# Enumerations and unions


def _enum(where: Where, old: EnumType, new: EnumType) -> Iterator[Change]:
    before = {member.name for member in old.members}
    after = {member.name for member in new.members}
    for member in old.members:
        if member.name not in after:
            place = replace(where, element=f"{where.element}/{member.name}")
            yield place.change("enum-member-removed", f"the value '{member.name}' is gone")
    for member in new.members:
        if member.name not in before:
            place = replace(where, element=f"{where.element}/{member.name}")
            yield place.change("enum-member-added", f"the value '{member.name}' is new")
    if old.underlying != new.underlying:
        facts = {"from": old.underlying, "to": new.underlying}
        message = "the values are of another kind of JSON"
        yield where.change("enum-underlying-type-changed", message, **facts)


def _union(where: Where, old: UnionType, new: UnionType) -> Iterator[Change]:
    for variant in old.variants:
        if variant not in new.variants:
            place = replace(where, element=f"{where.element}/{_word(variant)}")
            message = f"values can no longer be of {_word(variant)}"
            yield place.change("union-variant-removed", message)
    for variant in new.variants:
        if variant not in old.variants:
            place = replace(where, element=f"{where.element}/{_word(variant)}")
            yield place.change("union-variant-added", f"values can be of {_word(variant)}")
    yield from _discriminators(where, old.discriminator, new.discriminator)


def _word(type_: Type) -> str:
    return str(getattr(type_, "name", type(type_).__name__)).removeprefix("Edm.")


def _discriminators(
    where: Where, old: Discriminator | None, new: Discriminator | None
) -> Iterator[Change]:
    """Another member, or a value that means another type or none; values that are new are variants'."""
    if old is None or new is None or old == new:
        return
    after = dict(new.mapping)
    moved = [value for value, name in old.mapping if after.get(value, name) != name]
    if old.property != new.property:
        facts = {"from": old.property, "to": new.property}
        yield where.change("discriminator-changed", "another member tells types apart", **facts)
    for value in moved:
        message = f"the value '{value}' means another type"
        yield where.change("discriminator-changed", message, value=value)
    kept = set(after.values())
    for value, name in old.mapping:
        if value not in after and name in kept:
            message = f"the value '{value}' means no type any more"
            yield where.change("discriminator-changed", message, value=value)
