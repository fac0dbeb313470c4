"""Each report is well-formed, says everything, and obeys nothing that a schema says."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from lxml import etree
from review.hostile import hostile_report
from review.reviewing import review, schema

from edmund.diagnostics import Span
from edmund.review import report as report_package
from edmund.review.findings import Finding, Level, Waived
from edmund.review.report.data import Report
from edmund.review.report.github import render_github
from edmund.review.report.markdown import render_markdown
from edmund.review.report.registry import FORMATS
from edmund.review.report.text import render_text

HERE = Path(__file__).parent
OUR_SCHEMA = json.loads(
    (Path(str(report_package.__file__)).parent / "review.schema.json").read_text()
)


def many(count: int) -> Report:
    old = "".join(
        f'<ComplexType Name="T{i}"><Property Name="a{i}" Type="Edm.String" /></ComplexType>'
        for i in range(count)
    )
    found = review(schema(old), schema(""))
    return Report("old.csdl", "new.csdl", found, failing=frozenset(f.fingerprint for f in found))


def waived(report: Report) -> Report:
    first, *rest = report.findings
    marked = replace(first, waived=Waived("agreed with <i>all</i>", "2027-01-31"))
    return replace(report, findings=(marked, *rest), failing=frozenset())


@pytest.mark.parametrize(
    "make", [hostile_report, lambda: many(3), lambda: waived(many(3)), lambda: many(0)]
)
def test_json_is_as_its_schema_says(make) -> None:  # type: ignore[no-untyped-def]
    report = make()
    document = json.loads(FORMATS["json"](report))
    jsonschema.validate(document, OUR_SCHEMA)
    assert len(document["changes"]) == len(report.findings)
    assert document["summary"]["total"] == len(report.findings)


def test_the_schema_refuses_what_is_not_a_review() -> None:
    document = json.loads(FORMATS["json"](many(1)))
    document["changes"][0]["wire"] = "terrible"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, OUR_SCHEMA)


@pytest.mark.parametrize(
    "make", [hostile_report, lambda: many(3), lambda: waived(many(3)), lambda: many(0)]
)
def test_sarif_is_as_the_official_schema_says(make) -> None:  # type: ignore[no-untyped-def]
    official = json.loads((HERE / "schemas" / "sarif-2.1.0-rtm.5.json").read_text())
    log = json.loads(FORMATS["sarif"](make()))
    jsonschema.Draft4Validator(official).validate(log)
    results = log["runs"][0]["results"]
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    assert all(rules[r["ruleIndex"]]["id"] == r["ruleId"] for r in results)


def test_sarif_has_the_new_place_first_and_the_old_one_beside_it() -> None:
    result = json.loads(FORMATS["sarif"](many(1)))["runs"][0]["results"][0]
    assert result["locations"][0]["physicalLocation"]["region"]["startLine"] >= 1
    assert result["relatedLocations"][0]["message"]["text"] == "before"


def test_junit_is_xml_with_the_failures_counted() -> None:
    report = hostile_report()
    root = etree.fromstring(FORMATS["junit"](report).encode())
    assert root.get("failures") == "2" == str(len(root.findall(".//failure")))
    assert len(root.findall(".//testcase")) == len(report.findings)


def test_junit_gives_no_schema_text_a_line_of_its_own() -> None:
    for line in FORMATS["junit"](hostile_report()).splitlines():
        assert not line.lstrip().startswith(("::", "%0A::", "#")), line


def test_junit_of_no_change_still_has_a_case() -> None:
    root = etree.fromstring(FORMATS["junit"](Report("a", "b", ())).encode())
    assert len(root.findall(".//testcase")) == 1


def test_github_lines_are_commands_of_our_own_only() -> None:
    """Nothing in a schema ends a command or begins another one; the old lines are marked too."""
    report = hostile_report()
    lines = FORMATS["github"](report).splitlines()
    assert len(lines) == 2 * len(report.findings) or all(f.old == f.new for f in report.findings)
    for line in lines:
        assert re.fullmatch(
            r"::(error|warning|notice) file=[^,]*,line=\d+,col=\d+,title=[^:]*::.*", line
        )
        assert "\u2028" not in line and "\u202e" not in line


def test_text_cannot_drive_a_terminal() -> None:
    text = render_text(hostile_report(), colour=False)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)


def test_text_is_by_type_breaking_first_and_says_what_is_not_shown() -> None:
    old = (
        '<ComplexType Name="A"><Property Name="a" Type="Edm.String" /></ComplexType>'
        '<ComplexType Name="B"><Property Name="b" Type="Edm.String" />'
        '<Property Name="c" Type="Edm.String" /></ComplexType>'
    )
    new = (
        '<ComplexType Name="A"><Property Name="a" Type="Edm.String">'
        '<Annotation Term="Org.OData.Core.V1.Description" String="x" /></Property>'
        '<Property Name="new" Type="Edm.String" /></ComplexType>'
        '<ComplexType Name="B"><Property Name="b" Type="Edm.String" /></ComplexType>'
    )
    text = render_text(Report("o", "n", review(schema(old), schema(new))))
    assert text.index("n.B\n") < text.index("n.A\n")
    assert text.index("breaking (") < text.index("n.B\n") < text.index("info (")
    assert "1 changes of no consequence are not shown" in text
    assert "description-changed" not in text


def test_only_what_is_as_bad_is_left_and_the_run_fails_as_before() -> None:
    old = '<ComplexType Name="A"><Property Name="a" Type="Edm.String" /></ComplexType>'
    new = '<ComplexType Name="A"><Property Name="b" Type="Edm.Int32" /></ComplexType>'
    report = Report("o", "n", review(schema(old), schema(new)), failing=frozenset({"x"}))
    worst = report.at_least(Level.BREAKING)
    assert worst.findings == tuple(f for f in report.findings if f.level is Level.BREAKING)
    assert 0 < len(worst.findings) < len(report.findings)
    assert worst.failing == report.failing


def test_markdown_keeps_to_its_size_and_says_what_it_left_out() -> None:
    report = many(400)
    text = render_markdown(report, limit=8_000)
    assert len(text) <= 8_000
    shown = text.count("\n- ")
    told = re.search(r"\*\*(\d+) findings are left out", text)
    assert told is not None and int(told[1]) + shown == len(report.findings)
    assert text.count("<details") == text.count("</details>")


def test_markdown_of_all_is_whole_when_there_is_room() -> None:
    report = many(5)
    text = render_markdown(report)
    assert text.count("\n- ") == len(report.findings)
    assert "left out" not in text


def test_markdown_takes_no_markup_from_a_schema() -> None:
    text = render_markdown(hostile_report())
    unescaped = re.sub(r"\\.", "", text)
    assert "<script" not in unescaped and "](" not in unescaped and "@everyone" not in unescaped
    assert "\n# heading" not in text and "\n| a |" not in text


def test_changelog_tells_removal_dates_and_sorts_by_them() -> None:
    text = FORMATS["changelog"](hostile_report())
    assert "### Deprecated" in text and "(to be removed on 2027-01-01)" in text
    assert "<script" not in re.sub(r"\\.", "", text)


def test_changelog_of_additions_and_removals() -> None:
    old = '<ComplexType Name="A"><Property Name="a" Type="Edm.String" /></ComplexType>'
    new = '<ComplexType Name="A"><Property Name="b" Type="Edm.Int32" /></ComplexType>'
    text = FORMATS["changelog"](Report("1.0", "1.1", review(schema(old), schema(new))))
    assert (
        text.index("### Breaking")
        < text.index("n.A/a")
        < text.index("### Added")
        < text.index("n.A/b")
    )


def test_waived_findings_are_counted_apart() -> None:
    report = waived(many(2))
    assert json.loads(FORMATS["json"](report))["summary"]["waived"] == 1
    assert "1 waived" in FORMATS["text"](report)
    assert len(report.counted) == len(report.findings) - 1
    assert FORMATS["github"](report).count("::error") == len(report.counted)


def test_levels_are_ordered() -> None:
    assert sorted(Level, reverse=True)[0] is Level.BREAKING
    finding: Finding = many(1).findings[0]
    assert finding.level is max(finding.wire, finding.source)


def test_github_is_told_of_files_that_are_checked_out() -> None:
    """`REV:path` is no file: of it the name is left, and no line, which the checkout may not have."""
    old, new = schema('<ComplexType Name="T" />'), schema("")
    found = replace(
        review(old, new)[0],
        old=Span("HEAD:metadata/a.csdl", 3, 4),
        new=Span("metadata/a.csdl", 1, 2),
    )
    lines = render_github(Report("HEAD:metadata/a.csdl", "metadata/a.csdl", (found,), {}))
    assert lines.splitlines()[0].startswith("::error file=metadata/a.csdl,line=1,col=2,title=")
    assert lines.splitlines()[1].startswith("::notice file=metadata/a.csdl,title=")
