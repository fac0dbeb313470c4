"""Showing diagnostics: as text, JSON, GitHub annotations and SARIF."""

from edmund.reporting.annotations import github_annotation
from edmund.reporting.escape import printable
from edmund.reporting.records import diagnostic_record
from edmund.reporting.repeats import first_of_each_code
from edmund.reporting.sarif import sarif_log
from edmund.reporting.text import diagnostic_lines

__all__ = [
    "diagnostic_lines",
    "diagnostic_record",
    "first_of_each_code",
    "github_annotation",
    "printable",
    "sarif_log",
]
