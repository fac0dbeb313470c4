"""HTML: one file that works without network. All schema text is data, never markup.

The findings lie in the page as JSON; `review.js` shows them, setting text alone (`textContent`). A
content security policy allows the page's own script, by its hash, and nothing else.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html import escape
from pathlib import Path

from edmund.diagnostics import Span
from edmund.review.report.data import Report, summary_of, type_of, visible
from edmund.review.report.json_report import change_record
from edmund.review.rules.catalog import RULES, category_of

__all__ = ["render_html"]

_FOLDER = Path(__file__).parent
_AROUND = 3  # lines of context in an excerpt
_WIDEST = 400  # characters of a line in an excerpt
_MOST_EXCERPTS = 20_000  # lines; above it, what breaks and tells nothing has no excerpt


def render_html(report: Report) -> str:
    """The page."""
    script = (_FOLDER / "review.js").read_text("utf-8")
    style = (_FOLDER / "review.css").read_text("utf-8")
    page = (_FOLDER / "review.html").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    texts = {
        "TITLE": escape(f"{visible(report.old)} → {visible(report.new)}"),
        "HASH": digest,
        "STYLE": style,
        "SCRIPT": script,
        "DATA": _embedded(_data(report)),
    }
    # One pass: a mark inside what is put in stays the text that it is.
    return re.sub(r"@@(TITLE|HASH|STYLE|SCRIPT|DATA)@@", lambda mark: texts[mark[1]], page)


def _embedded(data: object) -> str:
    """JSON that no HTML parser can mistake for markup (HTML, section 4.12.1.3)."""
    text = json.dumps(data, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _data(report: Report) -> dict[str, object]:
    revisions: dict[int, str] = {}
    for step in report.steps:
        for finding in step.findings:
            revisions[id(finding)] = f"{step.revision[:12]} {step.date[:10]}"
    files: list[str] = []
    numbers: dict[str, int] = {}

    def place(span: Span | None) -> list[int] | None:
        if span is None:
            return None
        if span.file not in numbers:
            numbers[span.file] = len(files)
            files.append(span.file)
        return [numbers[span.file], span.line, span.column]

    changes: list[dict[str, object]] = []
    for finding in report.findings:
        record = change_record(finding)
        record["old"], record["new"] = place(finding.old), place(finding.new)
        record["namespace"] = type_of(finding.element).rpartition(".")[0] or finding.element
        record["failing"] = finding.fingerprint in report.failing
        if id(finding) in revisions:
            record["revision"] = revisions[id(finding)]
        changes.append(record)
    return {
        "old": report.old,
        "new": report.new,
        "changes": changes,
        "files": files,
        "lines": _excerpts(report, files),
        "summary": summary_of(report),
        "rules": {
            rule: [RULES[rule].purpose, RULES[rule].why, category_of(rule)]
            for rule in sorted({f.id for f in report.findings})
        },
        "around": _AROUND,
    }


def _excerpts(report: Report, files: list[str]) -> list[dict[int, str]]:
    """The lines around each place, once each, by file and number."""
    everything = len(report.findings) * (4 * _AROUND + 2) <= _MOST_EXCERPTS
    chosen = report.findings if everything else report.told
    wanted: dict[str, set[int]] = {file: set() for file in files}
    for finding in chosen:
        for span in (finding.old, finding.new):
            if span is not None and span.line:
                reach = range(span.line - _AROUND, span.line + _AROUND + 1)
                wanted[span.file].update(reach)
    found: list[dict[int, str]] = []
    for file in files:
        lines = report.texts.get(file, ())
        found.append(
            {
                number: lines[number - 1][:_WIDEST]
                for number in sorted(wanted[file])
                if 1 <= number <= len(lines)
            }
        )
    return found
