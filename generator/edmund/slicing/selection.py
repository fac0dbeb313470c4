"""Choosing by URL path: patterns, and the steps through the model that they match.

A pattern is a path from the service's root: `/identity/apiConnectors/**`. `*` is any one segment, `**` any
number of them, none included, and `{x}` a key whatever its name. Other segments are compared without
case: container children, properties, casts (`graph.user`) and operations, with or without namespace.

`**` goes where things are contained. Through a navigation property that only refers (a user's
`manager`) it takes what is referred to and its casts, but does not go on from there: else `/users/**`
would mean everything that users have anything to do with. Nor does it cast from a type that stands for
anything at all. Written out, such a path goes on.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from edmund.slicing.patterns import (
    KeySegment,
    NamedSegment,
    PatternSegment,
    Wildcard,
    parse_pattern,
)
from edmund.slicing.steps import KEYS, OPERATIONS, SYSTEM, Place, Step, Steps
from edmund.suggestions import near_names
from edmund.surface.elements import Edge, SegmentKind
from edmund.surface.lookup import takes

__all__ = ["Match", "MissedPattern", "match_pattern"]


@dataclass(frozen=True, slots=True)
class Match:
    """One step that lies on a matching path, from where; `ends` when a matching path may end after it."""

    origin: Place
    step: Step
    ends: bool


@dataclass(frozen=True, slots=True)
class MissedPattern:
    """A pattern that matches nothing: how far it got, and names like the segment at which it stopped."""

    matched: str
    segment: str
    candidates: tuple[str, ...]


_FROM_REFERENCED = (*KEYS, SegmentKind.CAST, *SYSTEM)
_SAME_PLACE = (*KEYS, SegmentKind.CAST)


def _taken(segment: PatternSegment, origin: Place, steps: tuple[Step, ...]) -> Iterator[Step]:
    """The steps for which the pattern's segment stands."""
    if isinstance(segment, Wildcard):
        within = segment is Wildcard.ANY or not origin.referenced
        yield from (s for s in steps if not s.wide and (within or s.edge.kind in _FROM_REFERENCED))
    elif isinstance(segment, KeySegment):
        yield from (s for s in steps if s.edge.kind in KEYS and _is_key(segment, s))
    else:
        named = [s for s in steps if segment.name in s.names and _fits(segment, s)]
        # Where a property and an operation share a name, a path means what the surface gives first.
        yield from (s for s in named if s.edge.kind is named[0].edge.kind)


def _is_key(segment: KeySegment, step: Step) -> bool:
    if segment.names is None:
        return step.edge.kind is not SegmentKind.ALTERNATE_KEY
    return segment.names == {part.name.lower() for part in step.edge.keys}


def _fits(segment: NamedSegment, step: Step) -> bool:
    """Whether an overload takes the arguments; those of anything else are its key, or empty."""
    if step.edge.kind not in OPERATIONS or segment.arguments is None:
        return True
    return takes(step.edge, segment.arguments)


def _following(segment: PatternSegment, step: Step, at: int) -> int:
    """The segment of the pattern to go on with: arguments of an operation are no key."""
    if segment is Wildcard.ANY_DEPTH:
        return at
    keyed = isinstance(segment, NamedSegment) and segment.keyed
    return at + 2 if keyed and step.edge.kind in OPERATIONS else at + 1


def _reached(segment: PatternSegment, step: Step) -> Place:
    """Where the step leads. What is written out counts as belonging to the path, contained or not."""
    target = step.target
    if not target.referenced or isinstance(segment, Wildcard) or step.edge.kind in _SAME_PLACE:
        return target
    return replace(target, referenced=False)


State = tuple[Place, int]


def match_pattern(steps: Steps, pattern: str) -> tuple[Match, ...] | MissedPattern:
    """All steps on all paths that match, nearest the root first."""
    segments = parse_pattern(pattern)
    goal = len(segments)
    start: State = (steps.root, 0)
    # Forward: every state that a prefix of some path reaches, with the steps that led there.
    arrivals: dict[State, list[tuple[State, Step | None]]] = {start: []}
    pending = deque([start])
    while pending:
        state = pending.popleft()
        place, at = state
        following: list[tuple[State, Step | None]] = []
        if at < goal:
            segment = segments[at]
            if segment is Wildcard.ANY_DEPTH:
                following.append(((place, at + 1), None))
            following += [
                ((_reached(segment, step), _following(segment, step, at)), step)
                for step in _taken(segment, place, steps.of(place))
            ]
        for reached, step in following:
            if reached not in arrivals:
                arrivals[reached] = []
                pending.append(reached)
            arrivals[reached].append((state, step))
    # Backward: only what lies on a path that gets to the end.
    ends = {state for state in arrivals if state[1] == goal and state != start}
    if not any(_has_step(arrivals, state, steps.root) for state in ends):
        return _missed(steps, segments, arrivals)
    return _on_matching_paths(arrivals, ends, goal, segments)


def _has_step(
    arrivals: dict[State, list[tuple[State, Step | None]]], state: State, root: Place
) -> bool:
    return any(step is not None or origin[0] != root for origin, step in arrivals[state])


def _on_matching_paths(
    arrivals: dict[State, list[tuple[State, Step | None]]],
    ends: set[State],
    goal: int,
    segments: tuple[PatternSegment, ...],
) -> tuple[Match, ...]:
    useful = set(ends)
    pending = deque(ends)
    while pending:
        for before, _ in arrivals[pending.popleft()]:
            if before not in useful:
                useful.add(before)
                pending.append(before)
    final = goal - 1 if segments[-1] is Wildcard.ANY_DEPTH else goal
    # By the place that a step starts from, nearest the root first: reasons build on earlier ones.
    order = {state: number for number, state in enumerate(arrivals)}
    steps = [
        (order[before], before[0], step, state[1] >= final)
        for state, origins in arrivals.items()
        if state in useful
        for before, step in origins
        if step is not None
    ]
    steps.sort(key=lambda found: found[0])
    matches: dict[tuple[Place, Edge], Match] = {}
    for _, origin, step, ends_here in steps:
        identity = (origin, step.edge)
        known = matches.get(identity)
        if known is None or (ends_here and not known.ends):
            matches[identity] = Match(origin, step, ends_here)
    return tuple(matches.values())


def _missed(
    steps: Steps, segments: tuple[PatternSegment, ...], reached: Iterable[State]
) -> MissedPattern:
    furthest = max(at for _, at in reached)
    places = [place for place, at in reached if at == furthest]
    segment = _written(segments[furthest]) if furthest < len(segments) else ""
    labels: dict[str, None] = {}
    for place in places:
        for step in steps.of(place):
            if step.edge.kind not in SYSTEM:
                labels.setdefault(step.label)
    near = near_names(segment, labels)
    matched = "/" + "/".join(map(_written, segments[:furthest]))
    return MissedPattern(matched, segment, near or tuple(labels)[:5])


def _written(segment: PatternSegment) -> str:
    if isinstance(segment, Wildcard):
        return segment.value
    if isinstance(segment, KeySegment):
        names = sorted(segment.names or ())
        return "(" + ",".join(f"{name}={{{name}}}" for name in names) + ")" if names else "{id}"
    return segment.name
