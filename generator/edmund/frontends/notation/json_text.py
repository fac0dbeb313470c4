"""From JSON text to values: exact numbers, no member twice, no half of a surrogate pair (RFC 8259)."""

from __future__ import annotations

import json
import re
from decimal import Decimal, InvalidOperation

from edmund.diagnostics import EdmundError, Span
from edmund.frontends.notation.failures import NotationCode, failure
from edmund.frontends.notation.places import Places

__all__ = ["MAX_DEPTH", "MAX_DIGITS", "load_json"]

MAX_DEPTH = 200
"""Nesting of objects and arrays."""

MAX_DIGITS = 1000
"""Digits of a number. Python itself takes quadratic time for integers that are much longer."""

_ESCAPED_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_SURROGATE = re.compile("[\ud800-\udfff]")


class _RepeatedKey(Exception):
    """An object has the member `args[0]` twice."""


def load_json(text: str, name: str, places: Places) -> object:
    """The value of `text`: dicts, lists, str, int, Decimal, bool and None.

    Raises EdmundError with one diagnostic, at its place.
    """
    try:
        value = json.loads(
            text,
            parse_float=_fraction,
            parse_int=_integer,
            parse_constant=_no_constant,
            object_pairs_hook=_object,
        )
    except json.JSONDecodeError as error:
        message = error.msg[:1].lower() + error.msg[1:].removesuffix(" at")
        place = Span(name, error.lineno, error.colno)
        raise failure(NotationCode.SYNTAX, f"not well-formed JSON: {message}", place) from None
    except RecursionError:
        raise _too_deep(name) from None
    except _RepeatedKey as error:
        raise _repeated(str(error.args[0]), text, name) from None
    except _Refused as error:
        raise failure(error.code, error.message, _place_of(text, error.token, name)) from None
    check_depth(value, name)
    if _ESCAPED_SURROGATE.search(text):
        _check_surrogates(value, "", places)
    return value


class _Refused(Exception):
    def __init__(self, code: NotationCode, message: str, token: str) -> None:
        self.code, self.message, self.token = code, message, token


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    made = dict(pairs)
    if len(made) < len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise _RepeatedKey(key)
            seen.add(key)
    return made


def _integer(text: str) -> int:
    if len(text) > MAX_DIGITS:
        raise _Refused(
            NotationCode.LIMIT, f"a number has more than {MAX_DIGITS} digits", text[:MAX_DIGITS]
        )
    return int(text)


def _fraction(text: str) -> Decimal:
    if len(text) > MAX_DIGITS:
        raise _Refused(
            NotationCode.LIMIT, f"a number has more than {MAX_DIGITS} digits", text[:MAX_DIGITS]
        )
    try:
        return Decimal(text)
    except InvalidOperation:
        message = "a number has an exponent that is too long"
        raise _Refused(NotationCode.LIMIT, message, text) from None


def _no_constant(text: str) -> object:
    raise _Refused(NotationCode.SYNTAX, f"not well-formed JSON: {text} is no value", text)


def _place_of(text: str, token: str, name: str) -> Span:
    """Where a token is that occurs once, outside of strings, as good as surely."""
    found = re.search(rf"(?<![\w\"]){re.escape(token)}", text)
    if found is None:
        return Span(name)
    before = text[: found.start()]
    return Span(name, before.count("\n") + 1, len(before) - before.rfind("\n"))


def _repeated(key: str, text: str, name: str) -> EdmundError:
    """The error for a member that is there twice: the decoder does not say where, libyaml does."""
    from edmund.frontends.notation.yaml_text import repeated_key

    return repeated_key(text, name) or failure(
        NotationCode.REPEATED_KEY, f"the member '{key}' is there twice", Span(name)
    )


def check_depth(value: object, name: str) -> None:
    """Raises EdmundError (EDM732) when objects and arrays are nested more than `MAX_DEPTH` deep."""
    level = [value]
    for _ in range(MAX_DEPTH + 1):
        level = [
            each
            for one in level
            if isinstance(one, dict | list)
            for each in (one.values() if isinstance(one, dict) else one)
            if isinstance(each, dict | list)
        ]
        if not level:
            return
    raise _too_deep(name)


def _too_deep(name: str) -> EdmundError:
    message = f"objects and arrays are nested more than {MAX_DEPTH} deep"
    return failure(NotationCode.LIMIT, message, Span(name, 1, 1))


def _check_surrogates(value: object, pointer: str, places: Places) -> None:
    """Raises EdmundError (EDM730) for a text that no file can hold."""
    from edmund.frontends.notation.pointers import step

    waiting: list[tuple[str, object]] = [(pointer, value)]
    while waiting:
        at, one = waiting.pop()
        if isinstance(one, dict):
            for key, member in one.items():
                if _SURROGATE.search(key):
                    raise _half(places.span(at))
                if isinstance(member, str | dict | list):
                    waiting.append((step(at, key), member))
        elif isinstance(one, list):
            waiting.extend((step(at, index), item) for index, item in enumerate(one))
        elif isinstance(one, str) and _SURROGATE.search(one):
            raise _half(places.span(at))


def _half(span: Span) -> EdmundError:
    return failure(NotationCode.TEXT, "a text has half of a surrogate pair", span)
