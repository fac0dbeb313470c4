"""The accessors of Go's request builders, as users of the official Go SDK write them."""

from __future__ import annotations

from typing import Final

from edmund.naming.accessors import Accessors, numbered
from edmund.targets.go.names import exported, parameter_name

__all__ = [
    "BUILDER_MEMBERS",
    "accessor_names",
    "alternate_key_name",
    "edge_name",
    "key_parameters",
    "numbered",
]

# What a builder has of its own: its calls, and what the runtime's type that it embeds has.
BUILDER_MEMBERS: Final = frozenset(
    {
        "Delete",
        "Get",
        "GoString",
        "Iterate",
        "Patch",
        "Post",
        "Put",
        "RequestBuilder",
        "String",
        "ToDeleteRequestInformation",
        "ToGetRequestInformation",
        "ToPatchRequestInformation",
        "ToPostRequestInformation",
        "ToPutRequestInformation",
        "WithUrl",
    }
)

# What the client, which embeds the builder of the service root, has beside that.
_ROOT_MEMBERS: Final = BUILDER_MEMBERS | {"Batch", "Poll", "RootRequestBuilder", "Send"}


def _plain(name: str) -> str:
    return "".join(exported(part) for part in name.split("."))


_ACCESSORS: Final = Accessors(
    word=exported,
    segment=_plain,
    invoked=_plain,
    with_parameter=lambda name: f"With{exported(name)}",
    alone=str,
    by_key=lambda parameters: "By" + "".join(map(exported, parameters)),
    keyed=lambda stem, key: parameter_name(f"{stem}{exported(key)}"),
    other_key=parameter_name,
    parameter=parameter_name,
    members=BUILDER_MEMBERS,
    root_members=_ROOT_MEMBERS,
)

edge_name = _ACCESSORS.edge_name
alternate_key_name = _ACCESSORS.alternate_key_name
key_parameters = _ACCESSORS.key_parameters
accessor_names = _ACCESSORS.of
