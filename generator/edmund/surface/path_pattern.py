"""Patterns of URL paths that form a tree: `/users/{id}/**`.

`*` is any one segment, `**` any number of them, none included, `{x}` a parameter whatever its name; other segments
are compared without case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["PathPattern"]

_PARAMETER = re.compile(r"\{[^{}]*\}")


class PathPattern:
    """Compares the segments of a pattern with those of paths."""

    def __init__(self, pattern: str) -> None:
        self._wanted = tuple(_segments(pattern))

    def matches(self, path: str) -> bool:
        reached = {0}
        for segment in _segments(path):
            reached = set(self._after(self._beyond(reached), segment))
        return len(self._wanted) in self._beyond(reached)

    def _beyond(self, reached: set[int]) -> set[int]:
        """What is reached without another segment of the path: `**` may stand for none."""
        found = set(reached)
        for at, wanted in enumerate(self._wanted):
            if at in found and wanted == "**":
                found.add(at + 1)
        return found

    def _after(self, reached: set[int], segment: str) -> Iterator[int]:
        for at in reached:
            wanted = self._wanted[at] if at < len(self._wanted) else None
            if wanted == "**":
                yield at
            elif wanted in ("*", segment):
                yield at + 1


def _segments(path: str) -> Iterator[str]:
    for segment in path.strip().strip("/").split("/"):
        if segment:
            yield _PARAMETER.sub("{}", segment).lower()
