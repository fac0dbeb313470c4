"""A later step that undoes an earlier one is told, once, and never as breaking."""

from __future__ import annotations

from edmund.diagnostics import Span
from edmund.review.findings import Direction, Finding, Level
from edmund.review.history import History


def finding(rule: str, element: str = "n.T/a", kind: str | None = None) -> Finding:
    return Finding(
        rule,
        kind or rule,
        element,
        Level.BREAKING,
        Level.BREAKING,
        Direction.BOTH,
        Span("a", 1, 1),
        Span("b", 1, 1),
        {},
        "0" * 16,
        rule,
    )


def test_a_removal_of_what_was_added_before_is_a_revert() -> None:
    history = History()
    assert list(history.reverts("one", [finding("property-added")])) == []
    (reverted,) = history.reverts("two", [finding("property-removed")])
    assert (reverted.id, reverted.kind, reverted.element) == (
        "change-reverted",
        "property-removed",
        "n.T/a",
    )
    assert reverted.detail["from"] == "one" and reverted.level is Level.INFO


def test_a_return_of_what_was_removed_before_is_a_revert() -> None:
    history = History()
    list(history.reverts("one", [finding("type-removed", "n.T")]))
    (reverted,) = history.reverts("two", [finding("derived-type-added", "n.T", "type-added")])
    assert reverted.detail["undoes"] == "removed"


def test_a_removal_of_what_no_step_added_is_none() -> None:
    history = History()
    list(history.reverts("one", [finding("property-added", "n.T/b")]))
    assert list(history.reverts("two", [finding("property-removed", "n.T/a")])) == []


def test_within_one_step_nothing_is_undone() -> None:
    both = [finding("property-added"), finding("property-removed")]
    assert list(History().reverts("one", both)) == []


def test_each_return_counts_once() -> None:
    history = History()
    steps = ["property-added", "property-removed", "property-added", "property-removed"]
    told = [len(list(history.reverts(str(i), [finding(rule)]))) for i, rule in enumerate(steps)]
    assert told == [0, 1, 0, 1]


def test_what_qualifies_a_removal_is_not_taken_for_one() -> None:
    history = History()
    list(history.reverts("one", [finding("property-added")]))
    qualified = finding("removed-without-deprecation", kind="property-removed")
    assert [f.id for f in history.reverts("two", [qualified, finding("property-removed")])] == [
        "change-reverted"
    ]


def test_overloads_are_undone_by_their_own_names() -> None:
    history = History()
    list(history.reverts("one", [finding("overload-added", "n.f(n.T|a)")]))
    removed = finding("function-overload-removed", "n.f(n.T|a)")
    assert len(list(history.reverts("two", [removed]))) == 1
