"""The accessors of Java's request builders, in both styles of names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from edmund.naming.accessors import Accessors, numbered
from edmund.naming.words import in_title_case
from edmund.targets.java.names import (
    accessor_name,
    camel,
    natural_accessor,
    natural_parameter,
    parameter_name,
    pascal,
)

__all__ = [
    "BUILDER_MEMBERS",
    "KIOTA",
    "NATURAL",
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


KIOTA: Final = Accessors(
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
"""As users of the official Java SDK write them: `byUserId`, `graphUser`."""


def _by_key(names: Iterable[str]) -> str:
    return "by" + "".join(pascal(in_title_case(name)) for name in names)


NATURAL: Final = Accessors(
    word=str,
    segment=natural_accessor,
    invoked=natural_accessor,
    with_parameter=lambda name: f"With{pascal(in_title_case(name))}",
    alone=str,
    by_key=_by_key,
    keyed=lambda stem, key: natural_parameter(key),
    other_key=natural_parameter,
    parameter=natural_parameter,
    members=BUILDER_MEMBERS,
    root_members=ROOT_MEMBERS,
    cast=lambda name: f"as{pascal(in_title_case(name))}",
    alternate=_by_key,
    is_short=True,
)
"""Short ones: `byId`, `asEmployee`, `getFriendsTrips`; the longer ones where two would be the same."""
