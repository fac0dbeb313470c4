"""Elements as XML text, two spaces deep. Every text is escaped here, and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from edmund.csdl.document import FacetAttributes, MaxLength, ScaleKeyword

__all__ = ["Attributes", "XmlNode", "facet_attributes", "xml_text"]

Attributes = Mapping[str, str | int | bool | None]
"""Attributes in the order that they are written in; those that are None are not."""

_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_ATTRIBUTE = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&quot;",
        "\t": "&#9;",
        "\n": "&#10;",
        "\r": "&#13;",
    }
)


class XmlNode(NamedTuple):
    """An element that has children or text."""

    name: str
    attributes: Attributes
    children: Sequence[XmlNode]
    text: str = ""


def xml_text(root: XmlNode) -> str:
    """The element as a document, with its declaration and a line feed at its end."""
    parts = ['<?xml version="1.0" encoding="UTF-8"?>\n']
    _write(root, "", parts)
    return "".join(parts)


def _write(node: XmlNode, indent: str, parts: list[str]) -> None:
    name, attributes, children, text = node
    head = f"{indent}<{name}"
    for key, value in attributes.items():
        if value is not None:
            written = str(value) if not isinstance(value, bool) else "true" if value else "false"
            head += f' {key}="{written.translate(_ATTRIBUTE)}"'
    if children:
        parts.append(f"{head}>\n")
        for child in children:
            _write(child, indent + "  ", parts)
        parts.append(f"{indent}</{name}>\n")
    elif text:
        parts.append(f"{head}>{text.translate(_TEXT)}</{name}>\n")
    else:
        parts.append(f"{head}/>\n")


def facet_attributes(facets: FacetAttributes) -> Attributes:
    """Facets (CSDL XML 4.01, section 7.2)."""
    return {
        "MaxLength": _keyword(facets.max_length),
        "Precision": facets.precision,
        "Scale": _keyword(facets.scale),
        "Unicode": facets.unicode,
        "SRID": _keyword(facets.srid),
    }


def _keyword(value: int | MaxLength | ScaleKeyword | None) -> str | int | None:
    return value.value if isinstance(value, MaxLength | ScaleKeyword) else value
