"""A document in memory: its value and the places in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from edmund.diagnostics import Span
from edmund.frontends.notation.json_text import load_json
from edmund.frontends.notation.places import Places
from edmund.frontends.notation.pointers import join, step
from edmund.frontends.notation.text import decode
from edmund.frontends.notation.yaml_text import load_yaml

__all__ = ["APART", "Node", "Source", "is_json_text", "parse_source"]

APART = "\0"
"""Ends the pointer to the place of a value that is not what stands there, but was made of it."""


@dataclass(frozen=True, eq=False)
class Source:
    """One file. `name` is what messages call it; `value` is never changed.

    `moved` tells, of a value that was put together, where its parts come from: pointers here and in the file.
    """

    name: str
    value: object = field(repr=False)
    places: Places = field(repr=False)
    moved: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def root(self) -> Node:
        return Node(self.value, self, "")

    def span(self, pointer: str) -> Span:
        return self.places.span(self.pointer(pointer).partition(APART)[0])

    def pointer(self, pointer: str) -> str:
        """The pointer into the file."""
        if not self.moved:
            return pointer
        head = pointer
        while head not in self.moved:
            if not head:
                return pointer
            head = head.rpartition("/")[0]
        return self.moved[head] + pointer[len(head) :]


class Node(NamedTuple):
    """A value of a document with its place."""

    value: object
    source: Source
    pointer: str

    @property
    def span(self) -> Span:
        return self.source.span(self.pointer)

    def get(self, key: str) -> Node | None:
        """The member called `key`, or None: also when this is no object."""
        value = self.value
        if isinstance(value, dict) and key in value:
            return Node(value[key], self.source, step(self.pointer, key))
        return None

    def said(self, key: str) -> object:
        """The value of the member called `key`; None when there is none, or this is no object."""
        return self.value.get(key) if isinstance(self.value, dict) else None

    def at(self, *keys: str | int) -> Node:
        """What is below, which must be there."""
        value = self.value
        for key in keys:
            value = value[key]  # type: ignore[index]
        return Node(value, self.source, join(self.pointer, keys))

    def members(self) -> Iterator[tuple[str, Node]]:
        """The members of an object; none of anything else."""
        if isinstance(self.value, dict):
            for key, value in self.value.items():
                yield key, Node(value, self.source, step(self.pointer, key))

    def items(self) -> Iterator[Node]:
        """The items of an array; none of anything else."""
        if isinstance(self.value, list):
            for index, value in enumerate(self.value):
                yield Node(value, self.source, f"{self.pointer}/{index}")


def is_json_text(text: str) -> bool:
    """Whether a text is to be read as JSON: it begins with a brace or bracket, as JSON's objects do.

    YAML's flow collections begin so too; what is no JSON is then read as YAML.
    """
    return text[:400].lstrip()[:1] in ("{", "[")


def parse_source(data: bytes, name: str) -> Source:
    """Read a JSON or YAML file. Raises EdmundError (EDM730 to EDM734), placed in the file.

    The extension of `name` tells which; without one that is known, the first character does.
    """
    text = decode(data, name)
    ending = name.rpartition(".")[2].lower()
    as_json = ending == "json" or (ending not in ("yaml", "yml") and is_json_text(text))
    places = Places(text, name, is_json=as_json)
    value = load_json(text, name, places) if as_json else load_yaml(text, name)
    return Source(name, value, places)
