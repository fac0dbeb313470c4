"""Renames and moves, found by likeness: how sure is said, and the whole can be turned off."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from edmund.model.elements import EnumType, SchemaType, StructuredType
from edmund.review.shape import members_of, simple_name, type_text

__all__ = ["Match", "match_casing", "match_names", "match_types", "name_likeness"]

_ENOUGH = 0.7


@dataclass(frozen=True, slots=True)
class Match:
    """`old` became `new`, with `likeness` between 0 and 1; 1 only when nothing but capitals differ."""

    old: str
    new: str
    likeness: float


def name_likeness(one: str, other: str) -> float:
    """How alike two names are, between 0 and 1, capitals aside; two decimals."""
    matcher = SequenceMatcher(None, one.lower(), other.lower(), autojunk=False)
    if matcher.real_quick_ratio() < _ENOUGH or matcher.quick_ratio() < _ENOUGH:
        return 0.0
    return round(matcher.ratio(), 2)


def match_casing(removed: Iterable[str], added: Iterable[str]) -> dict[str, str]:
    """Pairs of names that differ in capitals only, where just one candidate exists on each side."""
    by_folded: dict[str, tuple[list[str], list[str]]] = {}
    for name in removed:
        by_folded.setdefault(name.casefold(), ([], []))[0].append(name)
    for name in added:
        by_folded.setdefault(name.casefold(), ([], []))[1].append(name)
    return {
        olds[0]: news[0] for olds, news in by_folded.values() if len(olds) == 1 and len(news) == 1
    }


def match_names(removed: Mapping[str, object], added: Mapping[str, object]) -> dict[str, Match]:
    """Pairs of alike names whose values (their type, say) are equal; best first, each used once."""
    candidates = [
        Match(old, new, score)
        for old, old_value in removed.items()
        for new, new_value in added.items()
        if old_value == new_value and (score := name_likeness(old, new)) >= _ENOUGH
    ]
    return _best(candidates)


def match_types(removed: Sequence[SchemaType], added: Sequence[SchemaType]) -> dict[str, Match]:
    """Types that were renamed or moved: same kind, much the same members, alike or equal names."""
    by_member: dict[tuple[str, str], list[int]] = {}
    added_members = [_members(t) for t in added]
    for index, members in enumerate(added_members):
        for member in members:
            by_member.setdefault(member, []).append(index)
    by_simple: dict[str, list[int]] = {}
    for index, t in enumerate(added):
        by_simple.setdefault(simple_name(t.name), []).append(index)
    candidates: list[Match] = []
    for old in removed:
        mine = _members(old)
        shared: dict[int, int] = dict.fromkeys(by_simple.get(simple_name(old.name), ()), 0)
        for member in mine:
            for index in by_member.get(member, ()):
                shared[index] = shared.get(index, 0) + 1
        for index, count in shared.items():
            new = added[index]
            union = len(mine) + len(added_members[index]) - count
            score = _type_likeness(old, new, count / union if union else 1.0, len(mine))
            if score >= _ENOUGH:
                candidates.append(Match(old.name, new.name, score))
    return _best(candidates)


def _type_likeness(old: SchemaType, new: SchemaType, members: float, count: int) -> float:
    if old.kind is not new.kind:
        return 0.0
    if simple_name(old.name) == simple_name(new.name):
        return round(0.5 + 0.5 * members, 2) if members >= 0.5 or count == 0 else 0.0
    # A few common members (id, displayName) prove nothing: ask for more, and for an alike name.
    if count < 2 or members < 0.6:
        return 0.0
    name = name_likeness(simple_name(old.name), simple_name(new.name))
    if name == 0.0 and (count < 4 or members < 0.9):
        return 0.0
    return min(round(0.7 * members + 0.3 * name, 2), 0.99)


def _members(found: SchemaType) -> frozenset[tuple[str, str]]:
    if isinstance(found, StructuredType):
        return frozenset((m.name, type_text(m.type)) for m in members_of(found))
    if isinstance(found, EnumType):
        return frozenset((m.name, "") for m in found.members)
    return frozenset({("", found.underlying)})


def _best(candidates: list[Match]) -> dict[str, Match]:
    """The surest matches; an old or a new name is used once; ties go by name, so order is stable."""
    found: dict[str, Match] = {}
    taken: set[str] = set()
    for match in sorted(candidates, key=lambda m: (-m.likeness, m.old, m.new)):
        if match.old not in found and match.new not in taken:
            found[match.old] = match
            taken.add(match.new)
    return found
