"""The accessors of Go's request builders, in both styles of names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

from edmund.naming.accessors import Accessors, numbered
from edmund.targets.go.names import exported, parameter_name

__all__ = [
    "BUILDER_MEMBERS",
    "KIOTA",
    "natural",
    "numbered",
]

# What a builder has of its own: its calls, and what the runtime's type that it embeds has.
BUILDER_MEMBERS: Final = frozenset(
    {
        "Delete",
        "Get",
        "GetStream",
        "GoString",
        "Iterate",
        "Patch",
        "Post",
        "PostStream",
        "Put",
        "PutStream",
        "RequestBuilder",
        "String",
        "ToDeleteRequestInformation",
        "ToGetRequestInformation",
        "ToPatchRequestInformation",
        "ToPostRequestInformation",
        "ToPutRequestInformation",
        "ToPutStreamRequestInformation",
        "WithUrl",
    }
)

# What the client, which embeds the builder of the service root, has beside that.
_ROOT_MEMBERS: Final = BUILDER_MEMBERS | {"Batch", "Poll", "RootRequestBuilder", "Send"}


def _plain(name: str) -> str:
    return "".join(exported(part) for part in re.split(r"[.-]+", name) if part) or exported(name)


KIOTA: Final = Accessors(
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
"""As users of the official Go SDK write them: `ByUserId`, `GraphUser`."""


def natural(spell: Callable[[str], str], parameter: Callable[[str], str]) -> Accessors:
    """Short accessors, of names with a capital as `spell` writes them and parameters as `parameter` does."""

    def by_key(names: Iterable[str]) -> str:
        return "By" + "".join(map(spell, names))

    return Accessors(
        word=exported,
        segment=spell,
        invoked=spell,
        with_parameter=lambda name: f"With{spell(name)}",
        alone=str,
        by_key=by_key,
        keyed=lambda stem, key: parameter(key),
        other_key=parameter,
        parameter=parameter,
        members=BUILDER_MEMBERS,
        root_members=_ROOT_MEMBERS,
        cast=lambda name: f"As{spell(name)}",
        alternate=by_key,
        is_short=True,
    )
