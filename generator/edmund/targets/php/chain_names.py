"""The methods of PHP's request builders, as users of the official PHP SDK write them."""

from __future__ import annotations

from typing import Final

from edmund.naming.accessors import Accessors
from edmund.surface.elements import Edge
from edmund.targets.php.names import camel_case, name_key, pascal_case, variable_name

__all__ = [
    "BUILDER_MEMBERS",
    "ROOT_MEMBERS",
    "accessor_names",
    "alternate_key_name",
    "edge_name",
    "key_parameters",
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


_ACCESSORS: Final = Accessors(
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

edge_name = _ACCESSORS.edge_name
alternate_key_name = _ACCESSORS.alternate_key_name
key_parameters = _ACCESSORS.key_parameters
accessor_names = _ACCESSORS.of
