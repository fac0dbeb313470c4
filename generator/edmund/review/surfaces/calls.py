"""What became of calls: their parameters, bodies, answers and the credentials that they need."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from edmund.diagnostics import Span
from edmund.review.findings import Change, Level
from edmund.review.surfaces.comparison import SurfaceComparison, Where
from edmund.review.surfaces.paths import key_of, name_of, renamed_in
from edmund.review.surfaces.places import compare_type
from edmund.review.surfaces.values import Values
from edmund.surface.elements import Call
from edmund.surface.exchange import Answer, CallParameter, Content, Credential, HttpCall, Location

__all__ = ["compare_calls"]


def compare_calls(comparison: SurfaceComparison) -> Iterator[Change]:
    """All changes of calls and servers."""
    for name, old, new in comparison.calls():
        if old is None:
            assert new is not None
            where = Where(name, comparison.old_place, new.span)
            yield where.change("call-added", f"{name} is new")
        elif new is None:
            where = Where(name, old.span, comparison.new_place)
            yield where.change("call-removed", f"{name} is gone")
        else:
            yield from _call(name, old, new, comparison.values)
            yield from _id(name, old, new, by_operation=comparison.by_operation)
    yield from _servers(comparison)


def _call(name: str, old: Call, new: Call, values: Values) -> Iterator[Change]:
    before, after = old.http, new.http
    assert before is not None and after is not None
    where = Where(name, old.span, new.span)
    yield from _renamed(where, before, after)
    yield from _parameters(where, before, after, values)
    yield from _bodies(where, before, after, values)
    yield from _answers(where, before, after, values)
    yield from _security(where, before, after)
    if (old.deprecation is None) != (new.deprecation is None):
        rule = "deprecated-added" if old.deprecation is None else "deprecation-withdrawn"
        word = "is" if old.deprecation is None else "is no longer"
        yield where.change(rule, f"{name} {word} deprecated")


def _id(name: str, old: Call, new: Call, *, by_operation: bool) -> Iterator[Change]:
    """What an operation is called: of interest to those whose methods are called after it."""
    before, after = old.http, new.http
    assert before is not None and after is not None
    if before.id != after.id:
        facts = {"from": before.id, "to": after.id}
        message = f"the operation {name} has another id"
        change = Where(name, old.span, new.span).change("call-id-changed", message, **facts)
        yield replace(change, source_at_most=None if by_operation else Level.NONE)


def _renamed(where: Where, old: HttpCall, new: HttpCall) -> Iterator[Change]:
    """Names of path parameters: one change for a place in the tree of paths, whichever calls are there."""
    for each in renamed_in(old.path, new.path):
        place = Where(
            each.path,
            _declared(old, each.old, where.old),
            _declared(new, each.new, where.new),
        )
        message = f"the path parameter '{each.old}' is called '{each.new}'"
        facts = {"from": each.old, "to": each.new}
        yield place.change("call-path-parameter-renamed", message, **facts)


def _declared(call: HttpCall, name: str, otherwise: Span | None) -> Span | None:
    """Where a call says what its path parameter is."""
    for parameter in call.parameters:
        if parameter.location is Location.PATH and parameter.name == name:
            return parameter.span or otherwise
    return otherwise


def _parameters(where: Where, old: HttpCall, new: HttpCall, values: Values) -> Iterator[Change]:
    before = {key_of(each, old.path): each for each in old.parameters}
    after = {key_of(each, new.path): each for each in new.parameters}
    for key in {**before, **after}:
        was, is_ = before.get(key), after.get(key)
        known = was or is_
        assert known is not None, "one of them has the key"
        location, name = known.location, name_of(known)
        place = Where(
            f"{where.element} {location.value} {name}",
            where.old if was is None else was.span,
            where.new if is_ is None else is_.span,
        )
        what = f"the {location.value} parameter '{name}'"
        if was is None:
            suffix, word = ("-required", "demands") if known.required else ("", "takes")
            yield place.change(f"call-parameter-added{suffix}", f"the call {word} {what}")
        elif is_ is None:
            yield place.change("call-parameter-removed", f"{what} is gone")
        else:
            yield from _parameter(place, what, was, is_, values)


def _parameter(
    place: Where, what: str, old: CallParameter, new: CallParameter, values: Values
) -> Iterator[Change]:
    if new.required and not old.required:
        yield place.change("call-parameter-made-required", f"{what} may no longer be left out")
    elif old.required and not new.required:
        yield place.change("call-parameter-made-optional", f"{what} may be left out")
    yield from compare_type(place, "call-parameter", what, old.type, new.type, values)
    if old.default != new.default:
        facts = {"from": old.default, "to": new.default}
        message = f"{what} has another default"
        yield place.change("call-parameter-default-changed", message, **facts)
    ways = [(each.style.value, each.explode, each.media_type) for each in (old, new)]
    if ways[0] != ways[1]:
        yield place.change("call-parameter-style-changed", f"{what} is written in another way")


def _bodies(where: Where, old: HttpCall, new: HttpCall, values: Values) -> Iterator[Change]:
    place = replace(where, element=f"{where.element} body")
    before, after = old.content, new.content
    if before is None and after is not None:
        suffix, word = ("-required", "demands") if after.required else ("", "takes")
        yield place.change(f"call-body-added{suffix}", f"the call {word} a body")
    elif before is not None and after is None:
        yield place.change("call-body-removed", "the call no longer takes a body")
    if before is None or after is None:
        return
    if after.required and not before.required:
        yield place.change("call-body-made-required", "the body may no longer be left out")
    elif before.required and not after.required:
        yield place.change("call-body-made-optional", "the body may be left out")
    yield from _contents(place, "call-body", "the body", before.contents, after.contents, values)


def _contents(
    where: Where,
    stem: str,
    what: str,
    old: tuple[Content, ...],
    new: tuple[Content, ...],
    values: Values,
) -> Iterator[Change]:
    before = {each.media_type.lower(): each for each in old}
    after = {each.media_type.lower(): each for each in new}
    for name in {**before, **after}:
        was, is_ = before.get(name), after.get(name)
        place = replace(where, element=f"{where.element} {name}")
        if was is None:
            yield place.change(f"{stem}-media-type-added", f"{what} comes as {name}, too")
        elif is_ is None:
            yield place.change(f"{stem}-media-type-removed", f"{what} no longer comes as {name}")
        else:
            yield from compare_type(place, stem, what, was.type, is_.type, values)
            yield from compare_type(place, stem, what, was.item, is_.item, values)


def _bounded(change: Change, at_most: Level | None) -> Change:
    """The change, no worse than `at_most`."""
    if at_most is None:
        return change
    wire, source = change.wire_at_most, change.source_at_most
    return replace(
        change,
        wire_at_most=at_most if wire is None else min(wire, at_most),
        source_at_most=at_most if source is None else min(source, at_most),
    )


def _answers(where: Where, old: HttpCall, new: HttpCall, values: Values) -> Iterator[Change]:
    before = {each.status: each for each in old.answers}
    after = {each.status: each for each in new.answers}
    for status in {**before, **after}:
        was, is_ = before.get(status), after.get(status)
        place = Where(
            f"{where.element} answer {status}",
            where.old if was is None else was.span,
            where.new if is_ is None else is_.span,
        )
        at_most = None if status.startswith("2") else Level.INFO
        if was is None:
            change = place.change("call-answer-added", f"the status {status} is new")
            yield _bounded(change, at_most)
        elif is_ is None:
            change = place.change(
                "call-answer-removed", f"the status {status} is no longer answered"
            )
            yield _bounded(change, at_most)
        else:
            yield from _answer(place, was, is_, values)


def _answer(place: Where, old: Answer, new: Answer, values: Values) -> Iterator[Change]:
    at_most = None if old.status.startswith("2") else Level.WARNING
    what = f"the answer {old.status}"
    for change in _contents(place, "call-answer", what, old.contents, new.contents, values):
        yield _bounded(change, at_most)
    before = {header.name.lower() for header in old.headers}
    after = {header.name.lower() for header in new.headers}
    for name in sorted(before - after):
        header = replace(place, element=f"{place.element} header {name}")
        yield header.change("call-answer-header-removed", f"{what} has no header '{name}' any more")
    for name in sorted(after - before):
        header = replace(place, element=f"{place.element} header {name}")
        yield header.change("call-answer-header-added", f"{what} has a header '{name}'")


# Security and servers

_Needs = frozenset[tuple[str, str]]


def _security(where: Where, old: HttpCall, new: HttpCall) -> Iterator[Change]:
    before, after = _alternatives(old), _alternatives(new)
    if before == after:
        return
    place = replace(where, element=f"{where.element} security")
    facts = {"from": _words(before), "to": _words(after)}
    # Each way that was enough is enough when it holds all that some way of the new version needs.
    if not all(any(way <= enough for way in after) for enough in before):
        message = "credentials that were enough no longer are"
        yield place.change("call-security-tightened", message, **facts)
    if not all(any(way <= enough for way in before) for enough in after):
        message = "credentials are enough that were not"
        yield place.change("call-security-loosened", message, **facts)


def _alternatives(call: HttpCall) -> frozenset[_Needs]:
    """What is enough: each alternative as its schemes and scopes; nothing at all when nothing is said."""
    ways = call.security or ((),)
    return frozenset(frozenset(_needs(way)) for way in ways)


def _needs(credentials: tuple[Credential, ...]) -> Iterator[tuple[str, str]]:
    for each in credentials:
        yield each.name, ""
        yield from ((each.name, scope) for scope in each.scopes)


def _words(ways: frozenset[_Needs]) -> list[list[str]]:
    return sorted(sorted(f"{name} {scope}".strip() for name, scope in way) for way in ways)


def _servers(comparison: SurfaceComparison) -> Iterator[Change]:
    before = {server.url for server in comparison.old.servers}
    after = {server.url for server in comparison.new.servers}
    for url in sorted(before | after):
        where = Where(f"server {url}", comparison.old_place, comparison.new_place)
        if url not in after:
            yield where.change("server-removed", f"the server {url} is no longer named")
        elif url not in before:
            yield where.change("server-added", f"the server {url} is new")
