"""Enumerations: members by name, their values, and the evolvable sentinel."""

from __future__ import annotations

from collections.abc import Iterator

from edmund.model.elements import EnumMember, EnumType
from edmund.review.comparison import Comparison
from edmund.review.findings import Change, Level
from edmund.review.likeness import Match, match_casing, name_likeness

__all__ = ["SENTINEL", "compare_enums"]

SENTINEL = "unknownFutureValue"
_ALIKE = 0.8


def compare_enums(c: Comparison) -> Iterator[Change]:
    """The enumerations that both versions have."""
    for old, new in c.common_types():
        if isinstance(old, EnumType) and isinstance(new, EnumType) and old != new:
            yield from _compare(c, old, new)


def _compare(c: Comparison, old: EnumType, new: EnumType) -> Iterator[Change]:
    if old.flags != new.flags:
        yield Change(
            "enum-flags-changed",
            old.name,
            f"{old.name} {'now' if new.flags else 'no longer'} is a set of flags",
            old.span,
            new.span,
            subject=old.name,
            detail={"from": old.flags, "to": new.flags},
        )
    if old.underlying != new.underlying:
        yield Change(
            "enum-underlying-type-changed",
            old.name,
            f"{old.name} has the underlying type {new.underlying} instead of {old.underlying}",
            old.span,
            new.span,
            subject=old.name,
            detail={"from": old.underlying, "to": new.underlying},
        )
    before = {m.name: m for m in old.members}
    after = {m.name: m for m in new.members}
    gone = {n: m for n, m in before.items() if n not in after}
    come = {n: m for n, m in after.items() if n not in before}
    casing = match_casing(gone, come)
    alike = _renamed(gone, come, casing) if c.options.likeness else {}
    successors = casing | {o: m.new for o, m in alike.items()}
    for name, member in gone.items():
        yield _removed(
            old, new, member, respelled=casing.get(name), match=alike.get(name), come=come
        )
    for name, member in before.items():
        if name in after and member.value != after[name].value:
            yield _value_changed(old, new, member, after[name])
    origins = {n: o for o, n in successors.items()}
    for name, member in come.items():
        yield _added(old, new, member, origins.get(name), before)
    yield from _reused(old, new, before, after, successors)


def _renamed(
    gone: dict[str, EnumMember], come: dict[str, EnumMember], casing: dict[str, str]
) -> dict[str, Match]:
    """Alike names; the same value makes a weaker likeness do. Best first."""
    candidates: list[Match] = []
    for name, member in gone.items():
        for other, candidate in come.items():
            if name in casing or other in casing.values():
                continue
            score = name_likeness(name, other)
            if score >= _ALIKE or (score and candidate.value == member.value):
                candidates.append(Match(name, other, score))
    found: dict[str, Match] = {}
    taken: set[str] = set()
    for match in sorted(candidates, key=lambda m: (-m.likeness, m.old, m.new)):
        if match.old not in found and match.new not in taken:
            found[match.old] = match
            taken.add(match.new)
    return found


def _removed(
    old: EnumType,
    new: EnumType,
    member: EnumMember,
    *,
    respelled: str | None,
    match: Match | None,
    come: dict[str, EnumMember],
) -> Change:
    element = f"{old.name}/{member.name}"
    detail: dict[str, object] = {"from": member.value, "to": None}
    rule, message, place = "enum-member-removed", f"member {element} is removed", new.span
    if respelled is not None:
        rule, message = "enum-member-casing-changed", f"member {element} is now {respelled}"
        detail["renamed_to"], place = respelled, come[respelled].span
    elif match is not None:
        rule = "enum-member-renamed"
        message = (
            f"member {element} seems to be renamed to {match.new} (likeness {match.likeness:.0%})"
        )
        detail |= {"renamed_to": match.new, "likeness": match.likeness}
        place = come[match.new].span
    return Change(
        rule,
        element,
        message,
        member.span,
        place,
        kind="enum-member-removed",
        subject=old.name,
        detail=detail,
    )


def _value_changed(old: EnumType, new: EnumType, one: EnumMember, other: EnumMember) -> Change:
    element = f"{old.name}/{one.name}"
    sentinel = one.name == SENTINEL
    return Change(
        "enum-sentinel-moved" if sentinel else "enum-member-value-changed",
        element,
        f"the value of {'the sentinel ' if sentinel else 'member '}{element} changes "
        f"from {one.value} to {other.value}",
        one.span,
        other.span,
        kind="enum-member-value-changed",
        subject=old.name,
        detail={"from": one.value, "to": other.value},
        wire_at_least=Level.BREAKING if old.flags or new.flags else None,
        source_at_most=None if sentinel else _at_most_in_source(old, new),
    )


def _at_most_in_source(old: EnumType, new: EnumType) -> Level | None:
    """Generated code knows members by name: numbers matter to callers where sets are made of them."""
    return None if old.flags or new.flags else Level.WARNING


def _added(
    old: EnumType,
    new: EnumType,
    member: EnumMember,
    origin: str | None,
    before: dict[str, EnumMember],
) -> Change:
    element = f"{new.name}/{member.name}"
    detail: dict[str, object] = {"from": None, "to": member.value}
    if origin is not None:
        detail["renamed_from"] = origin
    sentinels = [s for m in (before.get(SENTINEL), _find(new, SENTINEL)) if (s := m) is not None]
    rule, message, harmless = "enum-member-added", f"member {element} is added", False
    # Either document's sentinel counts: what stands below one of them is sent to every client. The
    # sentinel itself is how a client opts in, and an unordered set of flags has no "below".
    if member.name == SENTINEL:
        harmless = True
    elif sentinels and not new.flags and _find(new, SENTINEL) is not None:
        if any(member.value < s.value for s in sentinels):
            rule = "enum-member-added-before-sentinel"
            message = f"member {element} is added below the sentinel {SENTINEL}"
        else:
            harmless = SENTINEL in before
    elif sentinels and new.flags:
        harmless = SENTINEL in before and _after_in_order(new, member.name)
    if harmless:
        detail["after_sentinel"] = True
    return Change(
        rule,
        element,
        message,
        old.span,
        member.span,
        kind="enum-member-added",
        subject=old.name,
        detail=detail,
        wire_at_most=Level.INFO if harmless else None,
    )


def _find(t: EnumType, name: str) -> EnumMember | None:
    return next((m for m in t.members if m.name == name), None)


def _after_in_order(t: EnumType, name: str) -> bool:
    names = [m.name for m in t.members]
    return SENTINEL in names and names.index(name) > names.index(SENTINEL)


def _reused(
    old: EnumType,
    new: EnumType,
    before: dict[str, EnumMember],
    after: dict[str, EnumMember],
    successors: dict[str, str],
) -> Iterator[Change]:
    """Values that belonged to another name: told with the finding on the member that has them now."""
    holders: dict[int, list[str]] = {}
    for member in before.values():
        holders.setdefault(member.value, []).append(member.name)
    for member in after.values():
        earlier = holders.get(member.value, [])
        if not earlier or member.name in earlier:
            continue
        if any(successors.get(name) == member.name for name in earlier):
            continue  # renamed in place: the number means what it meant
        if any(name in after and after[name].value == member.value for name in earlier):
            continue  # a second name for the same number
        element = f"{new.name}/{member.name}"
        yield Change(
            "enum-value-reused",
            element,
            f"the value {member.value}, which was {', '.join(earlier)}, now is {element}",
            before[earlier[0]].span,
            member.span,
            kind="enum-member-value-changed" if member.name in before else "enum-member-added",
            subject=old.name,
            detail={"from": earlier, "to": member.name, "value": member.value},
            wire_at_least=Level.BREAKING if old.flags or new.flags else None,
            source_at_most=_at_most_in_source(old, new),
        )
