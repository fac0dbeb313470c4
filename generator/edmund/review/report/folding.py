"""What people read: loud findings one by one, quiet ones of a kind together.

Real changes add hundreds of types and members at once. Listed one by one, they bury what breaks.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass

from edmund.review.findings import Finding, Level
from edmund.review.report.data import sections

__all__ = ["Entry", "Section", "fold"]

_WHOLE = frozenset(
    {"type-added", "derived-type-added", "operation-added", "overload-added", "namespace-added"}
)
"""Additions that stand for themselves: told by namespace, not by type."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One finding, or several of one rule and severity that differ in their names alone."""

    findings: tuple[Finding, ...]
    names: tuple[str, ...] = ()
    base: str | None = None

    @property
    def first(self) -> Finding:
        return self.findings[0]

    @property
    def symbols(self) -> tuple[str, ...]:
        """The generated names that are touched; what is added touches none that callers have."""
        if self.first.id.endswith("-added"):
            return ()
        return tuple(dict.fromkeys(s for f in self.findings for s in f.symbols))

    @property
    def is_loud(self) -> bool:
        """Whether it wants all that is known of it: places, direction, fingerprint."""
        return len(self.findings) == 1 and not self.names


@dataclass(frozen=True, slots=True)
class Section:
    """`title` is a type, operation or container, or the namespace of additions."""

    title: str
    entries: tuple[Entry, ...]


def fold(findings: Iterable[Finding], failing: Set[str] = frozenset()) -> tuple[Section, ...]:
    """Sections by type, worst first; at the end what is added as a whole, by namespace.

    What fails the run, is waived, or is worse than information is told one by one, additions apart.
    """
    by_type: list[Finding] = []
    whole: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.id in _WHOLE and finding.fingerprint not in failing and not finding.waived:
            whole.setdefault(_namespace(finding.element), []).append(finding)
        else:
            by_type.append(finding)
    found = [
        Section(title, tuple(_entries(title, group, failing))) for title, group in sections(by_type)
    ]
    found.extend(Section(title, tuple(_additions(title, whole[title]))) for title in sorted(whole))
    return tuple(found)


def _entries(title: str, group: list[Finding], failing: Set[str]) -> Iterable[Entry]:
    quiet: dict[tuple[str, Level, Level], list[Finding]] = {}
    for finding in group:
        is_member = finding.element.startswith(f"{title}/")
        if (
            is_member
            and finding.level <= Level.INFO
            and not finding.waived
            and not finding.used
            and finding.fingerprint not in failing
        ):
            quiet.setdefault((finding.id, finding.wire, finding.source), []).append(finding)
        else:
            yield Entry((finding,))
    for alike in quiet.values():
        if len(alike) == 1:
            yield Entry((alike[0],))
        else:
            yield Entry(tuple(alike), tuple(f.element.removeprefix(f"{title}/") for f in alike))


def _additions(title: str, group: list[Finding]) -> Iterable[Entry]:
    alike: dict[tuple[str, str | None, Level, Level], list[Finding]] = {}
    for finding in group:
        base = finding.detail.get("base")
        named = base if isinstance(base, str) else None
        alike.setdefault((finding.id, named, finding.wire, finding.source), []).append(finding)
    for (_, base, _, _), found in alike.items():
        names = tuple(f.element.removeprefix(f"{title}.") for f in found)
        yield Entry(tuple(found), names, base)


def _namespace(element: str) -> str:
    """Of a type or an operation, whose overload may have dots of its own in parentheses."""
    name = element.partition("(")[0]
    return name.rpartition(".")[0] or name
