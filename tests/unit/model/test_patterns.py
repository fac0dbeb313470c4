"""Patterns are inspected, never run (security cases SEC-261 to SEC-267)."""

from __future__ import annotations

import pytest
from unit.model.conftest import Csdl

from edmund.model.patterns import inspect_pattern


@pytest.mark.parametrize(
    "pattern",
    [
        "",
        "^[a-z]{2,5}$",
        r"^\d{3}-\d{4}$",
        "(a|b)*",
        "(?:ab)+c?",
        "[]",
        "[^]a]",
        r"[\]]",
        "a{,5}",
        "a+?",
        '\n"',
    ],
)
def test_ordinary_patterns(pattern: str) -> None:
    report = inspect_pattern(pattern)
    assert (report.error, report.risks) == (None, [])


@pytest.mark.parametrize(
    "pattern", ["[", "[a", "(", "(a", "a)", "*", "(*a)", "a|*", "a{5,2}", "\\", "a{2}{3}"]
)
def test_malformed_patterns(pattern: str) -> None:
    assert inspect_pattern(pattern).error is not None


@pytest.mark.parametrize(
    ("pattern", "word"),
    [
        ("^(a+)+$", "forever"),
        (r"([a-z]+\d)*", "forever"),
        ("((a*)b)*", "forever"),
        ("(?:a{2,}){2,}", "forever"),
        ("(?<=a)b(?!c)", "looks ahead"),
        ("(?P<x>a)", "names a group"),
        (r"\p{Cf}", "Unicode"),
        (r"(a)\1", "refers back"),
        ("(?i)a", "flags"),
    ],
)
def test_risky_patterns(pattern: str, word: str) -> None:
    report = inspect_pattern(pattern)
    assert report.error is None
    assert any(word in risk for risk in report.risks)


def test_a_bounded_repetition_of_a_repetition_is_fine() -> None:
    assert inspect_pattern("(a+){3}").risks == []


def test_a_long_pattern_takes_one_pass() -> None:
    assert inspect_pattern("(" * 50_000 + "a" + ")+" * 50_000).error is None


def test_findings_have_the_place_of_the_annotation(csdl: Csdl) -> None:
    found = csdl.of(
        '<ComplexType Name="C"><Property Name="p" Type="Edm.String">\n'
        '<Annotation Term="Org.OData.Validation.V1.Pattern" String="["/></Property></ComplexType>'
        '<ComplexType Name="D"><Property Name="p" Type="Edm.String">\n'
        '<Annotation Term="Org.OData.Validation.V1.Pattern" String="(a*)*"/></Property></ComplexType>'
    )
    assert [(d.code, d.severity.value, d.span and d.span.line) for d in found.diagnostics] == [
        ("EDM214", "error", 3),
        ("EDM214", "warning", 4),
    ]
