"""The methods of PHP's request builders, in both styles of names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from edmund.naming.accessors import Accessors
from edmund.naming.words import in_title_case
from edmund.surface.elements import Edge
from edmund.targets.php.names import camel_case, name_key, pascal_case, variable_name

__all__ = [
    "BUILDER_MEMBERS",
    "KIOTA",
    "NATURAL",
    "ROOT_MEMBERS",
]

# What a builder has of its own: its calls, and what the runtime's base class declares.
BUILDER_MEMBERS: Final = frozenset(
    {"delete", "get", "iterate", "patch", "post", "put", "withUrl"}
    | {f"to{m}RequestInformation" for m in ("Delete", "Get", "Patch", "Post", "Put")}
)

# What the client, the builder of the service root, has beside that.
ROOT_MEMBERS: Final = BUILDER_MEMBERS | {"batch", "download", "getRequestAdapter", "poll", "send"}

_LONGEST: Final = 88
"""A declaration without parameters cannot be broken into lines: it has to fit on one with its type."""

_LONGEST_BROKEN: Final = 99
"""With parameters only the name and the opening parenthesis have to."""


def _plain(name: str) -> str:
    return camel_case("".join(pascal_case(part) for part in name.split(".")))


def _fitting(name: str, edge: Edge) -> str:
    """The name, cut to what a line of PSR-12 holds."""
    return name[: _LONGEST_BROKEN if edge.keys or edge.parameters else _LONGEST]


KIOTA: Final = Accessors(
    word=str,
    segment=_plain,
    invoked=_plain,
    with_parameter=lambda name: f"With{pascal_case(name)}",
    alone=camel_case,
    by_key=lambda parameters: "by" + "".join(map(pascal_case, parameters)),
    keyed=lambda stem, key: f"{variable_name(stem)}{pascal_case(key)}",
    other_key=lambda key: variable_name(pascal_case(key)),
    parameter=variable_name,
    members=BUILDER_MEMBERS,
    root_members=ROOT_MEMBERS,
    fold=lambda name: name_key(name.replace("_", "")),
    fit=_fitting,
    finish=lambda name: name.replace("_", ""),
)
"""As users of the official PHP SDK write them: `byUserId`, `graphUser`."""


def _natural(name: str) -> str:
    return camel_case(in_title_case(name))


def _variable(name: str) -> str:
    return variable_name(in_title_case(name))


def _by_key(names: Iterable[str]) -> str:
    return "by" + "".join(pascal_case(in_title_case(name)) for name in names)


NATURAL: Final = Accessors(
    word=str,
    segment=_natural,
    invoked=_natural,
    with_parameter=lambda name: f"With{pascal_case(in_title_case(name))}",
    alone=str,
    by_key=_by_key,
    keyed=lambda stem, key: _variable(key),
    other_key=_variable,
    parameter=_variable,
    members=BUILDER_MEMBERS,
    root_members=ROOT_MEMBERS,
    fold=KIOTA.fold,
    fit=_fitting,
    finish=KIOTA.finish,
    cast=lambda name: f"as{pascal_case(in_title_case(name))}",
    alternate=_by_key,
    is_short=True,
)
"""Short ones: `byId`, `asEmployee`, `getFriendsTrips`; the longer ones where two would be the same."""
