"""The accessors of TypeScript's request builders, in both styles of names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from edmund.naming.accessors import Accessors
from edmund.naming.words import in_title_case
from edmund.targets.typescript.names import OBJECT_MEMBERS, camel

__all__ = [
    "BUILDER_MEMBERS",
    "KIOTA",
    "NATURAL",
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


KIOTA: Final = Accessors(
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
"""As users of the official TypeScript SDK write them: `byUserId`, `graphUser`."""


def _natural(name: str) -> str:
    return camel(in_title_case(name))


def _by_key(names: Iterable[str]) -> str:
    return "by" + "".join(map(in_title_case, names))


NATURAL: Final = Accessors(
    word=str,
    segment=_natural,
    invoked=_natural,
    with_parameter=lambda name: f"With{in_title_case(name)}",
    alone=str,
    by_key=_by_key,
    keyed=lambda stem, key: _natural(key),
    other_key=_natural,
    parameter=_natural,
    members=BUILDER_MEMBERS,
    root_members=_ROOT_MEMBERS,
    cast=lambda name: f"as{in_title_case(name)}",
    alternate=_by_key,
    is_short=True,
)
"""Short ones: `byId`, `asEmployee`, `getFriendsTrips`; the longer ones where two would be the same."""
