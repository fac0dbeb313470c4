"""Reading answers: each of these is a function from a `Reply` to what an operation gives."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from .errors import UnexpectedAnswer

if TYPE_CHECKING:
    from .request import Reply

__all__ = ["Entity", "Page", "Value", "Wrapped", "content", "nothing", "number", "reference"]


def nothing(reply: Reply) -> None:
    """For calls that answer nothing; what a service sends all the same is not looked at."""


def content(reply: Reply) -> bytes | None:
    """The bytes of a stream; None when the service says that there is none (204).

    Where they are kept is the caller's choice: no name that the service sends is a path.
    """
    return None if reply.status == 204 else reply.body


content.accept = "*/*"  # type: ignore[attr-defined]


def number(reply: Reply) -> int:
    """A `$count`: digits as text."""
    text = reply.body[:64].decode("utf-8-sig", "replace").strip()
    if not re.fullmatch(r"\d{1,19}", text, re.ASCII):
        raise UnexpectedAnswer("the service answered a count with something else")
    return int(text)


number.accept = "text/plain"  # type: ignore[attr-defined]


def reference(reply: Reply) -> str | None:
    """The `@odata.id` that a `$ref` answers; None for no content."""
    if reply.status == 204 or not reply.body:
        return None
    from .codec import json_of

    data = json_of(reply.body)
    found = data.get("@odata.id", data.get("value")) if isinstance(data, dict) else data
    if not isinstance(found, str):
        raise UnexpectedAnswer("the service answered a reference with something else")
    return found


class Entity:
    """An object of the type called `name` in the schema, or of one derived from it; None for no content."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def __call__(self, reply: Reply) -> Any:
        if reply.status == 204 or not reply.body:
            return None
        from .codec import object_of

        return object_of(reply.body, self.name)


class Page:
    """An object of the class at `place` (`module:Class` among the models): a page of a collection."""

    __slots__ = ("place",)

    def __init__(self, place: str) -> None:
        self.place = place

    def __call__(self, reply: Reply) -> Any:
        if reply.status == 204 or not reply.body:
            return None
        from .codec import instance_of, model_at

        return instance_of(reply.body, model_at(self.place))


class Wrapped:
    """An object of `cls`, which only one operation answers."""

    __slots__ = ("cls",)

    def __init__(self, cls: type[Any]) -> None:
        self.cls = cls

    def __call__(self, reply: Reply) -> Any:
        if reply.status == 204 or not reply.body:
            return None
        from .codec import instance_of

        return instance_of(reply.body, self.cls)


class Value:
    """The `value` of an answer that is no object: a primitive, an enumeration member, of type `name`."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def __call__(self, reply: Reply) -> Any:
        if reply.status == 204 or not reply.body:
            return None
        from .codec import value_of

        return value_of(reply.body, self.name)
