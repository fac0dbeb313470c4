"""What a place knows of properties below it that the service does not filter, sort or expand."""

from __future__ import annotations

from edmund.surface.elements import Edge, SegmentKind
from edmund.targets.php.literals import Bracketed, array, string_literal
from edmund.targets.php.php_types import PhpTypes

__all__ = ["query_limits"]

_LED_TO = frozenset({SegmentKind.CHILD, SegmentKind.NAVIGATION, SegmentKind.PROPERTY})


def query_limits(edge: Edge, types: PhpTypes) -> Bracketed | None:
    """What the segment does not take, as the runtime's object; None for nothing.

    It is the segment's and not the builder's that it leads to: one builder serves many paths.
    """
    said = edge.restrictions
    found = tuple(
        array(map(string_literal, paths), f"{option}: ")
        for option, paths in (
            ("filter", said.not_filterable),
            ("orderby", said.not_sortable),
            ("expand", said.not_expandable),
        )
        if paths
    )
    if edge.kind not in _LED_TO or not found:
        return None
    limits = types.imports.use(f"{types.root}\\Runtime\\Query\\Limits")
    return Bracketed(f"new {limits}", found)
