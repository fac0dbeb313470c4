"""Reviews: two descriptions, any two, give findings that every report can show."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from datetime import date

from security.fuzz.judging import ROOT, check_refusal

from edmund.api import REPORT_FORMATS, ReviewOptions, render_report
from edmund.api.reviews import report_of
from edmund.diagnostics import EdmundError
from edmund.review.load import SourceText, load_version

__all__ = ["DICTIONARY", "seeds", "try_one"]

DICTIONARY = "csdl.dict"
_BETWEEN = b"\n<!-- NEW -->\n"
_DAY = date(2026, 7, 1)


def seeds() -> list[bytes]:
    """The pairs of the rules' tests."""
    pairs = sorted(path for path in (ROOT / "tests/review/rules").iterdir() if path.is_dir())
    found = []
    for pair in pairs:
        files = sorted(pair.glob("*.csdl"), key=lambda path: path.stem != "previous")
        if len(files) == 2:
            found.append(_BETWEEN.join(path.read_bytes() for path in files))
    return found


def try_one(data: bytes) -> None:
    """Review what is before the mark against what is behind it, in both directions."""
    old, _, new = data.partition(_BETWEEN)
    try:
        before = load_version("old.csdl", [SourceText("old.csdl", old)])
        after = load_version("new.csdl", [SourceText("new.csdl", new)])
    except EdmundError as failure:
        check_refusal(failure)
        return
    options = ReviewOptions(as_of=_DAY)
    for one, other in ((before, after), (after, before), (before, before)):
        report = report_of(one, other, options)
        assert one is not other or not report.findings, "a change of nothing"
        for style in REPORT_FORMATS:
            text = render_report(report, style)
            if style in ("json", "sarif"):
                json.loads(text)
            elif style == "junit":
                ET.fromstring(text)
