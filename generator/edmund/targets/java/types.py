"""Java types of schema types, and the runtime's codecs for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from edmund.plan.literals import LITERALS_BY_VALUE, older_literal, url_literal
from edmund.plan.service import is_older, speaks_odata
from edmund.surface.elements import Surface
from edmund.surface.json_kinds import JsonKind, kind_of
from edmund.surface.type_parts import is_list, name_of
from edmund.surface.types import (
    EnumType,
    ListOf,
    Literal,
    MapOf,
    Nullable,
    StructuredType,
    Type,
)
from edmund.targets.java.imports import Imports
from edmund.targets.java.layout import Layout, Place
from edmund.targets.java.source import Call, Expression

__all__ = ["JavaType", "Types", "url_type"]

# Package, class, constant of the runtime's Codec.
_PRIMITIVES = {
    "Edm.String": ("java.lang", "String", "STRING"),
    "Edm.Boolean": ("java.lang", "Boolean", "BOOLEAN"),
    "Edm.Byte": ("java.lang", "Integer", "INTEGER"),
    "Edm.SByte": ("java.lang", "Integer", "INTEGER"),
    "Edm.Int16": ("java.lang", "Integer", "INTEGER"),
    "Edm.Int32": ("java.lang", "Integer", "INTEGER"),
    "Edm.Int64": ("java.lang", "Long", "LONG"),
    "Edm.Single": ("java.lang", "Float", "FLOAT"),
    "Edm.Double": ("java.lang", "Double", "DOUBLE"),
    "Edm.Decimal": ("java.math", "BigDecimal", "DECIMAL"),
    "Edm.DateTimeOffset": ("java.time", "OffsetDateTime", "DATE_TIME"),
    "Edm.Date": ("java.time", "LocalDate", "DATE"),
    "Edm.TimeOfDay": ("java.time", "LocalTime", "TIME_OF_DAY"),
    "Edm.Duration": ("java.time", "Duration", "DURATION"),
    "Edm.Guid": ("java.util", "UUID", "GUID"),
    "Edm.Binary": ("java.lang", "byte[]", "BINARY"),
    "Edm.Stream": ("java.lang", "byte[]", "BINARY"),
}
_ANY = ("java.lang", "Object", "ANY")
_LITERALS = frozenset(_PRIMITIVES) - {"Edm.Stream"} | LITERALS_BY_VALUE
_SPATIAL = ("Edm.Geography", "Edm.Geometry")


@dataclass(frozen=True, slots=True)
class JavaType:
    """The type of one value, and the expression for its codec."""

    name: str
    codec: Expression


_OF_LITERALS: Mapping[type, str] = {
    bool: "Edm.Boolean",
    int: "Edm.Int64",
    float: "Edm.Decimal",
    Decimal: "Edm.Decimal",
    str: "Edm.String",
}


@dataclass(frozen=True, slots=True)
class Types:
    """What the types of a model are called in one file."""

    surface: Surface
    layout: Layout
    imports: Imports

    def one(self, name: str) -> JavaType:
        """The Java type of one value of the schema type called `name`, and its codec."""
        settled, place = self._settled(name)
        cls = self.name(settled)
        if place is not None:
            return JavaType(cls, f"{cls}.TYPE")
        codec = self.imports.runtime("Codec")
        if settled.startswith(_SPATIAL):
            return JavaType(cls, f"{codec}.OBJECT")
        return JavaType(cls, f"{codec}.{_PRIMITIVES.get(settled, _ANY)[2]}")

    def value(self, type_: Type) -> JavaType:
        """The Java type of a value of any type, and its codec: lists, maps and what is in them included."""
        plain = type_.type if isinstance(type_, Nullable) else type_
        if isinstance(plain, ListOf):
            item = self.value(plain.item)
            name = f"{self.imports.use('java.util', 'List')}<{item.name}>"
            return JavaType(name, Call(f"{self.imports.runtime('Codecs')}.list", (item.codec,)))
        if isinstance(plain, MapOf):
            member = self.value(plain.value)
            name = f"{self.imports.use('java.util', 'Map')}<String, {member.name}>"
            return JavaType(name, Call(f"{self.imports.runtime('Codecs')}.map", (member.codec,)))
        if isinstance(plain, Literal):
            one = self.one(_OF_LITERALS.get(type(plain.value), ""))
            if kind_of(plain.value) is not JsonKind.NUMBER:
                return one
            number = f"{self.imports.runtime('JsonKind')}.NUMBER"
            codec = Call(f"{self.imports.runtime('Codecs')}.only", (one.codec, number))
            return JavaType(one.name, codec)
        name = name_of(plain)
        if name == "Edm.Stream" and not speaks_odata(self.surface):
            file = self.imports.runtime("FileContent")
            return JavaType(file, f"{file}.TYPE")
        if name == "Edm.Binary" and not speaks_odata(self.surface):
            return JavaType("byte[]", f"{self.imports.runtime('Codecs')}.BASE64")
        return self.one(name)

    def name(self, name: str) -> str:
        """The Java type of one value of the schema type called `name`."""
        settled, place = self._settled(name)
        if place is not None:
            return self.imports.use(place.package, place.cls)
        if settled.startswith(_SPATIAL):
            return f"{self.imports.use('java.util', 'Map')}<String, Object>"
        package, cls, _ = _PRIMITIVES.get(settled, _ANY)
        return self.imports.use(package, cls)

    def is_flags(self, name: str) -> bool:
        """Whether values name several members of an enumeration."""
        found = self.surface.types.by_name.get(name)
        return isinstance(found, EnumType) and found.flags

    def _settled(self, name: str) -> tuple[str, Place | None]:
        """The name of a type, and where its class is."""
        found = self.surface.types.by_name.get(name)
        if isinstance(found, StructuredType) and found.opaque:
            # A model is an object, and these may be arrays, text or numbers.
            return name, None
        return name, self.layout.places.get(name)

    def of_model(self, name: str) -> str | None:
        """The class of a structured type; None when values are no models."""
        found = self.surface.types.structured(name)
        if found is None or found.opaque:
            return None
        place = self.layout.places[name]
        return self.imports.use(place.package, place.cls)

    def parameter(self, type_: Type) -> str:
        """The type of a key or of a function's parameter."""
        one = self.name(name_of(type_))
        return f"{self.imports.use('java.util', 'List')}<{one}>" if is_list(type_) else one


def url_type(type_: Type, surface: Surface) -> str:
    """By which rule the runtime writes a key or a parameter into a URL."""
    if is_older(surface.version):
        return older_literal(type_)
    return url_literal(type_, surface, _LITERALS)
