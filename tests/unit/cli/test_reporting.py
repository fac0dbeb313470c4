"""Printers: what an input says must not act on a terminal, a build log or a document."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edmund.diagnostics import Diagnostic, Note, Severity, Span
from edmund.reporting import (
    diagnostic_lines,
    diagnostic_record,
    github_annotation,
    printable,
    sarif_log,
)

FOUND = Diagnostic(
    "EDM203",
    Severity.ERROR,
    "navigation property 'x' has no type 'y.z'",
    Span("metadata/graph.csdl", 123, 7),
    "did you mean 'y.zz'?",
    (Note("the schema is here", Span("metadata/other.csdl", 5, 3)), Note("and so on")),
)


def test_text() -> None:
    assert list(diagnostic_lines(FOUND)) == [
        "metadata/graph.csdl:123:7: error[EDM203]: navigation property 'x' has no type 'y.z'",
        "  metadata/other.csdl:5:3: note: the schema is here",
        "  note: and so on",
        "  hint: did you mean 'y.zz'?",
    ]


def test_a_place_that_is_a_whole_file_has_no_line() -> None:
    whole = Diagnostic("EDM101", Severity.WARNING, "m", Span("a.csdl"))
    assert list(diagnostic_lines(whole)) == ["a.csdl: warning[EDM101]: m"]
    assert list(diagnostic_lines(Diagnostic("EDM1", Severity.INFO, "m"))) == ["info[EDM1]: m"]


def test_github() -> None:
    assert github_annotation(FOUND) == (
        "::error file=metadata/graph.csdl,line=123,col=7,title=EDM203::"
        "navigation property 'x' has no type 'y.z'%0Adid you mean 'y.zz'?"
    )


def test_sarif() -> None:
    run = sarif_log([FOUND], "1.0")["runs"][0]  # type: ignore[index]
    result = run["results"][0]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "metadata/graph.csdl"
    assert place["region"] == {"startLine": 123, "startColumn": 7}
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "EDM203"
    assert len(result["relatedLocations"]) == 1


def test_json_keeps_the_text_as_it_is() -> None:
    record = diagnostic_record(Diagnostic("E", Severity.ERROR, "a\x1b\n::b", Span("f", 1, 2)))
    assert json.loads(json.dumps(record))["message"] == "a\x1b\n::b"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mred", "a\\x1b[31mred"),
        ("a\x9b31m", "a\\x9b31m"),
        ("one\ntwo\r", "one\\ntwo\\r"),
        ("\u202etxt.exe", "\\u202etxt.exe"),
        ("\u2028", "\\u2028"),
        ("::error::x", "\\x3a:error::x"),
        ("  ##vso[x]", "  \\x23#vso[x]"),
        ("a::b", "a::b"),
        ("\ud800", "\\ud800"),
        ("naïve 名前", "naïve 名前"),
    ],
)
def test_printable(text: str, shown: str) -> None:
    assert printable(text) == shown


# Controls, line and paragraph separators, lone surrogates.
_ACTIVE = {"Cc", "Zl", "Zp", "Cs"}


@given(st.text(), st.text())
def test_no_input_can_start_a_line_or_a_command(message: str, file: str) -> None:
    hostile = Diagnostic("EDM203", Severity.ERROR, message, Span(file, 1, 1), message)
    for line in diagnostic_lines(hostile):
        assert not {unicodedata.category(character) for character in line} & _ACTIVE
        assert "\n" not in line
        assert "\x1b" not in line
        assert not line.lstrip().startswith(("::", "##"))
        line.encode("utf-8")
    annotation = github_annotation(hostile)
    assert "\n" not in annotation
    assert "\r" not in annotation
    properties = annotation.removeprefix("::error ").split("::")[0]
    assert [p.split("=")[0] for p in properties.split(",")] == ["file", "line", "col", "title"]
