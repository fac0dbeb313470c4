"""A walk over versions: what an earlier step had added and a later one takes away, and the reverse."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from edmund.review.findings import Direction, Finding, Level, fingerprint_of

__all__ = ["History"]

_ADDED = "-added"
_REMOVED = "-removed"


@dataclass
class History:
    """Remembers additions and removals from step to step; give it the steps in order."""

    _seen: dict[tuple[str, str], str] = field(default_factory=dict)

    def reverts(self, step: str, findings: Sequence[Finding]) -> Iterator[Finding]:
        """`change-reverted` for each finding that undoes one of an earlier step; remembers these too."""
        now: dict[tuple[str, str], str] = {}
        told: set[tuple[str, str]] = set()
        for finding in findings:
            stem, undone = _opposite(finding.kind)
            if stem is None or finding.id.startswith("removed-"):
                continue
            key = (finding.element, undone)
            earlier = self._seen.get(key)
            if earlier is not None and key not in told:
                told.add(key)
                del self._seen[key]
                yield _reverted(finding, earlier, added_before=undone.endswith(_ADDED))
            else:
                now[finding.element, finding.kind] = step
        self._seen.update(now)


def _opposite(kind: str) -> tuple[str | None, str]:
    """The stem of a kind that adds or removes, and the kind that it undoes."""
    if kind in ("function-overload-removed", "overload-added"):
        other = "overload-added" if kind.endswith(_REMOVED) else "function-overload-removed"
        return "overload", other
    for ending, other in ((_ADDED, _REMOVED), (_REMOVED, _ADDED)):
        if kind.endswith(ending):
            stem = kind.removesuffix(ending)
            return stem, stem + other
    return None, ""


def _reverted(finding: Finding, earlier: str, *, added_before: bool) -> Finding:
    what = "added" if added_before else "removed"
    detail = {"from": earlier, "to": finding.id, "undoes": what}
    return Finding(
        id="change-reverted",
        kind=finding.kind,
        element=finding.element,
        wire=Level.INFO,
        source=Level.INFO,
        direction=Direction(finding.direction),
        old=finding.old,
        new=finding.new,
        detail=detail,
        fingerprint=fingerprint_of("change-reverted", finding.element, detail),
        message=f"{finding.element}: what {earlier[:12]} had {what} is undone",
    )
