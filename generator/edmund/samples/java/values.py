"""Values as Java expressions of the generated client's own classes; objects and maps are made by statements."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from edmund.plan.unions import planned_union
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
from edmund.samples.variables import Variables
from edmund.surface.elements import Surface
from edmund.surface.types import UnionType
from edmund.targets.java.imports import Imports
from edmund.targets.java.layout import Layout
from edmund.targets.java.literals import string_literal
from edmund.targets.java.names import parameter_name
from edmund.targets.java.types import Types
from edmund.targets.java.unions import variant_names

__all__ = ["Values"]

_PARSED: Final = {
    "Edm.Decimal": ("java.math", "BigDecimal", "new {cls}({text})"),
    "Edm.Guid": ("java.util", "UUID", "{cls}.fromString({text})"),
    "Edm.DateTimeOffset": ("java.time", "OffsetDateTime", "{cls}.parse({text})"),
    "Edm.Date": ("java.time", "LocalDate", "{cls}.parse({text})"),
    "Edm.TimeOfDay": ("java.time", "LocalTime", "{cls}.parse({text})"),
    "Edm.Duration": ("java.time", "Duration", "{cls}.parse({text})"),
    "Edm.Binary": ("java.util", "Base64", "{cls}.getDecoder().decode({text})"),
}
_SUFFIXES: Final = {"Edm.Int64": "L", "Edm.Double": "d", "Edm.Single": "f"}
_CLASSES: Final = {"Edm.Double": "Double", "Edm.Single": "Float"}
_NO_NUMBERS: Final = {"INF": "POSITIVE_INFINITY", "-INF": "NEGATIVE_INFINITY", "NaN": "NaN"}
_INT_BITS: Final = 31
_LONG_BITS: Final = 63


class Values:
    """Writes values; `lines` are the statements before the expressions, `taken` are names of variables."""

    def __init__(self, surface: Surface, layout: Layout, imports: Imports, *taken: str) -> None:
        self.lines: list[str] = []
        self._types = Types(surface, layout, imports)
        self._imports = imports
        self._layout = layout
        self._variables = Variables(*taken)

    def value(self, value: Value, hint: str) -> str:
        """Any value; `hint` is what it is called where it needs a variable."""
        match value:
            case Structure():
                return self._structure(value, hint)
            case Items():
                return self._list([self.value(item, hint) for item in value.values])
            case Entries():
                return self._entries(value, hint)
            case Variant():
                return self._variant(value, hint)
            case Enumeration():
                return self._enumeration(value)
            case Scalar():
                return self._scalar(value)
            case File():
                return self._file(value)
            case AnyJson():
                return self.json(value.value, hint)
            case Null():
                return "null"

    def bytes(self, text: str) -> str:
        """A stream of the bytes of a text."""
        stream = self._imports.use("java.io", "ByteArrayInputStream")
        return f"new {stream}({self._encoded(text)})"

    def _encoded(self, text: str) -> str:
        charsets = self._imports.use("java.nio.charset", "StandardCharsets")
        return f"{string_literal(text)}.getBytes({charsets}.UTF_8)"

    def _structure(self, value: Structure, hint: str) -> str:
        variable = self._variables.free(parameter_name(hint))
        cls = self._types.name(value.type)
        properties = self._layout.properties[value.type]
        made = [f"{cls} {variable} = new {cls}();"]
        for member in value.members:
            given = self.value(member.value, member.wire)
            suffix = properties.get(member.wire)
            if suffix is not None:
                made.append(f"{variable}.set{suffix}({given});")
            else:
                put = f"put({string_literal(member.wire)}, {given})"
                made.append(f"{variable}.getAdditionalData().{put};")
        self.lines += made
        return variable

    def _list(self, items: list[str]) -> str:
        if items == ["null"]:
            return f"{self._imports.use('java.util', 'Collections')}.singletonList(null)"
        return f"{self._imports.use('java.util', 'Arrays')}.asList({', '.join(items)})"

    def _entries(self, value: Entries, hint: str) -> str:
        item = self._types.value(value.item).name
        entries = {name: self.value(each, name) for name, each in value.entries}
        return self._map(item, entries, hint)

    def _map(self, item: str, entries: Mapping[str, str], hint: str) -> str:
        variable = self._variables.free(parameter_name(hint))
        mapping = self._imports.use("java.util", "Map")
        made = self._imports.use("java.util", "LinkedHashMap")
        self.lines.append(f"{mapping}<String, {item}> {variable} = new {made}<>();")
        for name, given in entries.items():
            self.lines.append(f"{variable}.put({string_literal(name)}, {given});")
        return variable

    def _variant(self, value: Variant, hint: str) -> str:
        union = self._types.surface.types.by_name[value.union]
        assert isinstance(union, UnionType)
        planned = planned_union(union, self._types.surface.types)
        name = variant_names(planned)[value.index]
        return f"{self._types.name(value.union)}.of{name}({self.value(value.value, hint)})"

    def _enumeration(self, value: Enumeration) -> str:
        cls = self._types.name(value.type)
        member = self._layout.members[value.type].get(value.names[0])
        return f"{cls}.{member}" if member else f"{cls}.forValue({string_literal(value.text)})"

    def _file(self, value: File) -> str:
        made = f"{self._imports.runtime('FileContent')}.of({self._encoded(value.text)})"
        if value.name is not None:
            made += f".named({string_literal(value.name)})"
        if value.media_type is not None:
            made += f".typed({string_literal(value.media_type)})"
        return made

    def _scalar(self, value: Scalar) -> str:
        plain, text = value.value, str(value.value)
        if isinstance(plain, bool):
            return text.lower()
        if value.type in _PARSED:
            package, name, written = _PARSED[value.type]
            cls = self._imports.use(package, name)
            return written.format(cls=cls, text=string_literal(text))
        if isinstance(plain, int | Decimal):
            return f"{plain}{_SUFFIXES.get(value.type, '')}"
        kind = _CLASSES.get(value.type)
        if kind is not None and text in _NO_NUMBERS:
            return f"{kind}.{_NO_NUMBERS[text]}"
        return string_literal(text)

    def json(self, value: object, hint: str) -> str:
        """JSON of any form."""
        if isinstance(value, Mapping):
            entries = {str(name): self.json(each, str(name)) for name, each in value.items()}
            return self._map("Object", entries, hint)
        if isinstance(value, list | tuple):
            return self._list([self.json(each, hint) for each in value])
        if value is None or isinstance(value, bool):
            return "null" if value is None else str(value).lower()
        if isinstance(value, int) and value.bit_length() <= _LONG_BITS:
            return f"{value}{'L' if value.bit_length() > _INT_BITS else ''}"
        if isinstance(value, int | float | Decimal):
            return (
                f"new {self._imports.use('java.math', 'BigDecimal')}({string_literal(str(value))})"
            )
        return string_literal(str(value))
