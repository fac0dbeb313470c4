"""Places in JSON documents: a document's URI and a JSON pointer (RFC 6901) into it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urljoin

from edmund.validation.walk import step

__all__ = ["Location", "join", "pointer_steps", "points_to", "split_fragment"]

_INDEX = re.compile(r"(?:0|[1-9][0-9]{0,9})\Z")
_HAS_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


@dataclass(frozen=True, slots=True)
class Location:
    """A value in a document."""

    document: str
    pointer: str = ""

    def below(self, *steps: str | int) -> Location:
        """What lies below by these names and indices."""
        pointer = self.pointer
        for each in steps:
            pointer = step(pointer, each)
        return Location(self.document, pointer)

    def __str__(self) -> str:
        return f"{self.document}#{self.pointer}"


def pointer_steps(pointer: str) -> Iterator[str]:
    """The names that a pointer consists of."""
    for part in pointer.split("/")[1:]:
        yield part.replace("~1", "/").replace("~0", "~")


def points_to(contents: object, pointer: str) -> tuple[bool, object]:
    """Whether `pointer` leads to something in `contents`, and to what."""
    value = contents
    for name in pointer_steps(pointer):
        if isinstance(value, dict) and name in value:
            value = value[name]
        elif isinstance(value, list) and _INDEX.match(name) and int(name) < len(value):
            value = value[int(name)]
        else:
            return False, None
    return True, value


def join(base: str, reference: str) -> str:
    """The URI that `reference` means where `base` is the base (RFC 3986, section 5)."""
    if _HAS_SCHEME.match(reference):
        return reference
    if reference.startswith("#") or not reference:
        return split_fragment(base)[0] + reference
    try:
        return urljoin(base, reference)
    except ValueError:  # such as a host in one bracket
        return reference


def split_fragment(uri: str) -> tuple[str, str]:
    """A URI without its fragment, and the fragment with its escapes resolved."""
    plain, _, fragment = uri.partition("#")
    return plain, unquote(fragment)
