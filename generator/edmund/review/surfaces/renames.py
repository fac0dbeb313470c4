"""Types of other names that mean the same: found at the places where both versions have a type."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from edmund.review.surfaces.inclusion import Inclusion
from edmund.review.surfaces.paths import key_of
from edmund.review.surfaces.usage import calls_of
from edmund.surface.elements import Surface
from edmund.surface.exchange import Answer, Content, HttpCall
from edmund.surface.types import (
    Discriminator,
    EnumType,
    ListOf,
    MapOf,
    Named,
    NamedType,
    Nullable,
    StructuredType,
    Type,
    UnionType,
)

__all__ = ["Renames", "renames_between"]


@dataclass(frozen=True, slots=True)
class Renames:
    """Old types that are gone, and what they are called now.

    Of `pairs` each stands where the other one stood, and nowhere else: whatever changed in it, it is one type.
    `equal` are types in whose places now stand others with the same values, such as one type for several.
    """

    pairs: Mapping[str, str] = field(default_factory=dict)
    equal: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def is_one(self, old: str, new: str) -> bool:
        """Whether both names mean one type, whatever it has in each version."""
        return self.pairs.get(old, old) == new

    def is_told(self, old: str, new: str) -> bool:
        """Whether nothing is to be said of a place where one stood for the other."""
        return self.is_one(old, new) or new in self.equal.get(old, ())

    def called(self, old: str) -> tuple[str, ...]:
        """The new names of an old type that is gone; none where it has none."""
        return (self.pairs[old],) if old in self.pairs else self.equal.get(old, ())


def renames_between(old: Surface, new: Surface) -> Renames:
    """What types are called in the new version that have other names in the old one."""
    before, after = old.types.by_name, new.types.by_name
    met = _Meetings(before, after)
    met.follow(_places(old, new))
    met.follow(list(_unmet(met, before, after)))
    pairs = {
        name: others[0]
        for name, others in met.successors.items()
        if name not in after
        and len(others) == 1
        and others[0] is not None
        and others[0] not in before
        and met.predecessors[others[0]] == [name]
        and _are_alike(before[name], after[others[0]])
    }
    one = Renames({name: other for name, other in pairs.items() if other is not None})
    forth = Inclusion(before, after, one.is_one)
    back = Inclusion(after, before, lambda inner, outer: one.is_one(outer, inner))
    equal: dict[str, tuple[str, ...]] = {}
    for name, others in met.successors.items():
        if name in after or name in pairs or None in others:
            continue
        called = tuple(other for other in others if other is not None)
        if all(
            forth.holds(Named(name), Named(other)) and back.holds(Named(other), Named(name))
            for other in called
        ):
            equal[name] = called
    return Renames(one.pairs, equal)


# Places that both versions have

_Pair = tuple[Type, Type]


def _places(old: Surface, new: Surface) -> Iterator[_Pair]:
    after = calls_of(new)
    for places, call in calls_of(old).items():
        other = after.get(places)
        if other is not None:
            assert call.http is not None and other.http is not None
            yield from _of_calls(call.http, other.http)


def _of_calls(old: HttpCall, new: HttpCall) -> Iterator[_Pair]:
    parameters = {key_of(each, new.path): each.type for each in new.parameters}
    for parameter in old.parameters:
        other = parameters.get(key_of(parameter, old.path))
        if other is not None:
            yield parameter.type, other
    if old.content is not None and new.content is not None:
        yield from _of_contents(old.content.contents, new.content.contents)
    answers = {answer.status: answer for answer in new.answers}
    for answer in old.answers:
        if answer.status in answers:
            yield from _of_answers(answer, answers[answer.status])


def _of_answers(old: Answer, new: Answer) -> Iterator[_Pair]:
    yield from _of_contents(old.contents, new.contents)
    headers = {header.name.lower(): header.type for header in new.headers}
    for header in old.headers:
        if header.name.lower() in headers:
            yield header.type, headers[header.name.lower()]


def _of_contents(old: Sequence[Content], new: Sequence[Content]) -> Iterator[_Pair]:
    after = {content.media_type.lower(): content for content in new}
    for content in old:
        other = after.get(content.media_type.lower())
        if other is not None:
            yield from _both(content.type, other.type)
            yield from _both(content.item, other.item)


def _both(old: Type | None, new: Type | None) -> Iterator[_Pair]:
    if old is not None and new is not None:
        yield old, new


# Types that meet at these places


class _Meetings:
    """Which types stand for which: `successors` of old types, `predecessors` of new ones.

    None is a type without a name.
    """

    def __init__(self, old: Mapping[str, NamedType], new: Mapping[str, NamedType]) -> None:
        self.successors: dict[str, list[str | None]] = {}
        self.predecessors: dict[str, list[str | None]] = {}
        self._old = old
        self._new = new

    def follow(self, places: Iterable[_Pair]) -> None:
        """Note the types of all places, and of those within these types, each pair of names once."""
        waiting = list(places)
        while waiting:
            old, new = waiting.pop()
            match old, new:
                case Nullable(inner), _:
                    waiting.append((inner, new))
                case _, Nullable(inner):
                    waiting.append((old, inner))
                case ListOf(was), ListOf(is_):
                    waiting.append((was, is_))
                case MapOf(was), MapOf(is_):
                    waiting.append((was, is_))
                case _:
                    was_called, is_called = _name(old, self._old), _name(new, self._new)
                    if self._note(was_called, is_called) and was_called and is_called:
                        waiting.extend(_within(self._old[was_called], self._new[is_called]))

    def _note(self, old: str | None, new: str | None) -> bool:
        """Keep that one stands for the other; whether that is news."""
        news = False
        if old is not None:
            successors = self.successors.setdefault(old, [])
            news = new not in successors
            if news:
                successors.append(new)
        if new is not None:
            predecessors = self.predecessors.setdefault(new, [])
            if old not in predecessors:
                predecessors.append(old)
                news = True
        return news


def _unmet(
    met: _Meetings, old: Mapping[str, NamedType], new: Mapping[str, NamedType]
) -> Iterator[_Pair]:
    """Types at no place of a call (those of webhooks, say): the same in all, and no other type has their members."""
    forth = Inclusion(old, new, str.__eq__)
    back = Inclusion(new, old, str.__eq__)
    gone = _by_members(type_ for name, type_ in old.items() if name not in met.successors)
    added = _by_members(type_ for name, type_ in new.items() if name not in met.predecessors)
    for members, types in gone.items():
        others = added.get(members, ())
        if (
            len(types) == len(others) == 1
            and types[0].name not in new
            and others[0].name not in old
        ):
            pair = Named(types[0].name), Named(others[0].name)
            if forth.holds(*pair) and back.holds(*reversed(pair)):
                yield pair


def _by_members(types: Iterable[NamedType]) -> Mapping[frozenset[str], Sequence[NamedType]]:
    """Types that have members by the names of these."""
    found: dict[frozenset[str], list[NamedType]] = {}
    for type_ in types:
        if not isinstance(type_, UnionType):
            names = _member_names(type_)
            if names:
                found.setdefault(names, []).append(type_)
    return found


def _member_names(type_: StructuredType | EnumType) -> frozenset[str]:
    members = type_.properties if isinstance(type_, StructuredType) else type_.members
    return frozenset(member.name for member in members)


def _name(type_: Type, types: Mapping[str, NamedType]) -> str | None:
    return type_.name if isinstance(type_, Named) and type_.name in types else None


def _within(old: NamedType, new: NamedType) -> Iterator[_Pair]:
    """The places within two types."""
    match old, new:
        case StructuredType(), StructuredType():
            members = {member.name: member.type for member in new.properties}
            for member in old.properties:
                if member.name in members:
                    yield member.type, members[member.name]
            yield from _both(old.additional, new.additional)
            if old.base is not None and new.base is not None:
                yield Named(old.base), Named(new.base)
            yield from _told(old.discriminator, new.discriminator)
        case UnionType(), UnionType():
            told = list(_told(old.discriminator, new.discriminator))
            yield from told
            yield from _variants(
                [each for each in old.variants if each not in {was for was, _ in told}],
                [each for each in new.variants if each not in {is_ for _, is_ in told}],
            )


def _told(old: Discriminator | None, new: Discriminator | None) -> Iterator[_Pair]:
    """The types that one value of a discriminator means."""
    if old is not None and new is not None:
        after = dict(new.mapping)
        for value, name in old.mapping:
            if value in after:
                yield Named(name), Named(after[value])


def _variants(old: Sequence[Type], new: Sequence[Type]) -> Iterator[_Pair]:
    """Variants that are in both, and the others in their order where there are as many."""
    yield from ((each, each) for each in old if each in new)
    gone = [each for each in old if each not in new]
    added = [each for each in new if each not in old]
    if len(gone) == len(added):
        yield from zip(gone, added, strict=True)


def _are_alike(old: NamedType, new: NamedType) -> bool:
    """Whether two types of different names can be one: of one kind, and with at least half of the smaller one."""
    if isinstance(old, UnionType) or isinstance(new, UnionType):
        return isinstance(old, UnionType) and isinstance(new, UnionType)
    if type(old) is not type(new):
        return False
    ours, theirs = _member_names(old), _member_names(new)
    smaller = min(len(ours), len(theirs))
    return len(ours & theirs) * 2 >= smaller and (smaller > 0 or ours == theirs)
