"""The accessors of TypeScript's request builders, as users of the official TypeScript SDK write them."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from edmund.naming.accessors import Accessors, numbered
from edmund.naming.given import GivenNames
from edmund.targets.typescript.names import OBJECT_MEMBERS, camel

__all__ = [
    "ACCESSORS",
    "BUILDER_MEMBERS",
    "accessors_of",
    "key_parameters",
    "numbered",
    "pascal",
]

_CALLS: Final = frozenset({"get", "post", "patch", "put", "delete"})
BUILDER_MEMBERS: Final = (
    OBJECT_MEMBERS
    | _CALLS
    | {f"to{call.capitalize()}RequestInformation" for call in _CALLS}
    | {"iterate", "then", "toJSON", "withUrl"}
)
"""What a builder has of its own; `then` would make it a promise to `await`."""
_ROOT_MEMBERS: Final = BUILDER_MEMBERS | {"batch", "poll", "remaining", "send", "sendAsStream"}


def pascal(name: str) -> str:
    """`name` with a capital first."""
    return name[:1].upper() + name[1:]


def _plain(name: str) -> str:
    first, *others = name.split(".")
    return camel(first) + "".join(map(pascal, others))


ACCESSORS: Final = Accessors(
    word=str,
    segment=_plain,
    invoked=_plain,
    with_parameter=lambda name: f"With{pascal(name)}",
    alone=camel,
    by_key=lambda parameters: "by" + "And".join(map(pascal, parameters)),
    keyed=lambda stem, key: camel(stem) + pascal(key),
    other_key=camel,
    parameter=camel,
    members=BUILDER_MEMBERS,
    root_members=_ROOT_MEMBERS,
)

key_parameters = ACCESSORS.key_parameters


def accessors_of(given: GivenNames) -> Accessors:
    """The accessors, where some names are given."""
    return replace(ACCESSORS, given=given)
