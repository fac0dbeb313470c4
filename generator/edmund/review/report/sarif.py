"""SARIF 2.1.0 (OASIS), for code-scanning services."""

from __future__ import annotations

import json
from pathlib import PurePath
from urllib.parse import quote

from edmund.diagnostics import Span
from edmund.review.findings import Finding, Level
from edmund.review.report.data import Report, visible
from edmund.review.rules.catalog import RULES, category_of

__all__ = ["render_sarif"]

_LEVELS = {
    Level.BREAKING: "error",
    Level.WARNING: "warning",
    Level.INFO: "note",
    Level.NONE: "none",
}


def render_sarif(report: Report) -> str:
    """One run. The result stands at the new place; the old one is a related location (section 3.27)."""
    used = sorted({f.id for f in report.findings})
    index = {rule: number for number, rule in enumerate(used)}
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "edmund review",
                        **({"version": report.version} if report.version else {}),
                        "rules": [_rule(rule) for rule in used],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [_result(f, index) for f in report.findings],
            }
        ],
    }
    return json.dumps(log, indent=1) + "\n"


def _rule(rule: str) -> dict[str, object]:
    found = RULES[rule]
    worst = found.impact(frozenset())
    return {
        "id": rule,
        "shortDescription": {"text": found.purpose},
        "fullDescription": {"text": found.why},
        "defaultConfiguration": {"level": _LEVELS[max(worst.wire, worst.source)]},
        "properties": {"category": category_of(rule)},
    }


def _result(finding: Finding, index: dict[str, int]) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": finding.id,
        "ruleIndex": index[finding.id],
        "level": _LEVELS[finding.level],
        "message": {"text": visible(finding.message)},
        "locations": [_location(finding.new or finding.old, finding.element)],
        "partialFingerprints": {"edmund/v1": finding.fingerprint},
        "properties": {
            "wire": finding.wire.word,
            "source": finding.source.word,
            "direction": finding.direction.value,
            "symbols": list(finding.symbols),
        },
    }
    if finding.old is not None and finding.new is not None:
        related = _location(finding.old, finding.element)
        related["message"] = {"text": "before"}
        result["relatedLocations"] = [related]
    if finding.waived is not None:
        result["suppressions"] = [
            {"kind": "external", "justification": visible(finding.waived.reason)}
        ]
    return result


def _location(span: Span | None, element: str) -> dict[str, object]:
    location: dict[str, object] = {
        "logicalLocations": [{"fullyQualifiedName": visible(element), "kind": "type"}]
    }
    if span is not None:
        physical: dict[str, object] = {"artifactLocation": {"uri": _uri(span.file)}}
        if span.line:
            physical["region"] = {"startLine": span.line, "startColumn": max(span.column, 1)}
        location["physicalLocation"] = physical
    return location


def _uri(file: str) -> str:
    """A relative reference or a file URI; `REV:path` is no scheme."""
    path = PurePath(file)
    if path.is_absolute():
        return "file://" + quote(path.as_posix())
    return quote(path.as_posix())
