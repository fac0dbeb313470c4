"""Properties and navigation properties, by the effective shape of their types."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from edmund.model.elements import NavigationProperty, Property, StructuredType, TypeReference
from edmund.review.comparison import Comparison
from edmund.review.findings import Change
from edmund.review.handlers.attributes import (
    Pair,
    compare_facets,
    compare_nullable,
    type_relation,
)
from edmund.review.likeness import Match, match_casing, match_names
from edmund.review.shape import Member, Shape, type_text
from edmund.review.specification import Facing
from edmund.review.terms import COMPUTED, is_tagged

__all__ = ["compare_members"]


def compare_members(c: Comparison) -> Iterator[Change]:
    """What the types that both versions have declare and inherit."""
    for old, new in c.common_types():
        if (
            isinstance(old, StructuredType)
            and isinstance(new, StructuredType)
            and old.kind is new.kind
        ):
            yield from _compare_type(c, old, new)


def _compare_type(c: Comparison, old: StructuredType, new: StructuredType) -> Iterator[Change]:
    old_members = _declared(old)
    new_members = _declared(new)
    gone: dict[str, Member] = {}
    come: dict[str, Member] = {}
    for name, member in old_members.items():
        other = new_members.get(name)
        if other is not None:
            yield from _compare_declared(c, old, member, new, other)
        elif (inherited := _inherited(c.new, new.name, name)) is not None:
            yield from _hoisted(c, old, member, *inherited)
        else:
            gone[name] = member
    for name, member in new_members.items():
        if name in old_members:
            continue
        if (inherited := _inherited(c.old, old.name, name)) is not None:
            yield from _pushed_down(c, new, member, *inherited)
        else:
            come[name] = member
    if gone or come:
        yield from _gone_and_come(c, old, new, gone, come)


def _declared(t: StructuredType) -> dict[str, Member]:
    found: dict[str, Member] = {p.name: p for p in t.properties}
    for navigation in t.navigation_properties:
        found.setdefault(navigation.name, navigation)
    return found


def _inherited(shape: Shape, type_name: str, member: str) -> tuple[StructuredType, Member] | None:
    return shape.inherited_property(type_name, member) or shape.inherited_navigation(
        type_name, member
    )


def _noun(member: Member) -> str:
    return "property" if isinstance(member, Property) else "navigation property"


def _stem(member: Member) -> str:
    return "property" if isinstance(member, Property) else "navigation"


def _detail(member: Member, *, is_new: bool) -> dict[str, object]:
    text = type_text(member.type)
    found: dict[str, object] = {"from": None if is_new else text, "to": text if is_new else None}
    if isinstance(member, Property) or not member.type.collection:
        found["nullable"] = member.type.nullable
    if isinstance(member, NavigationProperty) and member.contains_target:
        found["contains"] = True
    return found


def _hoisted(
    c: Comparison, old: StructuredType, member: Member, base: StructuredType, inherited: Member
) -> Iterator[Change]:
    yield from _relocated(c, old.name, "hoisted-to-base", member, inherited, base=base)


def _pushed_down(
    c: Comparison, new: StructuredType, member: Member, base: StructuredType, inherited: Member
) -> Iterator[Change]:
    yield from _relocated(c, new.name, "pushed-down", inherited, member, base=base)


def _relocated(
    c: Comparison, type_name: str, how: str, old: Member, new: Member, *, base: StructuredType
) -> Iterator[Change]:
    element = f"{type_name}/{old.name}"
    if isinstance(old, Property) != isinstance(new, Property):
        yield _swapped(type_name, old, new)
        return
    kind = f"{_stem(old)}-{how}"
    where = (
        f"is now inherited from {base.name}"
        if how == "hoisted-to-base"
        else f"is now declared here, no longer inherited from {base.name}"
    )
    yield Change(
        kind,
        element,
        f"{_noun(old)} {element} {where}",
        old.span,
        new.span,
        subject=type_name,
        detail={
            "from": type_text(old.type),
            "to": type_text(new.type),
            "base": base.name,
            "nullable_from": old.type.nullable,
            "nullable_to": new.type.nullable,
        },
    )
    # A change on the way is a change; the umbrella stays, since the place moved too.
    yield from _compare_attributes(c, type_name, old, new, kind)


def _swapped(type_name: str, old: Member, new: Member) -> Change:
    element = f"{type_name}/{old.name}"
    rule = (
        "property-became-navigation" if isinstance(old, Property) else "navigation-became-property"
    )
    return Change(
        rule,
        element,
        f"{_noun(old)} {element} is now a {_noun(new)}",
        old.span,
        new.span,
        subject=type_name,
        detail={"from": type_text(old.type), "to": type_text(new.type)},
    )


def _compare_declared(
    c: Comparison, old: StructuredType, one: Member, new: StructuredType, other: Member
) -> Iterator[Change]:
    if isinstance(one, Property) != isinstance(other, Property):
        yield _swapped(old.name, one, other)
    else:
        yield from _compare_attributes(c, old.name, one, other, None)


def _compare_attributes(
    c: Comparison, type_name: str, old: Member, new: Member, kind: str | None
) -> Iterator[Change]:
    if old == new:
        return
    element = f"{type_name}/{old.name}"
    noun = f"{_noun(old)} {element}"
    pair = Pair(element, noun, old.type, new.type, old.span, new.span, subject=type_name, kind=kind)
    yield from _compare_reference(c, pair, _stem(old), old.type, new.type)
    yield from compare_nullable(pair)
    if isinstance(old, Property) and isinstance(new, Property):
        if old.type.name == new.type.name:
            yield from compare_facets(
                pair, old.type.facets, new.type.facets, type_name=old.type.name, texts=True
            )
        if old.default_value != new.default_value:
            yield pair.change(
                "default-value-changed",
                f"the default of {noun} changes from {_quoted(old.default_value)} "
                f"to {_quoted(new.default_value)}",
                before=old.default_value,
                after=new.default_value,
            )
    elif isinstance(old, NavigationProperty) and isinstance(new, NavigationProperty):
        yield from _compare_navigation(pair, noun, old, new)


def _quoted(text: str | None) -> str:
    return "none" if text is None else f"'{text}'"


def _compare_reference(
    c: Comparison, pair: Pair, stem: str, old: TypeReference, new: TypeReference
) -> Iterator[Change]:
    relation = type_relation(c, old, new)
    if relation is None:
        return
    rules: Mapping[str, str] = {
        "collection": (
            "property-collection-changed" if stem == "property" else f"{stem}-type-changed"
        ),
        "changed": f"{stem}-type-changed",
        "specialized": f"{stem}-type-specialized",
        "generalized": f"{stem}-type-generalized",
    }
    before, after = type_text(old), type_text(new)
    yield pair.change(
        rules[relation],
        f"the type of {pair.noun} changes from {before} to {after}",
        before=before,
        after=after,
        relation=relation,
    )


def _compare_navigation(
    pair: Pair, noun: str, old: NavigationProperty, new: NavigationProperty
) -> Iterator[Change]:
    if old.contains_target != new.contains_target:
        yield pair.change(
            "navigation-containment-changed",
            f"{noun} {'now contains' if new.contains_target else 'no longer contains'} its targets",
            before=old.contains_target,
            after=new.contains_target,
        )
    if old.partner != new.partner:
        yield pair.change(
            "navigation-partner-changed",
            f"the partner of {noun} changes from {old.partner or 'none'} to {new.partner or 'none'}",
            before=old.partner,
            after=new.partner,
        )
    constraints = [
        sorted((r.property, r.referenced_property) for r in n.referential_constraints)
        for n in (old, new)
    ]
    if constraints[0] != constraints[1]:
        texts = [[f"{a} = {b}" for a, b in pairs] for pairs in constraints]
        yield pair.change(
            "referential-constraint-changed",
            f"the referential constraints of {noun} change",
            before=texts[0],
            after=texts[1],
        )
    if old.on_delete != new.on_delete:
        words = [n.on_delete.value if n.on_delete else None for n in (old, new)]
        yield pair.change(
            "on-delete-changed",
            f"what a delete does to {noun} changes from {words[0] or 'unstated'} "
            f"to {words[1] or 'unstated'}",
            before=words[0],
            after=words[1],
        )


def _gone_and_come(
    c: Comparison,
    old: StructuredType,
    new: StructuredType,
    gone: dict[str, Member],
    come: dict[str, Member],
) -> Iterator[Change]:
    casing = {o: n for o, n in match_casing(gone, come).items() if _stem(gone[o]) == _stem(come[n])}
    alike: dict[str, Match] = {}
    if c.options.likeness:
        alike = match_names(
            {n: _signature(m) for n, m in gone.items() if n not in casing},
            {n: _signature(m) for n, m in come.items() if n not in casing.values()},
        )
    for name, member in gone.items():
        yield _removed(
            old, new, member, respelled=casing.get(name), match=alike.get(name), come=come
        )
    origins = {n: o for o, n in casing.items()} | {m.new: m.old for m in alike.values()}
    for name, member in come.items():
        yield from _added(c, old, new, member, origins.get(name))


def _signature(member: Member) -> tuple[str, str]:
    return _stem(member), type_text(member.type)


def _removed(
    old: StructuredType,
    new: StructuredType,
    member: Member,
    *,
    respelled: str | None,
    match: Match | None,
    come: Mapping[str, Member],
) -> Change:
    stem, element = _stem(member), f"{old.name}/{member.name}"
    detail = _detail(member, is_new=False)
    rule, message = f"{stem}-removed", f"{_noun(member)} {element} is removed"
    place = new.span
    if respelled is not None:
        rule, message = f"{stem}-casing-changed", f"{_noun(member)} {element} is now {respelled}"
        detail["renamed_to"], place = respelled, come[respelled].span
    elif match is not None:
        rule = f"{stem}-renamed"
        message = (
            f"{_noun(member)} {element} seems to be renamed to {match.new} "
            f"(likeness {match.likeness:.0%})"
        )
        detail |= {"renamed_to": match.new, "likeness": match.likeness}
        place = come[match.new].span
    return Change(
        rule,
        element,
        message,
        member.span,
        place,
        kind=f"{stem}-removed",
        subject=old.name,
        detail=detail,
    )


def _added(
    c: Comparison,
    old: StructuredType,
    new: StructuredType,
    member: Member,
    origin: str | None,
) -> Iterator[Change]:
    stem, element = _stem(member), f"{new.name}/{member.name}"
    detail = _detail(member, is_new=True)
    if origin is not None:
        detail["renamed_from"] = origin
    noun = f"{_noun(member)} {element}"
    rules: list[tuple[str, str]] = []
    if _is_required(member) and Facing.REQUEST in (c.facings(new.name) or {Facing.REQUEST}):
        rules.append((f"{stem}-added-required", f"{noun} is added and must have a value"))
    if stem == "property" and c.old.is_open(old):
        rules.append(
            (
                "property-added-shadows-dynamic",
                f"{noun} is added to an open type: a dynamic property may have this name",
            )
        )
    for rule, message in rules or [(f"{stem}-added", f"{noun} is added")]:
        yield Change(
            rule,
            element,
            message,
            old.span,
            member.span,
            kind=f"{stem}-added",
            subject=new.name,
            detail=detail,
        )


def _is_required(member: Member) -> bool:
    """Whether a create that leaves the member out may fail."""
    if member.type.nullable or member.type.collection:
        return False
    if isinstance(member, NavigationProperty):
        return not member.contains_target
    return member.default_value is None and not is_tagged(member.annotations, COMPUTED)
