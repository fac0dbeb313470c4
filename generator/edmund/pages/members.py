"""Members of types in the cells of tables: what they are, how they are restricted, where their type is told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from edmund.surface.type_parts import is_edm, is_list, item_of, name_of, takes_null
from edmund.surface.types import NO_CONSTRAINTS, Documentation, Named, Primitive, Type

__all__ = ["code", "constraints_of", "describe_member", "file_of", "link_to", "prose", "type_link"]


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


def constraints_of(type_: Type) -> tuple[str, ...]:
    """What restricts a value of a type in use, or the items of a list, in short sentences."""
    return tuple(_constraints(type_))


def _constraints(type_: Type) -> Iterator[str]:
    if not takes_null(type_) and not is_list(type_):
        yield "Never null."
    item = item_of(type_)
    said = item.constraints if isinstance(item, Primitive | Named) else NO_CONSTRAINTS
    if said.is_url:
        yield "A URL."
    if said.is_base64:
        yield "Base64."
    if said.min_length:
        yield f"At least {said.min_length} characters."
    if said.max_length is not None:
        yield f"At most {said.max_length} characters."
    if said.pattern is not None:
        yield f"Matches {code(said.pattern)}."
    if said.minimum is not None:
        yield f"{'Above' if said.minimum.exclusive else 'At least'} {said.minimum.value}."
    if said.maximum is not None:
        yield f"{'Below' if said.maximum.exclusive else 'At most'} {said.maximum.value}."
    if said.multiple_of is not None:
        yield f"A multiple of {said.multiple_of}."
    if said.allowed_values is not None:
        yield f"One of {', '.join(code(str(value)) for value in said.allowed_values)}."
    if isinstance(item, Named) and item.writable_types:
        yield f"To be written as {', '.join(map(link_to, item.writable_types))}."


def code(text: str) -> str:
    """A text of the schema's as code in one cell of a table; a fence is longer than any in the text."""
    visible = "".join(c if c.isprintable() else " " for c in text).replace("|", "\\|")
    longest = max((len(run) for run in re.findall("`+", visible)), default=0)
    fence = "`" * (longest + 1)
    space = " " if visible.startswith("`") or visible.endswith("`") else ""
    return f"{fence}{space}{visible}{space}{fence}"


def describe_member(
    documentation: Documentation, facts: Iterable[str], *, secret: bool = False
) -> str:
    """The text of a cell: facts first, then what the description says."""
    said = (documentation.description, documentation.long_description)
    texts = (*facts, "Secret." if secret else "", *(prose(text or "") for text in said))
    return " ".join(text for text in texts if text)
