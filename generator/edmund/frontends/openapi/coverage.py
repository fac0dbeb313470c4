"""How much of a description is on its surface: what is not must have been told."""

from __future__ import annotations

from dataclasses import dataclass

from edmund.frontends.notation.source import Node
from edmund.frontends.openapi.document import Document
from edmund.frontends.openapi.reader import METHODS
from edmund.surface.elements import Surface

__all__ = ["Coverage", "coverage_of"]


@dataclass(frozen=True, slots=True)
class Coverage:
    """`operations` are those of the document, `calls` those of the surface, `schemas` its named types.

    `not_selected` are the operations that nobody wants: what is left out was wanted.
    """

    operations: int
    calls: int
    schemas: int
    not_selected: int = 0

    @property
    def left_out(self) -> int:
        return self.operations - self.calls - self.not_selected

    def of(self, surface: Surface) -> Coverage:
        """The same of a part of the surface that was selected."""
        calls = _calls(surface)
        not_selected = self.calls - calls
        return Coverage(self.operations, calls, len(surface.types.types), not_selected)

    def __str__(self) -> str:
        parts = [f"{self.calls:,} of {self.operations:,} operations", f"{self.schemas:,} schemas"]
        if self.not_selected:
            parts.append(f"{self.not_selected:,} operations not selected")
        parts.append(f"{self.left_out:,} left out" if self.left_out else "nothing left out")
        return ", ".join(parts)


def coverage_of(document: Document, surface: Surface) -> Coverage:
    """Counts operations in the paths as they stand, apart from all that reading made of them."""
    paths = document.node.get("paths")
    written = sum(_count(item) for _, item in paths.members()) if paths is not None else 0
    by_reference = sum(
        len(item.operations) for item in document.paths if _stands_elsewhere(item.node, paths)
    )
    return Coverage(written + by_reference, _calls(surface), len(surface.types.types))


def _calls(surface: Surface) -> int:
    return sum(len(resource.calls) for resource in surface.resources)


def _count(item: Node) -> int:
    additional = item.get("additionalOperations")
    own = sum(item.get(method) is not None for method in METHODS)
    return own + (0 if additional is None else sum(1 for _ in additional.members()))


def _stands_elsewhere(item: Node, paths: Node | None) -> bool:
    """Whether a path item is behind a reference."""
    return (
        paths is None
        or item.source is not paths.source
        or not item.pointer.startswith(paths.pointer + "/")
    )
