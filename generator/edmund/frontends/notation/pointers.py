"""JSON pointers (RFC 6901): from the root of a document to a value in it."""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["follow", "join", "parts", "step"]

_INDEX = re.compile(r"0|[1-9][0-9]{0,8}")


def step(pointer: str, key: str | int) -> str:
    """The pointer to a member or item of what `pointer` points to."""
    if isinstance(key, str) and ("~" in key or "/" in key):
        key = key.replace("~", "~0").replace("/", "~1")
    return f"{pointer}/{key}"


def join(pointer: str, keys: Iterable[str | int]) -> str:
    """The pointer that leads from `pointer` along `keys`."""
    for key in keys:
        pointer = step(pointer, key)
    return pointer


def parts(pointer: str) -> list[str]:
    """The keys on the way to what `pointer` points to, unescaped."""
    return [each.replace("~1", "/").replace("~0", "~") for each in pointer.split("/")[1:]]


def follow(value: object, pointer: str) -> object:
    """What `pointer` points to in `value`. Raises LookupError when there is nothing."""
    for key in parts(pointer):
        if isinstance(value, dict):
            value = value[key]
        elif isinstance(value, list) and _INDEX.fullmatch(key):
            value = value[int(key)]
        else:
            raise KeyError(key)
    return value
