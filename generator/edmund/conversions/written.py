"""JSON text of a large document: one line for each part that is looked for, quickly made."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Final

__all__ = ["written"]

_OPEN: Final = 3
"""Objects so deep have a line for each member; what is below is one line (a path's operation, a schema)."""


def written(document: Mapping[str, object]) -> str:
    """The text, in the order of the document, with a line feed at the end.

    `json.dumps` with an indentation takes five times as long, which is a minute for large services.
    Raises ValueError for what JSON has no number for.
    """
    return "".join(_members(document, 1)) + "\n"


def _members(value: Mapping[str, object], depth: int) -> Iterator[str]:
    if not value:
        yield "{}"
        return
    indent = " " * depth
    separator = "{\n"
    for name, member in value.items():
        yield f"{separator}{indent}{_ENCODER.encode(name)}: "
        separator = ",\n"
        if isinstance(member, Mapping) and depth < _OPEN:
            yield from _members(member, depth + 1)
        else:
            yield _ENCODER.encode(member)
    yield f"\n{' ' * (depth - 1)}}}"


_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, allow_nan=False)
