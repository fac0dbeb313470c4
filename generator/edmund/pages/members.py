"""Members of types in the cells of tables: what they are, how they are restricted, where their type is told."""

from __future__ import annotations

import re
from collections.abc import Iterable

from edmund.surface.shapes import ValueShape
from edmund.surface.type_parts import is_edm, is_list, name_of
from edmund.surface.types import Documentation, Type

__all__ = ["constraints_of", "describe_member", "file_of", "link_to", "prose", "type_link"]


def file_of(type_name: str) -> str:
    """The page of a type, below the others and without an ending."""
    return f"types/{type_name}"


def link_to(type_name: str, from_folder: str = "..") -> str:
    """A link to the page of a type, from a page in a folder beside its own."""
    local = type_name.rpartition(".")[2]
    return f"[{local}]({from_folder}/{file_of(type_name)}.md)"


def type_link(type_: Type) -> str:
    """A type in use: `String`, a link, or a collection of them."""
    name = name_of(type_)
    written = name.removeprefix("Edm.") if is_edm(type_) else link_to(name)
    return f"Collection({written})" if is_list(type_) else written


def prose(text: str) -> str:
    """A text of the schema's as words alone: nothing in it is markup, and it stays in one line."""
    visible = "".join(c if c.isprintable() else " " for c in text)
    escaped = visible.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"([\\`*_\[\]|#])", r"\\\1", " ".join(escaped.split()))


def constraints_of(shape: ValueShape) -> tuple[str, ...]:
    """What restricts a value, in short sentences."""
    found: list[str] = []
    if not shape.nullable and not shape.collection:
        found.append("Never null.")
    if shape.is_url:
        found.append("A URL.")
    if shape.is_base64:
        found.append("Base64.")
    if shape.max_length is not None:
        found.append(f"At most {shape.max_length} characters.")
    if shape.pattern is not None:
        found.append(f"Matches `{shape.pattern}`.")
    if shape.minimum is not None:
        found.append(f"{'Above' if shape.minimum.exclusive else 'At least'} {shape.minimum.value}.")
    if shape.maximum is not None:
        found.append(f"{'Below' if shape.maximum.exclusive else 'At most'} {shape.maximum.value}.")
    if shape.allowed_values is not None:
        found.append(f"One of {', '.join(f'`{value}`' for value in shape.allowed_values)}.")
    if shape.writable_types:
        names = ", ".join(link_to(name) for name in shape.writable_types)
        found.append(f"To be written as {names}.")
    return tuple(found)


def describe_member(
    documentation: Documentation, facts: Iterable[str], *, secret: bool = False
) -> str:
    """The text of a cell: facts first, then what the description says."""
    said = (documentation.description, documentation.long_description)
    texts = (*facts, "Secret." if secret else "", *(prose(text or "") for text in said))
    return " ".join(text for text in texts if text)
