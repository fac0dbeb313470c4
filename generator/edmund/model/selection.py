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
from collections.abc import Iterable
from dataclasses import dataclass, replace

from edmund.model.addressing import ROOT, Addressing, Place, Step, StepKind
from edmund.suggestions import near_names

__all__ = ["Match", "MissedPattern", "match_pattern"]

_ANY = "*"
_ANY_DEPTH = "**"
_KEY = "{}"


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


_FROM_REFERENCED = (StepKind.KEY, StepKind.CAST, StepKind.SYSTEM)


def parse_pattern(pattern: str) -> tuple[str, ...]:
    """The segments of a pattern, keys made alike, parentheses after operations and keys taken off."""
    segments: list[str] = []
    for written in pattern.strip().strip("/").split("/"):
        segment = written.strip()
        if not segment:
            continue
        if segment.startswith("{") and segment.endswith("}"):
            segment = _KEY
        name, paren, arguments = segment.partition("(")
        if paren and name:
            segments.append(name.casefold())
            # `users({id})` is `users/{id}`; `delta()` and `f(a={a})` are operations.
            if arguments.startswith("{"):
                segments.append(_KEY)
            continue
        if segment == _ANY_DEPTH and segments[-1:] == [_ANY_DEPTH]:
            continue
        segments.append(segment.casefold())
    return tuple(segments)


def _takes(segment: str, origin: Place, step: Step) -> bool:
    """Whether the pattern's segment stands for this step."""
    if segment == _ANY:
        return not step.wide
    if segment == _ANY_DEPTH:
        return not step.wide and (not origin.referenced or step.kind in _FROM_REFERENCED)

    if segment == _KEY:
        return step.kind is StepKind.KEY
    return segment in step.names


def _reached(segment: str, step: Step) -> Place:
    """Where the step leads. What is written out counts as belonging to the path, contained or not."""
    target = step.target
    if not target.referenced or segment in (_ANY, _ANY_DEPTH):
        return target
    if step.kind in (StepKind.KEY, StepKind.CAST):
        return target
    return replace(target, referenced=False)


State = tuple[Place, int]


def match_pattern(addressing: Addressing, pattern: str) -> tuple[Match, ...] | MissedPattern:
    """All steps on all paths that match, nearest the root first."""
    segments = parse_pattern(pattern)
    goal = len(segments)
    start: State = (ROOT, 0)
    # Forward: every state that a prefix of some path reaches, with the steps that led there.
    arrivals: dict[State, list[tuple[State, Step | None]]] = {start: []}
    pending = deque([start])
    while pending:
        state = pending.popleft()
        place, at = state
        following: list[tuple[State, Step | None]] = []
        if at < goal:
            segment = segments[at]
            if segment == _ANY_DEPTH:
                following.append(((place, at + 1), None))
            then = at if segment == _ANY_DEPTH else at + 1
            following += [
                ((_reached(segment, step), then), step)
                for step in addressing.steps(place)
                if _takes(segment, place, step)
            ]
        for reached, step in following:
            if reached not in arrivals:
                arrivals[reached] = []
                pending.append(reached)
            arrivals[reached].append((state, step))
    # Backward: only what lies on a path that gets to the end.
    ends = {state for state in arrivals if state[1] == goal and state != start}
    if not any(_has_step(arrivals, state) for state in ends):
        return _missed(addressing, segments, arrivals)
    return _on_matching_paths(arrivals, ends, goal, segments)


def _has_step(arrivals: dict[State, list[tuple[State, Step | None]]], state: State) -> bool:
    return any(step is not None or origin[0] != ROOT for origin, step in arrivals[state])


def _on_matching_paths(
    arrivals: dict[State, list[tuple[State, Step | None]]],
    ends: set[State],
    goal: int,
    segments: tuple[str, ...],
) -> tuple[Match, ...]:
    useful = set(ends)
    pending = deque(ends)
    while pending:
        for before, _ in arrivals[pending.popleft()]:
            if before not in useful:
                useful.add(before)
                pending.append(before)
    final = goal - 1 if segments[-1] == _ANY_DEPTH else goal
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
    matches: dict[tuple[Place, str, StepKind], Match] = {}
    for _, origin, step, ends_here in steps:
        identity = (origin, step.label, step.kind)
        known = matches.get(identity)
        if known is None or (ends_here and not known.ends):
            matches[identity] = Match(origin, step, ends_here)
    return tuple(matches.values())


def _missed(
    addressing: Addressing, segments: tuple[str, ...], reached: Iterable[State]
) -> MissedPattern:
    furthest = max(at for _, at in reached)
    places = [place for place, at in reached if at == furthest]
    segment = segments[furthest] if furthest < len(segments) else ""
    labels: dict[str, None] = {}
    for place in places:
        for step in addressing.steps(place):
            if step.kind is not StepKind.SYSTEM:
                labels.setdefault(step.label)
    near = near_names(segment, labels)
    matched = "/" + "/".join("{id}" if s == _KEY else s for s in segments[:furthest])
    return MissedPattern(matched, segment, near or tuple(labels)[:5])
