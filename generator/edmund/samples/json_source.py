"""JSON of any form as an expression of a language: one walk, which languages spell."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

__all__ = ["JsonSpelling", "json_source"]


@dataclass(frozen=True, slots=True)
class JsonSpelling:
    """`literal` makes a text one of the language. Pairs stand around what is within; `name` around a member's name.

    `empty` is an object without members, where that is written otherwise than with them.
    """

    literal: Callable[[str], str]
    object: tuple[str, str]
    list: tuple[str, str]
    name: tuple[str, str]
    null: str = "null"
    empty: str | None = None


def json_source(value: object, spelling: JsonSpelling) -> str:
    """The expression of a JSON value; numbers as they are written, members in their order."""
    if isinstance(value, Mapping):
        if not value and spelling.empty is not None:
            return spelling.empty
        before, after = spelling.name
        members = (
            f"{before}{spelling.literal(str(name))}{after}{json_source(member, spelling)}"
            for name, member in value.items()
        )
        return ", ".join(members).join(spelling.object)
    if isinstance(value, list | tuple):
        return ", ".join(json_source(item, spelling) for item in value).join(spelling.list)
    if value is None or isinstance(value, bool):
        return spelling.null if value is None else str(value).lower()
    return str(value) if isinstance(value, int | Decimal) else spelling.literal(str(value))
