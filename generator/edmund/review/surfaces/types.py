"""What became of named types: members, enumerations, unions, and what tells types apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from edmund.review.findings import Change, Level
from edmund.review.specification import Facing
from edmund.review.surfaces.comparison import SurfaceComparison, Where
from edmund.review.surfaces.values import Turn, Values
from edmund.surface.types import (
    Discriminator,
    EnumType,
    Literal,
    Named,
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
    renames = comparison.renames
    for name, old in before.items():
        called = renames.called(name)
        new = after.get(name) if name in after or not called else after[called[0]]
        if new is None:
            yield _removed(comparison, old)
            continue
        where = Where(name, old.span, new.span)
        if called:
            yield _renamed(where, called)
        if old != new and (name in after or name in renames.pairs):
            for change in _type(comparison, where, old, new):
                yield replace(change, subject=name)
    known = {other for name in before for other in renames.called(name)}
    for name, new in after.items():
        if name not in before and name not in known:
            where = Where(name, comparison.old_place, new.span)
            yield replace(where.change("type-added", f"the type {name} is new"), subject=name)


def _removed(comparison: SurfaceComparison, old: NamedType) -> Change:
    """Nothing on the wire has a type's name: what its places have now is told of these.

    A type that derives from another one may stand in places that do not name it.
    """
    where = Where(old.name, old.span, comparison.new_place)
    change = where.change("type-removed", f"the type {old.name} is gone")
    derives = isinstance(old, StructuredType) and old.base is not None
    return replace(change, subject=old.name, wire_at_most=None if derives else Level.NONE)


def _renamed(where: Where, called: tuple[str, ...]) -> Change:
    """One change for all places; `called` are several where each place has its own type now."""
    words = ", ".join(called)
    facts = {"from": where.element, "to": called[0] if len(called) == 1 else list(called)}
    change = where.change("type-renamed", f"the type {where.element} is called {words}", **facts)
    return replace(change, subject=where.element, wire_at_most=Level.NONE)


def _type(
    comparison: SurfaceComparison, where: Where, old: NamedType, new: NamedType
) -> Iterator[Change]:
    match old, new:
        case StructuredType(), StructuredType():
            yield from _structured(comparison, where, old, new)
        case EnumType(), EnumType():
            yield from _enum(where, old, new)
        case UnionType(), UnionType():
            yield from _union(where, old, new, comparison)
        case _:
            yield _other_kind(comparison, where, old, new)


# By what a turn does no harm, where a type is met nowhere else.
_HARMLESS = {
    Turn.NONE: frozenset({Facing.REQUEST, Facing.RESPONSE}),
    Turn.WIDENED: frozenset({Facing.REQUEST}),
    Turn.NARROWED: frozenset({Facing.RESPONSE}),
}


def _other_kind(
    comparison: SurfaceComparison, where: Where, old: NamedType, new: NamedType
) -> Change:
    """An object, an enumeration or a union in place of another kind: the values decide on the wire."""
    words = {"from": _kind(old), "to": _kind(new)}
    message = f"{old.name} was {words['from']} and is {words['to']}"
    change = where.change("type-kind-changed", message, **words)
    turn, facings = comparison.values.turn_of_named(old, new), comparison.facings(old.name)
    if facings and facings <= _HARMLESS.get(turn, frozenset()):
        level = Level.NONE if turn is Turn.NONE else Level.INFO
        return replace(change, wire_at_most=level)
    return change


def _kind(type_: NamedType) -> str:
    if isinstance(type_, StructuredType):
        return "an object"
    return "an enumeration" if isinstance(type_, EnumType) else "a union"


# Structured types


def _structured(
    comparison: SurfaceComparison, where: Where, old: StructuredType, new: StructuredType
) -> Iterator[Change]:
    if not _is_one(comparison, old.base, new.base):
        facts = {"from": old.base, "to": new.base}
        yield where.change("base-type-changed", f"{old.name} derives from another type", **facts)
    if old.abstract != new.abstract:
        rule = "abstract-added" if new.abstract else "abstract-removed"
        word = "no longer" if new.abstract else "now"
        yield where.change(rule, f"values of {old.name} itself are {word} possible")
    yield from _discriminators(where, old.discriminator, new.discriminator, comparison)
    yield from _others(where, old, new, comparison.values)
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
            yield from _property(place, was, is_, comparison.values)


def _is_one(comparison: SurfaceComparison, old: str | None, new: str | None) -> bool:
    if old is None or new is None:
        return old is new
    return comparison.renames.is_told(old, new)


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


def _others(
    where: Where, old: StructuredType, new: StructuredType, values: Values
) -> Iterator[Change]:
    """What became of members that no property declares."""
    if old.open and not new.open:
        message = f"{old.name} takes no members that are not declared any more"
        yield where.change("other-members-closed", message)
    elif new.open and not old.open:
        message = f"{old.name} takes members that are not declared"
        yield where.change("other-members-opened", message)
    elif old.additional != new.additional and old.additional and new.additional:
        turn = values.turn(old.additional, new.additional)
        if turn in (Turn.NARROWED, Turn.CHANGED):
            message = "other members are restricted, or of another type"
            yield where.change("other-members-closed", message)
        if turn in (Turn.WIDENED, Turn.CHANGED):
            yield where.change("other-members-opened", "other members may have other values")


def _property(
    place: Where, old: PropertyType, new: PropertyType, values: Values
) -> Iterator[Change]:
    what = f"the property '{old.name}'"
    yield from _property_type(place, what, old.type, new.type, values)
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


def _property_type(
    place: Where, what: str, old: Type, new: Type, values: Values
) -> Iterator[Change]:
    if old == new:
        return
    was, is_ = isinstance(old, Nullable), isinstance(new, Nullable)
    if was and not is_:
        yield place.change("nullable-tightened", f"{what} may no longer be null")
    elif is_ and not was:
        yield place.change("nullable-relaxed", f"{what} may be null")
    before = old.type if isinstance(old, Nullable) else old
    after = new.type if isinstance(new, Nullable) else new
    if Literal(None) in (before, after):
        before, after = old, new  # There is nothing but null.
    facts = {"from": repr(before), "to": repr(after)}
    turn, alike = values.turn(before, after), values.are_declared_alike(before, after)
    lengths = _only_max_length(before, after)
    if lengths is not None and turn in (Turn.NARROWED, Turn.WIDENED):
        rule = f"max-length-{turn.value}"
        yield place.change(rule, f"{what} may be {lengths}")
    elif turn is not Turn.NONE or not alike:
        rule, words = _TURNED[turn]
        change = place.change(f"property-type-{rule}", f"{what} {words}", **facts)
        if turn is Turn.NONE:
            change = replace(change, wire_at_most=Level.NONE)
        yield change if alike else replace(change, source_at_least=Level.BREAKING)


_TURNED = {
    Turn.NONE: ("changed", "is of another type, of the same values"),
    Turn.NARROWED: ("specialized", "has fewer values"),
    Turn.WIDENED: ("generalized", "has more values"),
    Turn.CHANGED: ("changed", "is of another type"),
}


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


def _union(
    where: Where, old: UnionType, new: UnionType, comparison: SurfaceComparison
) -> Iterator[Change]:
    """Variants whose values none of the other version's has; what else changed of a variant is its own.

    With a discriminator a value is of the variant that it says, not of another one like it.
    """
    values, by_name = comparison.values, None not in (old.discriminator, new.discriminator)

    def has(was: Type, is_: Type, turns: Sequence[Turn]) -> bool:
        if by_name and isinstance(was, Named) and isinstance(is_, Named):
            return comparison.renames.is_told(was.name, is_.name)
        return values.turn(was, is_) in turns

    for variant in old.variants:
        if not any(has(variant, each, _KEPT) for each in new.variants):
            place = replace(where, element=f"{where.element}/{_word(variant)}")
            message = f"values can no longer be of {_word(variant)}"
            yield place.change("union-variant-removed", message)
    for variant in new.variants:
        if not any(has(each, variant, _COVERED) for each in old.variants):
            place = replace(where, element=f"{where.element}/{_word(variant)}")
            yield place.change("union-variant-added", f"values can be of {_word(variant)}")
    yield from _discriminators(where, old.discriminator, new.discriminator, comparison)


_KEPT = (Turn.NONE, Turn.WIDENED)  # the new variant has all values of the old one
_COVERED = (Turn.NONE, Turn.NARROWED)  # an old variant has all values of the new one


def _word(type_: Type) -> str:
    return str(getattr(type_, "name", type(type_).__name__)).removeprefix("Edm.")


def _discriminators(
    where: Where,
    old: Discriminator | None,
    new: Discriminator | None,
    comparison: SurfaceComparison,
) -> Iterator[Change]:
    """Another member, or a value that means another type or none; values that are new are variants'."""
    if old is None or new is None or old == new:
        return
    after = dict(new.mapping)
    moved = [
        value
        for value, name in old.mapping
        if value in after and not _is_one(comparison, name, after[value])
    ]
    if old.property != new.property:
        facts = {"from": old.property, "to": new.property}
        yield where.change("discriminator-changed", "another member tells types apart", **facts)
    for value in moved:
        message = f"the value '{value}' means another type"
        yield where.change("discriminator-changed", message, value=value)
    kept = set(after.values())
    for value, name in old.mapping:
        if value not in after and any(_is_one(comparison, name, each) for each in kept):
            message = f"the value '{value}' means no type any more"
            yield where.change("discriminator-changed", message, value=value)
