"""What the service does not filter, sort or expand behind a link: as a type, and for the table of routes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from edmund.surface.elements import Edge, SegmentKind
from edmund.surface.lineage import Lineage
from edmund.surface.type_parts import name_of
from edmund.targets.typescript.literals import LINE_LENGTH, string_literal
from edmund.targets.typescript.source import Data, Text, width
from edmund.targets.typescript.types import TypeTexts

__all__ = ["limited_target", "limits_row"]

_LED_TO = frozenset({SegmentKind.CHILD, SegmentKind.NAVIGATION, SegmentKind.PROPERTY})


def limits_row(edge: Edge) -> dict[str, Data]:
    """Paths on the wire by option; empty where nothing is refused.

    It is the link's and not the builder's that it leads to: one builder serves many paths.
    """
    return {
        option: [Text(string_literal(path)) for path in paths] for option, paths in _refused(edge)
    }


def limited_target(target: str, edge: Edge, texts: TypeTexts) -> str:
    """The type of a link's target, without what the service refuses there."""
    refused = list(_refused(edge))
    type_ = texts.surface.by_id[edge.target].type
    if not refused or type_ is None:
        return target
    limits = "".join(
        f"      {option}:{_union(list(_named(name_of(type_), paths, texts)), len(option) + 7)};\n"
        for option, paths in refused
    )
    limited = texts.runtime("operations", "Limited")
    return f"{limited}<\n    {target},\n    {{\n{limits}    }}\n  >"


def _union(literals: Sequence[str], used: int) -> str:
    """The union, behind `used` columns of its line or below it."""
    flat = f" {' | '.join(literals)}"
    if used + width(flat) + 1 <= LINE_LENGTH:
        return flat
    if len(literals) == 1:
        return f"\n        {literals[0]}"
    return "".join(f"\n        | {literal}" for literal in literals)


def _refused(edge: Edge) -> Iterator[tuple[str, Sequence[str]]]:
    said = edge.restrictions
    found = (
        ("filter", said.not_filterable),
        ("orderby", said.not_sortable),
        ("expand", said.not_expandable),
    )
    return (each for each in found if each[1] and edge.kind in _LED_TO)


def _named(type_name: str, paths: Sequence[str], texts: TypeTexts) -> Iterator[str]:
    """The paths in the names of models, as literals."""
    lineage = Lineage(texts.surface.types)
    for path in paths:
        at, names = type_name, []
        for segment in path.split("/"):
            names.append(texts.layout.properties.get(at, {}).get(segment, segment))
            member = lineage.members(at).get(segment)
            at = segment if member is None else name_of(member.type)
        yield string_literal("/".join(names))
