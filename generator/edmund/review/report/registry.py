"""The formats by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from edmund.review.report.changelog import render_changelog
from edmund.review.report.data import Report
from edmund.review.report.github import render_github
from edmund.review.report.html import render_html
from edmund.review.report.json_report import render_json
from edmund.review.report.junit import render_junit
from edmund.review.report.markdown import render_markdown
from edmund.review.report.sarif import render_sarif
from edmund.review.report.text import render_text

__all__ = ["FORMATS"]

FORMATS: Mapping[str, Callable[[Report], str]] = {
    "text": render_text,
    "markdown": render_markdown,
    "json": render_json,
    "html": render_html,
    "sarif": render_sarif,
    "github": render_github,
    "junit": render_junit,
    "changelog": render_changelog,
}
