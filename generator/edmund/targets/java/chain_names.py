"""The accessors of Java's request builders, as users of the official Java SDK write them."""

from __future__ import annotations

from typing import Final

from edmund.naming.accessors import Accessors, numbered
from edmund.targets.java.names import accessor_name, camel, parameter_name, pascal

__all__ = [
    "BUILDER_MEMBERS",
    "accessor_names",
    "alternate_key_name",
    "edge_name",
    "key_parameters",
    "numbered",
]

# What a builder has of its own: its calls, and what the runtime's base class declares.
BUILDER_MEMBERS: Final = frozenset(
    {
        *(
            f"{verb}{suffix}"
            for verb in ("delete", "get", "patch", "post", "put")
            for suffix in ("", "Async")
        ),
        *(f"to{verb}RequestInformation" for verb in ("Delete", "Get", "Patch", "Post", "Put")),
        "iterate",
        "withUrl",
    }
)

# What the client, the builder of the service root, has beside that.
ROOT_MEMBERS: Final = BUILDER_MEMBERS | {"batch", "batchAsync", "batchInOrder"}


_ACCESSORS: Final = Accessors(
    word=str,
    segment=accessor_name,
    invoked=accessor_name,
    with_parameter=lambda name: f"With{pascal(name)}",
    alone=camel,
    by_key=lambda parameters: "by" + "".join(map(pascal, parameters)),
    keyed=lambda stem, key: f"{camel(stem)}{pascal(key)}",
    other_key=parameter_name,
    parameter=parameter_name,
    members=BUILDER_MEMBERS,
    root_members=ROOT_MEMBERS,
)

edge_name = _ACCESSORS.edge_name
alternate_key_name = _ACCESSORS.alternate_key_name
key_parameters = _ACCESSORS.key_parameters
accessor_names = _ACCESSORS.of
