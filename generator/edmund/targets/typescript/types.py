"""What a schema type is in TypeScript."""

from __future__ import annotations

from dataclasses import dataclass

from edmund.surface.elements import Surface
from edmund.surface.type_parts import is_list, name_of
from edmund.surface.types import EnumType, StructuredType, Type
from edmund.targets.typescript.imports import Imports
from edmund.targets.typescript.layout import Layout

__all__ = [
    "MODELS",
    "RUNTIME",
    "TypeTexts",
]

MODELS = "models"
RUNTIME = "runtime"

# Primitive types: the module of the runtime, if any, and the type's name.
_PRIMITIVES: dict[str, tuple[str, str]] = {
    "Edm.String": ("", "string"),
    "Edm.Guid": ("", "string"),
    "Edm.Boolean": ("", "boolean"),
    "Edm.Byte": ("", "number"),
    "Edm.SByte": ("", "number"),
    "Edm.Int16": ("", "number"),
    "Edm.Int32": ("", "number"),
    "Edm.Int64": ("codec", "Int64"),
    "Edm.Single": ("", "number"),
    "Edm.Double": ("", "number"),
    "Edm.Decimal": ("codec", "Decimal"),
    "Edm.DateTimeOffset": ("", "Date"),
    "Edm.Date": ("dates", "DateOnly"),
    "Edm.TimeOfDay": ("dates", "TimeOnly"),
    "Edm.Duration": ("durations", "Duration"),
    "Edm.Binary": ("", "Uint8Array"),
}

# What a key or parameter in a URL may be given as.
_IN_URLS = {
    "Edm.DateTimeOffset": "Date | string",
    "Edm.Date": "DateOnly | string",
    "Edm.TimeOfDay": "TimeOnly | string",
    "Edm.Duration": "Duration | string",
    "Edm.Binary": "Uint8Array | string",
}


@dataclass(frozen=True, slots=True)
class TypeTexts:
    """Types as one module names them, which imports what it needs."""

    surface: Surface
    layout: Layout
    imports: Imports

    def runtime(self, module: str, name: str) -> str:
        return self.imports.use(f"{RUNTIME}/{module}", name)

    def name(self, type_name: str) -> str:
        """The type of one value of the schema type called `type_name`."""
        found = self.surface.types.by_name.get(type_name)
        if isinstance(found, StructuredType) and found.opaque:
            return "unknown"
        place = self.layout.places.get(type_name)
        if place is not None:
            return self.imports.use(f"{MODELS}/{place.module}", place.name)
        if type_name.startswith(("Edm.Geography", "Edm.Geometry")):
            return self.runtime("codec", "GeoJson")
        module, name = _PRIMITIVES.get(type_name, ("", "unknown"))
        return self.runtime(module, name) if module else name

    def page(self, type_name: str) -> str:
        """The page of a collection of the type."""
        place = self.layout.places[type_name]
        return self.imports.use(f"{MODELS}/{place.module}", self.layout.pages[type_name])

    def value(self, type_: Type) -> tuple[str, bool]:
        """The type of a property's values, and whether it is the name of another type."""
        name = self.name(name_of(type_))
        found = self.surface.types.by_name.get(name_of(type_))
        arrays = is_list(type_) + (isinstance(found, EnumType) and found.flags)
        is_named = not arrays and name not in ("string", "number", "boolean", "unknown")
        return name + "[]" * arrays, is_named

    def in_url(self, type_: Type) -> str:
        """The type of a key or parameter."""
        if is_list(type_):
            return f"readonly {self.name(name_of(type_))}[]"
        name = name_of(type_)
        wider = _IN_URLS.get(name)
        if wider is None:
            return self.name(name_of(type_))
        own, _, other = wider.partition(" | ")
        module = _PRIMITIVES[name][0]
        return f"{self.runtime(module, own) if module else own} | {other}"
