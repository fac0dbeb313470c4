"""JSON for programs; `review.schema.json` in this folder documents it."""

from __future__ import annotations

import json

from edmund.diagnostics import Span
from edmund.review.findings import Finding
from edmund.review.report.data import Report, summary_of

__all__ = ["change_record", "render_json"]


def render_json(report: Report) -> str:
    """The document, in the order of the findings, with a final line end."""
    changes = [change_record(f) for f in report.findings]
    if report.steps:
        changes = [
            {**change_record(f), "revision": step.revision, "date": step.date}
            for step in report.steps
            for f in step.findings
        ]
    document = {
        "old": report.old,
        "new": report.new,
        "changes": changes,
        "summary": summary_of(report),
    }
    return json.dumps(document, indent=1) + "\n"


def change_record(finding: Finding) -> dict[str, object]:
    """One finding as plain data."""
    waived: object = False
    if finding.waived is not None:
        waived = {"reason": finding.waived.reason, "expires": finding.waived.expires}
    used = {} if finding.used is None else {"used": finding.used}
    return {
        "id": finding.id,
        "kind": finding.kind,
        "element": finding.element,
        "wire": finding.wire.word,
        "source": finding.source.word,
        "direction": finding.direction.value,
        "old": _place(finding.old),
        "new": _place(finding.new),
        "detail": dict(finding.detail),
        "fingerprint": finding.fingerprint,
        "message": finding.message,
        "symbols": list(finding.symbols),
        "waived": waived,
        **used,
    }


def _place(span: Span | None) -> dict[str, object] | None:
    return None if span is None else {"file": span.file, "line": span.line, "column": span.column}
