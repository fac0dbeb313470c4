"""JUnit XML, for servers that show test results: one case per finding, breaking ones fail."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from edmund.review.findings import Finding, Level
from edmund.review.report.data import Report, place_text, sections, visible

__all__ = ["render_junit"]


def render_junit(report: Report) -> str:
    """One suite per type. Findings that fail the run are failures, waived ones skipped."""
    told = report.told
    failures = sum(f.fingerprint in report.failing for f in told)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites name="edmund review" tests="{max(len(told), 1)}" failures="{failures}">',
    ]
    for name, group in sections(told):
        failed = sum(f.fingerprint in report.failing for f in group)
        skipped = sum(f.waived is not None for f in group)
        lines.append(
            f'  <testsuite name={_attribute(name)} tests="{len(group)}" '
            f'failures="{failed}" skipped="{skipped}">'
        )
        for finding in group:
            lines.extend(_case(finding, finding.fingerprint in report.failing))
        lines.append("  </testsuite>")
    if not told:
        lines.append('  <testsuite name="edmund review" tests="1" failures="0" skipped="0">')
        lines.append('    <testcase classname="edmund review" name="no change"/>')
        lines.append("  </testsuite>")
    lines.append("</testsuites>")
    return "\n".join(lines) + "\n"


def _case(finding: Finding, failing: bool) -> list[str]:
    name = _attribute(f"{finding.id} {finding.element}")
    head = f"    <testcase classname={_attribute(finding.id)} name={name}"
    lines = (
        finding.message,
        f"old {place_text(finding.old)}",
        f"new {place_text(finding.new)}",
        f"wire {finding.wire.word}, source {finding.source.word}, "
        f"direction {finding.direction.value}, fingerprint {finding.fingerprint}",
    )
    # Line by line: a line end in a schema's text must not begin a line of its own in a log.
    body = escape("\n".join(visible(line) for line in lines))
    if failing:
        kind = "breaking" if finding.level is Level.BREAKING else "warning"
        message = _attribute(finding.message)
        return [
            head + ">",
            f'      <failure type="{kind}" message={message}>{body}</failure>',
            "    </testcase>",
        ]
    if finding.waived is not None:
        return [
            head + ">",
            f"      <skipped message={_attribute(finding.waived.reason)}/>",
            "    </testcase>",
        ]
    return [head + ">", f"      <system-out>{body}</system-out>", "    </testcase>"]


def _attribute(text: str) -> str:
    return quoteattr(visible(text))
