"""The accessors of Python's request builders, as users of the official Python SDK write them."""

from __future__ import annotations

from typing import Final

from edmund.naming.accessors import Accessors, numbered
from edmund.targets.python.names import parameter_name, snake_case

__all__ = [
    "BUILDER_MEMBERS",
    "ROOT_MEMBERS",
    "accessor_names",
    "alternate_key_name",
    "edge_name",
    "key_parameters",
    "numbered",
]

# What a builder has of its own: its calls, and what the runtime's base class declares.
BUILDER_MEMBERS: Final = frozenset(
    {"delete", "get", "patch", "path_parameters", "post", "put", "request_adapter", "with_url"}
)

# What the client, the builder of the service root, has beside that.
ROOT_MEMBERS: Final = BUILDER_MEMBERS | {"batch", "close", "poll", "send", "stream"}


def _plain(name: str) -> str:
    return "_".join(snake_case(part) for part in name.split("."))


_ACCESSORS: Final = Accessors(
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

edge_name = _ACCESSORS.edge_name
alternate_key_name = _ACCESSORS.alternate_key_name
key_parameters = _ACCESSORS.key_parameters
accessor_names = _ACCESSORS.of
