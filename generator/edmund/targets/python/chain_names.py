"""The accessors of Python's request builders, in both styles of names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from edmund.naming.accessors import Accessors
from edmund.targets.python.names import parameter_name, snake_case, words

__all__ = ["BUILDER_MEMBERS", "KIOTA", "NATURAL", "ROOT_MEMBERS"]

# What a builder has of its own: its calls, and what the runtime's base class declares.
BUILDER_MEMBERS: Final = frozenset(
    {"delete", "get", "patch", "path_parameters", "post", "put", "request_adapter", "with_url"}
)

# What the client, the builder of the service root, has beside that.
ROOT_MEMBERS: Final = BUILDER_MEMBERS | {"batch", "close", "poll", "send", "stream"}


def _plain(name: str) -> str:
    return "_".join(snake_case(part) for part in name.split("."))


KIOTA: Final = Accessors(
    word=str,
    segment=lambda name: _plain(name) if "." in name else parameter_name(name),
    invoked=_plain,
    with_parameter=lambda name: f"_with_{snake_case(name)}",
    alone=lambda names: names.lstrip("_"),
    by_key=lambda parameters: "by_" + "_".join(parameters),
    keyed=lambda stem, key: f"{snake_case(stem)}_{snake_case(key)}",
    other_key=parameter_name,
    parameter=parameter_name,
    members=BUILDER_MEMBERS,
    root_members=ROOT_MEMBERS,
    path="_path",
)
"""As users of the official Python SDK write them: `by_user_id`, `graph_user`."""


def _natural(name: str) -> str:
    return parameter_name(name, words)


def _by_key(names: Iterable[str]) -> str:
    return "by_" + "_".join(map(words, names))


NATURAL: Final = Accessors(
    word=str,
    segment=_natural,
    invoked=_natural,
    with_parameter=lambda name: f"_with_{words(name)}",
    alone=str,
    by_key=_by_key,
    keyed=lambda stem, key: _natural(key),
    other_key=_natural,
    parameter=_natural,
    members=BUILDER_MEMBERS,
    root_members=ROOT_MEMBERS,
    path="_path",
    cast=lambda name: f"as_{words(name)}",
    alternate=_by_key,
    is_short=True,
)
"""Short ones: `by_id`, `as_employee`, `get_friends_trips`; the longer ones where two would be the same."""
