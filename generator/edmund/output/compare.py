"""How an output folder differs from what it should be, as unified diffs."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from edmund.output.manifest import MANIFEST_NAME
from edmund.output.plan import Plan

__all__ = ["Difference", "differences", "unified_diff"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One file: `before` is what is there, `after` what should be; None where there is no file."""

    path: str
    before: str | None
    after: str | None


def differences(output: Path, plan: Plan) -> tuple[Difference, ...]:
    """All files that differ, by path; the manifest only when nothing else does.

    A file in the way that Edmund did not write, or that was edited, is compared as well.
    """
    found: list[Difference] = []
    settled = frozenset(plan.unchanged)
    for path, content in plan.contents.items():
        if path not in settled:
            found.append(Difference(path, _read(output, path), content.decode()))
    found.extend(
        Difference(path, before, None)
        for path in plan.stale
        if (before := _read(output, path)) is not None
    )
    if not found and plan.manifest_differs:
        after = plan.manifest.to_bytes().decode()
        found.append(Difference(MANIFEST_NAME, _read(output, MANIFEST_NAME), after))
    return tuple(sorted(found, key=lambda difference: difference.path))


def unified_diff(difference: Difference, folder: str) -> Iterator[str]:
    """The lines of a diff that turns what is there into what should be; without line ends."""
    name = f"{folder}/{difference.path}"
    lines = difflib.unified_diff(
        _lines(difference.before or ""),
        _lines(difference.after or ""),
        "/dev/null" if difference.before is None else f"a/{name}",
        "/dev/null" if difference.after is None else f"b/{name}",
    )
    for line in lines:
        yield line.removesuffix("\n")
        if not line.endswith("\n"):
            yield "\\ No newline at end of file"


def _lines(text: str) -> list[str]:
    """Lines with their line feeds; other line separators belong to the line."""
    lines = [line + "\n" for line in text.split("\n")]
    lines[-1] = lines[-1].removesuffix("\n")
    return lines if lines[-1] else lines[:-1]


def _read(output: Path, path: str) -> str | None:
    full = os.path.join(output, path)
    if not os.path.isfile(full) or os.path.islink(full):
        return None
    with open(full, "rb") as file:
        return file.read().decode("utf-8", "replace")
