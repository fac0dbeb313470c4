"""Segments of paths as members of a builder: properties for text, indexers for keys, methods for both in one."""

from __future__ import annotations

from dataclasses import dataclass

from edmund.naming.distinct import distinct
from edmund.surface.elements import Edge
from edmund.targets.csharp.chain_names import INDEXER
from edmund.targets.csharp.held_types import HeldTypes
from edmund.targets.csharp.literals import doc_lines, xml_text
from edmund.targets.csharp.views import LinkView

__all__ = ["PathLinks"]


@dataclass(frozen=True, slots=True)
class PathLinks:
    """Lowers the edges of one file's builders."""

    held: HeldTypes

    def lower(self, edge: Edge, name: str, target: str) -> LinkView:
        """The member for an edge that leads to the builder `target`."""
        spell = self.held.members.layout.spelling
        wanted = {str(at): spell.parameter(key.name) for at, key in enumerate(edge.keys)}
        given = distinct(wanted, wanted.__getitem__).names
        if len(edge.keys) == 1 and spell.has_second_names and name == INDEXER:
            given = {"0": "position"}  # as Kiota calls an indexer's only parameter
        place, written, docs = "PlaceBelow()", [], []
        for at, key in enumerate(edge.keys):
            type_, own = self.held.of(key.type), given[str(at)]
            written.append(f"{type_.written} {own}")
            place += f".With<{type_.argument}>({own}, {type_.codec})"
            plain = own.removeprefix("@")
            docs.append(f'<param name="{plain}">The value of {xml_text(key.name)}.</param>')
        return LinkView(
            doc_lines(edge.description or _text(edge)),
            tuple(docs),
            f"{target} {_declarator(name, written)}",
            f"new({place})",
        )


def _declarator(name: str, parameters: list[str]) -> str:
    if name == INDEXER:
        return f"this[{', '.join(parameters)}]"
    return f"{name}({', '.join(parameters)})" if parameters else name


def _text(edge: Edge) -> str:
    return f"The segment {edge.name}." if edge.name else "What has this value in the path."
