"""Calls of a path that ends in a slash stand with the path before it."""

from __future__ import annotations

from edmund.plan.trailing_slashes import before_slashes
from edmund.surface.elements import (
    Call,
    CallKind,
    Edge,
    HttpMethod,
    Resource,
    ResourceKind,
    SegmentKind,
    Surface,
)
from edmund.surface.exchange import HttpCall


def call(method: HttpMethod, path: str) -> Call:
    return Call(CallKind.CALL, method, http=HttpCall(method.value, path))


def surface(before: tuple[Call, ...], behind: tuple[Call, ...], more: bool = False) -> Surface:
    below = (Edge(SegmentKind.CHILD, "more", "/pets//more"),) if more else ()
    rest = (Resource("/pets//more", ResourceKind.PATH, None),) if more else ()
    pets = Edge(SegmentKind.CHILD, "pets", "/pets")
    slash = Edge(SegmentKind.CHILD, "", "/pets/")
    return Surface(
        "/",
        (
            Resource("/", ResourceKind.ROOT, None, (pets,)),
            Resource("/pets", ResourceKind.PATH, None, (slash,), before),
            Resource("/pets/", ResourceKind.PATH, None, below, behind),
            *rest,
        ),
        version="",
    )


GET = call(HttpMethod.GET, "/pets")
GET_SLASH = call(HttpMethod.GET, "/pets/")
POST = call(HttpMethod.POST, "/pets")


def test_what_is_behind_a_slash_stands_before_it() -> None:
    assert {k: r.id for k, r in before_slashes(surface((), (GET_SLASH,))).items()} == {
        "/pets": "/pets/"
    }
    assert list(before_slashes(surface((POST,), (GET_SLASH,)))) == ["/pets"]


def test_a_method_with_the_slash_and_without_is_two_calls() -> None:
    assert before_slashes(surface((GET,), (GET_SLASH,))) == {}


def test_a_slash_within_a_path_stays() -> None:
    assert before_slashes(surface((), (GET_SLASH,), more=True)) == {}
