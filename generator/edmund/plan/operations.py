"""Calls as methods of resources: the shape of a client beside the one that follows URLs.

A call that somebody has named (`HttpCall.name`) is called so. Any other belongs to the resource that its first tag
names, and is called after its operationId without what only repeats that; a call without a tag belongs to the first
segment of its path, and one without an operationId is called after its method and path.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from edmund.plan.http_calls import PlannedCall, planned_calls
from edmund.surface.elements import Surface

__all__ = ["OperationGroup", "PlannedOperation", "by_call", "operation_name", "planned_operations"]

_PARAMETER = re.compile(r"\{[^{}]*\}")
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+|[^\W\d_]+")
_VERBS = {"GET": "get", "POST": "create", "PUT": "replace", "PATCH": "update", "DELETE": "delete"}


@dataclass(frozen=True, slots=True)
class PlannedOperation:
    """One method. `name` is a text of words, to be spelled by the language; no two of a group are the same."""

    name: str
    call: PlannedCall


@dataclass(frozen=True, slots=True)
class OperationGroup:
    """A resource: its methods and the resources in it, both sorted by name. The client itself has no name."""

    name: str
    operations: tuple[PlannedOperation, ...] = ()
    groups: tuple[OperationGroup, ...] = ()


def planned_operations(
    surface: Surface, planned: Mapping[str, tuple[PlannedCall, ...]] | None = None
) -> OperationGroup:
    """The client as resources and methods; every call of the surface is in it once.

    `planned` are the plans of its calls, where they have been made already.
    """
    by_resource = planned_calls(surface) if planned is None else planned
    calls = [call for calls in by_resource.values() for call in calls]
    return _group("", [(operation_name(call), call) for call in calls])


def operation_name(call: PlannedCall) -> tuple[str, ...]:
    """The resources of a call, then its own name, before names that meet are told apart."""
    http = call.call.http
    if http is not None and http.name:
        return http.name
    resource = _resource(call)
    own = (_own_words(call.id, resource) if call.id else ()) or _by_path(call)
    return (resource, " ".join(own)) if resource else (" ".join(own),)


def _resource(call: PlannedCall) -> str:
    for tag in call.tags:
        if _words(tag):
            return tag
    for segment in call.path.split("/"):
        if segment and not _PARAMETER.search(segment) and _words(segment):
            return segment
    return ""


def _by_path(call: PlannedCall) -> tuple[str, ...]:
    """`get by id`, `create toys`: the method, and the path without its first segment."""
    verb = _VERBS.get(call.method, call.method.lower())
    segments = [segment for segment in call.path.split("/") if segment][1:]
    words = [verb]
    for segment in segments:
        names = _PARAMETER.findall(segment)
        words += [word for name in names for word in ("by", *_words(name))]
        words += _words(_PARAMETER.sub(" ", segment))
    return tuple(words)


def _own_words(id_: str, resource: str) -> tuple[str, ...]:
    """`list for org` of `repos/list-for-org` in `repos`, `list` of `listPets` in `pets`; else all of the words.

    What stands before a separator repeats the resource, and so does what alone follows a verb: elsewhere it may be
    part of a longer word (`special event`). One pet is of the pets as well.
    """
    words = _words(id_)
    repeated = [_singular(word) for word in _words(resource)]
    first, _, rest = id_.replace(".", "/").replace("_", "/").partition("/")
    if _words(rest) and [_singular(word) for word in _words(first)] == repeated:
        return _words(rest)
    if repeated and [_singular(word) for word in words[1:]] == repeated:
        return words[:1]
    return words


def _words(text: str | None) -> tuple[str, ...]:
    return tuple(word.lower() for word in _WORD.findall(text or ""))


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def _group(name: str, named: Iterable[tuple[tuple[str, ...], PlannedCall]]) -> OperationGroup:
    """The calls by the first part of their names; those with no other part are its own methods."""
    own: list[tuple[str, PlannedCall]] = []
    below: dict[str, list[tuple[tuple[str, ...], PlannedCall]]] = {}
    called: dict[str, str] = {}
    reserved: set[str] = set()
    # The name of a resource is spelled as somebody has written it, if anybody has.
    for parts, call in sorted(named, key=lambda each: not _is_given(each[1])):
        if len(parts) == 1:
            own.append((parts[0], call))
            continue
        first = called.setdefault(_folded(parts[0]), parts[0])
        below.setdefault(first, []).append((parts[1:], call))
        if _is_given(call):
            reserved.add(_folded(first))
    groups = tuple(_group(each, below[each]) for each in sorted(below))
    return OperationGroup(name, tuple(_distinct(own, reserved)), groups)


def _is_given(call: PlannedCall) -> bool:
    """Whether somebody has named the call."""
    return call.call.http is not None and bool(call.call.http.name)


def _distinct(
    named: Iterable[tuple[str, PlannedCall]], reserved: Collection[str]
) -> Iterator[PlannedOperation]:
    """Methods that would have one name have their whole operationId in its place, or their method and path.

    So do those called as another that somebody has named, or as a resource of the `reserved` names.
    """
    ordered = sorted(named, key=lambda each: (_folded(each[0]), each[1].path, each[1].method))
    given: dict[str, PlannedOperation] = {}
    for name, call in ordered:
        if _is_given(call):
            given.setdefault(_folded(name), PlannedOperation(name, call))
    kept = {id(each.call) for each in given.values()}
    ordered = [each for each in ordered if id(each[1]) not in kept]
    taken: set[str] = {*given, *reserved}
    before = frozenset(taken)
    found: list[PlannedOperation] = [*given.values()]
    for _, alike in groupby(ordered, key=lambda each: _folded(each[0])):
        calls = list(alike)
        for name, call in calls:
            longer = (
                " ".join(_words(call.id)),
                f"{call.method.lower()} {' '.join(_by_path(call))}",
            )
            is_free = len(calls) == 1 and _folded(name) not in before
            wanted = (name,) if is_free else longer
            chosen = next((each for each in wanted if each and _folded(each) not in taken), name)
            number = 2
            while _folded(chosen) in taken:
                chosen = f"{wanted[-1]} {number}"
                number += 1
            taken.add(_folded(chosen))
            found.append(PlannedOperation(chosen, call))
    return iter(sorted(found, key=lambda each: each.name))


def _folded(name: str) -> str:
    return "".join(_words(name)) or name


def by_call(group: OperationGroup) -> Mapping[str, tuple[str, ...]]:
    """The names by method and path: `GET /pets` to `pets`, `list`."""
    found: dict[str, tuple[str, ...]] = {
        f"{each.call.method} {each.call.path}": (each.name,) for each in group.operations
    }
    for inner in group.groups:
        found.update((call, (inner.name, *name)) for call, name in by_call(inner).items())
    return found
