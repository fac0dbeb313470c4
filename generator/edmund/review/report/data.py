"""What reports are made from, and what most of them say in the same way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from edmund.diagnostics import Diagnostic, Span
from edmund.review.findings import Finding, Level

__all__ = ["Report", "Step", "counts", "place_text", "sections", "summary_of", "type_of", "visible"]


@dataclass(frozen=True, slots=True)
class Step:
    """One commit of a walk, with what it changed."""

    revision: str
    date: str
    subject: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Report:
    """One review. `texts` are the documents' lines by the names that spans carry, for excerpts.

    `failing` are the fingerprints that make the run fail. `steps` is set for a walk over commits; then
    `findings` are those of all steps.
    """

    old: str
    new: str
    findings: tuple[Finding, ...]
    texts: Mapping[str, Sequence[str]] = field(default_factory=dict)
    notes: tuple[Diagnostic, ...] = ()
    failing: frozenset[str] = frozenset()
    steps: tuple[Step, ...] = ()
    version: str = ""

    def at_least(self, level: Level) -> Report:
        """The report with only what is as bad as `level`, on the wire or in source; what fails stays."""
        return replace(
            self,
            findings=tuple(f for f in self.findings if f.level >= level),
            steps=tuple(
                replace(step, findings=tuple(f for f in step.findings if f.level >= level))
                for step in self.steps
            ),
        )

    @property
    def counted(self) -> tuple[Finding, ...]:
        """What is not waived."""
        return tuple(f for f in self.findings if f.waived is None)

    @property
    def told(self) -> tuple[Finding, ...]:
        """What people want to read: all but what breaks and tells nothing (-/-)."""
        return tuple(f for f in self.findings if f.level > Level.NONE)


def counts(findings: Iterable[Finding]) -> dict[str, dict[str, int]]:
    """How many findings there are by severity, for the wire and for source."""
    wire: Counter[Level] = Counter()
    source: Counter[Level] = Counter()
    for finding in findings:
        wire[finding.wire] += 1
        source[finding.source] += 1
    levels = sorted(Level, reverse=True)
    return {
        "wire": {level.word: wire[level] for level in levels},
        "source": {level.word: source[level] for level in levels},
    }


def summary_of(report: Report) -> dict[str, object]:
    """The `summary` of JSON reports; waived findings are counted apart."""
    by_rule = Counter(f.id for f in report.counted)
    return {
        "total": len(report.findings),
        "waived": len(report.findings) - len(report.counted),
        "failing": len(report.failing),
        **counts(report.counted),
        "rules": dict(sorted(by_rule.items())),
        "notes": [{"code": d.code, "message": d.message} for d in report.notes],
    }


def type_of(element: str) -> str:
    """The type, operation, container or call (`GET /pets`) that an element belongs to."""
    method, blank, path = element.partition(" ")
    if blank and path.startswith("/"):
        return f"{method} {path.partition(' ')[0]}"
    return element.partition("(")[0].partition("/")[0]


def sections(findings: Iterable[Finding]) -> list[tuple[str, list[Finding]]]:
    """Findings by type: the types with the worst finding first, then by name."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(type_of(finding.element), []).append(finding)
    return sorted(
        found.items(), key=lambda item: (-max(f.level for f in item[1]), item[0].lower(), item[0])
    )


def place_text(span: Span | None) -> str:
    """`file:line:column`, or what of it is known."""
    if span is None:
        return "-"
    return f"{span.file}:{span.line}:{span.column}" if span.line else span.file


_ACTIVE = {
    **{code: f"\\x{code:02x}" for code in (*range(0x20), *range(0x7F, 0xA0))},
    **{
        code: f"\\u{code:04x}"
        for code in (
            0x061C,
            *range(0x200B, 0x2010),
            *range(0x2028, 0x202F),
            *range(0x2060, 0x206A),
            0xFEFF,
            *range(0xD800, 0xE000),
        )
    },
}


def visible(text: str) -> str:
    """Schema text as one harmless line: what drives terminals or reorders text is spelled out."""
    return text.translate(_ACTIVE)
