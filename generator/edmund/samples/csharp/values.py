"""Values of any type of a description as C# expressions, and the namespaces that they need."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Final

from edmund.samples.csharp.scalars import NAMESPACES, scalar_source
from edmund.samples.json_source import JsonSpelling, json_source
from edmund.samples.tree import (
    AnyJson,
    Entries,
    Enumeration,
    File,
    Items,
    Null,
    Scalar,
    Structure,
    Value,
    Variant,
)
from edmund.surface.types import EnumType, Named, Nullable, Type, UnionType
from edmund.targets.csharp.held_types import HeldTypes
from edmund.targets.csharp.layout import Layout
from edmund.targets.csharp.literals import string_literal
from edmund.targets.csharp.unions import factory_names
from edmund.targets.csharp.usings import FileNames

__all__ = ["Values"]

_INDENT: Final = "    "


class Values:
    """Writes the values of one program; `used` are the namespaces of the library that they need."""

    def __init__(self, held: HeldTypes) -> None:
        self._held = held
        self.used: set[str] = set()

    @property
    def names(self) -> FileNames:
        """The names of types, which know their own namespaces."""
        return self._held.members.names

    def value(self, value: Value, type_: Type | None = None, depth: int = 0) -> str:
        """The expression of a value of `type_`, in a statement that is `depth` levels deep."""
        match value:
            case Null():
                return "null"
            case Scalar():
                if isinstance(value.value, str):
                    self.used.update(NAMESPACES.get(value.type, ()))
                return scalar_source(value)
            case Enumeration():
                return self._member(value.type, value.names[0])
            case Items():
                items = [self._item(each, value.item, depth + 1) for each in value.values]
                self.used.add("System.Collections.Generic")
                return _held(f"new List<{self._held.of(value.item).argument}>", items, depth)
            case Entries():
                return self._map(value, depth)
            case Structure():
                return self._object(value, depth)
            case Variant():
                return self._variant(value, depth)
            case File():
                return self._file(value)
            case AnyJson():
                return self._json(value, type_)

    def _item(self, value: Value, type_: Type, depth: int) -> str:
        """One of many, whose types do not say that they may be null."""
        return "null!" if isinstance(value, Null) else self.value(value, type_, depth)

    def _map(self, value: Entries, depth: int) -> str:
        self.used.add("System.Collections.Generic")
        made = f"new Dictionary<string, {self._held.of(value.item).argument}>"
        entries = [
            f"[{string_literal(name)}] = {self._item(each, value.item, depth + 1)}"
            for name, each in value.entries
        ]
        return _held(made, entries, depth)

    def _object(self, value: Structure, depth: int) -> str:
        made = f"new {self._held.members.class_of(value.type)}"
        attributes = self._layout.attributes[value.type]
        lines: list[str] = []
        for member in value.known:
            written = self.value(member.value, member.type, depth + 1)
            lines.append(f"{attributes[member.wire]} = {written},")
        if value.additional:
            self.used.add("System.Collections.Generic")
            lines.append(f"AdditionalData = {_additional(value.additional)},")
        if not lines:
            return f"{made}()"
        return _block(made, lines, depth)

    def _variant(self, value: Variant, depth: int) -> str:
        union = self._held.members.surface.types.by_name[value.union]
        assert isinstance(union, UnionType), "a value is of a union of the description"
        cls = self._held.members.class_of(value.union)
        made = factory_names(union, self._held)[value.index]
        return f"{cls}.{made}({self.value(value.value, None, depth)})"

    def _member(self, enum: str, name: str) -> str:
        cls = self._held.members.class_of(enum)
        member = self._layout.members[enum].get(name)
        return f"new {cls}({string_literal(name)})" if member is None else f"{cls}.{member}"

    def _file(self, value: File) -> str:
        given = [self.bytes_of(value)]
        if value.name is not None:
            given.append(string_literal(value.name))
        if value.media_type is not None:
            name = "" if value.name is not None else "contentType: "
            given.append(f"{name}{string_literal(value.media_type)}")
        return f"new {self.names.known('FilePart')}({', '.join(given)})"

    def bytes_of(self, value: File) -> str:
        """The bytes of a file that is text."""
        self.used.add("System.Text")
        return f"Encoding.UTF8.GetBytes({string_literal(value.text)})"

    def _json(self, value: AnyJson, type_: Type | None) -> str:
        plain = type_.type if isinstance(type_, Nullable) else type_
        if isinstance(plain, Named) and isinstance(value.value, str):
            found = self._held.members.surface.types.by_name.get(plain.name)
            if isinstance(found, EnumType):
                return self._member(plain.name, value.value)
        self.used.add("System.Text.Json.Nodes")
        return f"JsonNode.Parse({string_literal(json.dumps(value.value, default=float))})!"

    @property
    def _layout(self) -> Layout:
        return self._held.members.layout


def _held(made: str, items: Sequence[str], depth: int) -> str:
    """A collection with its items: on one line where each is of one."""
    if any("\n" in item for item in items):
        return _block(made, [f"{item}," for item in items], depth)
    return f"{made} {{ {', '.join(items)} }}" if items else f"{made}()"


def _block(made: str, lines: Sequence[str], depth: int) -> str:
    pad = _INDENT * depth
    inner = "".join(f"{pad}{_INDENT}{line}\n" for line in lines)
    return f"{made}\n{pad}{{\n{inner}{pad}}}"


def _additional(others: Mapping[str, object]) -> str:
    return json_source(
        others,
        JsonSpelling(
            string_literal,
            object=("new Dictionary<string, object> { ", " }"),
            list=("new List<object> { ", " }"),
            name=("[", "] = "),
            null="null!",
            empty="new Dictionary<string, object>()",
        ),
    )
