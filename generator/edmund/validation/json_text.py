"""JSON text as values: numbers exact, members that are named twice remembered."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from edmund.validation.rules import Rule, Violation, violation
from edmund.validation.walk import MAX_DEPTH, step

__all__ = ["JsonObject", "NotJson", "find_duplicates", "parse_json"]


class NotJson(ValueError):
    """The text is no JSON; `line` and `column` count from 1, 0 where there is no place."""

    def __init__(self, message: str, line: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


class JsonObject(dict[str, object]):
    """An object of a JSON text; `repeated` lists the names that it has more than once."""

    repeated: tuple[str, ...] = ()


def parse_json(data: bytes | str) -> object:
    """The value of a JSON text (RFC 8259); bytes are UTF-8, perhaps with a byte order mark.

    Fractions are Decimals. Raises `NotJson`, whose message names places, never content.
    """
    try:
        text = data if isinstance(data, str) else data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotJson(f"the text is not UTF-8 at byte {error.start}") from None
    try:
        return json.loads(
            text,
            parse_float=_parse_fraction,
            parse_int=_parse_int,
            parse_constant=_refuse_constant,
            object_pairs_hook=_make_object,
        )
    except json.JSONDecodeError as error:
        raise NotJson(f"the text is no JSON: {error.msg}", error.lineno, error.colno) from None
    except RecursionError:
        raise NotJson("the JSON is nested too deeply") from None


def find_duplicates(value: object, pointer: str = "", depth: int = 0) -> Iterator[Violation]:
    """A violation for each member that is named twice, however deep the checker looks."""
    if depth > MAX_DEPTH:
        return
    if isinstance(value, dict):
        for name in value.repeated if isinstance(value, JsonObject) else ():
            message = "the object names this member more than once"
            yield violation(step(pointer, name), Rule.DUPLICATE_PROPERTY, message)
        for name, member in value.items():
            yield from find_duplicates(member, step(pointer, name), depth + 1)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from find_duplicates(item, step(pointer, index), depth + 1)


def _make_object(pairs: list[tuple[str, object]]) -> JsonObject:
    made = JsonObject(pairs)
    if len(made) < len(pairs):
        seen: set[str] = set()
        repeated: dict[str, None] = {}
        for name, _ in pairs:
            if name in seen:
                repeated[name] = None
            seen.add(name)
        made.repeated = tuple(repeated)
    return made


def _parse_int(text: str) -> int | Decimal:
    """Numbers with thousands of digits stay decimals: turning them into integers takes too long."""
    return int(text) if len(text) < 4000 else Decimal(text)


def _parse_fraction(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        raise NotJson("the text has a number whose exponent is too long") from None


def _refuse_constant(text: str) -> object:
    raise NotJson(f"the text is no JSON: {text} is no JSON value")
