"""Quiet findings of a kind are told together; what breaks, fails or is waived never is."""

from __future__ import annotations

from dataclasses import replace

from review.reviewing import review, schema

from edmund.review.findings import Finding, Level, Waived
from edmund.review.report.data import Report
from edmund.review.report.folding import fold
from edmund.review.report.markdown import render_markdown
from edmund.review.report.text import render_text

TYPE = '<ComplexType Name="T">{}</ComplexType>'
PROPERTY = '<Property Name="{}" Type="Edm.String"/>'


def additions(*names: str) -> tuple[Finding, ...]:
    """Findings of members that come to one type, and of types that come."""
    members = "".join(PROPERTY.format(n) for n in names)
    types = "".join(f'<ComplexType Name="New{n}"/>' for n in names)
    return review(schema(TYPE.format("")), schema(TYPE.format(members) + types))


def test_additions_of_a_kind_are_one_entry_with_all_names() -> None:
    member, whole = fold(additions("a", "b", "c"))
    assert (member.title, whole.title) == ("n.T", "n")
    assert [e.names for e in member.entries] == [("a", "b", "c")]
    assert [e.names for e in whole.entries] == [("Newa", "Newb", "Newc")]


def test_nothing_is_lost_by_folding() -> None:
    found = additions("a", "b", "c", "d")
    folded = [f for s in fold(found) for e in s.entries for f in e.findings]
    assert sorted(f.fingerprint for f in folded) == sorted(f.fingerprint for f in found)


def test_one_alone_is_told_in_full() -> None:
    member = fold(additions("a"))[0]
    assert [e.is_loud for e in member.entries] == [True]


def test_what_breaks_is_told_one_by_one() -> None:
    members = PROPERTY.format("a") + PROPERTY.format("b")
    found = [
        f
        for f in review(schema(TYPE.format(members)), schema(TYPE.format("")))
        if f.id == "property-removed"
    ]
    (section,) = fold(found)
    assert len(found) == len(section.entries) == 2


def test_what_fails_or_is_waived_is_told_one_by_one() -> None:
    found = additions("a", "b", "c")
    failing = frozenset(f.fingerprint for f in found)
    assert all(e.is_loud for s in fold(found, failing) for e in s.entries)
    waived = [replace(f, waived=Waived("agreed")) for f in found]
    assert all(e.is_loud for s in fold(waived) for e in s.entries)


def test_text_and_markdown_name_all_of_them_once() -> None:
    found = additions("alpha", "beta", "gamma")
    assert all(f.level is Level.INFO for f in found)
    report = Report("o", "n", found)
    for text in (render_text(report), render_markdown(report)):
        for name in ("alpha", "beta", "gamma", "Newalpha", "Newbeta", "Newgamma"):
            assert text.count(f" {name}") == 1, name
        assert "property-added" in text and "(3)" in text


def test_markdown_counts_what_a_line_does_not_hold() -> None:
    names = [f"p{number:03}" for number in range(60)]
    text = render_markdown(Report("o", "n", additions(*names)))
    assert "p049" in text and "p050" not in text
    assert "and 10 more" in text and "(60)" in text


def test_names_that_callers_have_are_told_with_the_others() -> None:
    base = '<ComplexType Name="B">{}</ComplexType><ComplexType Name="T" BaseType="n.B">{}</ComplexType>'
    members = PROPERTY.format("a") + PROPERTY.format("b")
    found = review(schema(base.format("", members)), schema(base.format(members, "")))
    named = tuple(replace(f, symbols=(f"T.{f.element.rpartition('/')[2]}",)) for f in found)
    report = Report("o", "n", named)
    assert "touches T.a, T.b" in render_text(report)
    assert "Touches T.a, T.b" in render_markdown(report)
