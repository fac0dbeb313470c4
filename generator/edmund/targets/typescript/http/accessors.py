"""The accessors of builders along the paths of a description, as users of official clients write them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from edmund.naming.given import GivenNames
from edmund.surface.elements import Resource
from edmund.targets.typescript.chain_names import BUILDER_MEMBERS, KIOTA
from edmund.targets.typescript.names import camel

__all__ = ["edge_stem", "http_accessor_names"]

_ODD: Final = re.compile(r"[^\w$]+")


def edge_stem(name: str) -> str:
    """A segment's name in camel case: `search-results` is `searchResults`."""
    first, *others = [part for part in _ODD.split(name) if part] or ["x"]
    return camel(first) + "".join(part[:1].upper() + part[1:] for part in others)


_HTTP: Final = replace(
    KIOTA,
    segment=edge_stem,
    invoked=edge_stem,
    parameter=edge_stem,
    members=BUILDER_MEMBERS,
    root_members=BUILDER_MEMBERS | {"send", "sendAsStream"},
)


def http_accessor_names(
    resource: Resource, methods: tuple[str, ...], given: GivenNames
) -> tuple[str, ...]:
    """The accessors of a resource, none of them called as one of its `methods`."""
    titles = (f"to{name[:1].upper()}{name[1:]}RequestInformation" for name in methods)
    return replace(_HTTP, given=given).of(resource, *methods, *titles)
