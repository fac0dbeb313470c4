"""The package of what queries name: a struct for each type, and a method for each property that leads on from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from edmund.naming.distinct import distinct
from edmund.render.files import GeneratedFile
from edmund.surface.elements import Surface
from edmund.surface.type_parts import is_list, item_of, name_of, wire_of
from edmund.surface.types import EnumType, PropertyType, StructuredType
from edmund.targets.go.go_types import PRIMITIVES
from edmund.targets.go.layout import Layout
from edmund.targets.go.links import url_type
from edmund.targets.go.literals import comment, string_literal
from edmund.targets.go.structured import imports_of

__all__ = ["PACKAGE", "FieldView", "FieldsFileView", "FieldsView", "lower_fields"]

PACKAGE: Final = "fields"

_TEXTS: Final = {
    "Edm.String": "odata.TextExpr",
    "Edm.Boolean": "odata.Condition",
    "Edm.DateTimeOffset": "odata.TimeExpr",
    "Edm.Date": "odata.DateExpr",
    "Edm.TimeOfDay": "odata.TimeOfDayExpr",
    "Edm.Duration": "odata.DurationExpr",
    "Edm.Guid": "odata.ValueExpr[odata.UUID]",
    "Edm.Binary": "odata.ValueExpr[[]byte]",
}
_NUMBERS: Final = frozenset(
    f"Edm.{name}"
    for name in ("Byte", "SByte", "Int16", "Int32", "Int64", "Single", "Double", "Decimal")
)
_ANY: Final = "odata.ValueExpr[any]"
# What methods of these names have everywhere in Go, or vet complains (golang.org/x/tools, stdmethods).
_STANDARD: Final = frozenset(
    {
        *("Format", "GobDecode", "GobEncode", "MarshalJSON", "MarshalXML", "Peek", "ReadByte"),
        *("ReadFrom", "ReadRune", "Scan", "Seek", "UnmarshalJSON", "UnmarshalXML", "UnreadByte"),
        *("UnreadRune", "WriteByte", "WriteTo"),
    }
)


@dataclass(frozen=True, slots=True)
class FieldView:
    """A property as a method: its name, the type that it gives, and the expression of it."""

    name: str
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class FieldsView:
    """A type: its struct, what that embeds, and its methods; `cast` is the function of a derived type, or empty."""

    name: str
    comment: str
    embedded: str
    has_cast: bool
    cast: str
    schema_name: str
    fields: tuple[FieldView, ...]


@dataclass(frozen=True, slots=True)
class FieldsFileView:
    documented: bool
    comment: str
    imports: tuple[str, ...]
    types: tuple[FieldsView, ...]


def lower_fields(surface: Surface, layout: Layout, module: str) -> list[GeneratedFile]:
    """A file for each letter that names of types start with, which is enough for reviews of all of Graph."""
    lowering = _Lowering(surface, layout)
    files: dict[str, list[FieldsView]] = {}
    for view in sorted(lowering.views(), key=lambda each: each.name):
        first = view.name[0].lower()
        files.setdefault(first if first.isascii() else "others", []).append(view)
    about = comment(f"Package {PACKAGE} has what queries name: the properties of each type.")
    return [
        GeneratedFile(
            f"{PACKAGE}/{name}.go",
            "models/fields.go.jinja",
            FieldsFileView(at == 0, about, _imports(module, views), tuple(views)),
        )
        for at, (name, views) in enumerate(sorted(files.items()))
    ]


def _imports(module: str, views: Iterable[FieldsView]) -> tuple[str, ...]:
    with_models = any("models." in field.type for view in views for field in view.fields)
    return imports_of(module, (), *(["models"] if with_models else []))


class _Lowering:
    def __init__(self, surface: Surface, layout: Layout) -> None:
        self.surface = surface
        self.layout = layout
        self.types = {
            type_.name: type_
            for type_ in surface.types.types
            if isinstance(type_, StructuredType) and not type_.opaque
        }
        self.casts = distinct(
            [name for name, type_ in self.types.items() if type_.base in self.types],
            lambda name: f"As{layout.names[name]}",
            layout.names.values(),
        ).names
        self._methods: dict[str, dict[str, str]] = {}

    def views(self) -> Iterator[FieldsView]:
        for name, type_ in self.types.items():
            go = self.layout.names[name]
            base = type_.base if type_.base in self.types else None
            inherited = self.methods(base) if base is not None else {}
            methods = self.methods(name)
            yield FieldsView(
                go,
                comment(f"{go} has the properties of models.{go}, as queries name them."),
                "odata.Path" if base is None else self.layout.names[base],
                name in self.casts,
                self.casts.get(name, ""),
                string_literal(name),
                tuple(
                    self.field(methods[each.name], each)
                    for each in type_.properties
                    if each.name not in inherited
                ),
            )

    def methods(self, name: str) -> dict[str, str]:
        """The methods of a type by property, inherited ones too: none is called like what the struct embeds."""
        known = self._methods.get(name)
        if known is not None:
            return known
        type_ = self.types[name]
        base = type_.base if type_.base in self.types else None
        inherited = self.methods(base) if base is not None else {}
        embedded = "Path" if base is None else self.layout.names[base]
        own = [each.name for each in type_.properties if each.name not in inherited]
        spelled = self.layout.properties[name]
        taken = {embedded, *_STANDARD, *inherited.values()}
        made = {**inherited, **distinct(own, spelled.__getitem__, taken).names}
        self._methods[name] = made
        return made

    def field(self, method: str, property_: PropertyType) -> FieldView:
        name = name_of(property_.type)
        wire = string_literal(property_.name)
        listed = is_list(property_.type)
        if isinstance(self.surface.types.by_name.get(name), EnumType):
            go = f"models.{self.layout.names[name]}"
            kind = string_literal(url_type(item_of(property_.type), self.surface))
            expression = f"odata.EnumExpr[{go}]"
            made = f"odata.Enum{'Items' if listed else 'Member'}[{go}](f, {wire}, {kind})"
        else:
            expression = self._expression(name, wire_of(property_.type))
            made = f"odata.{'Items' if listed else 'Member'}[{expression}](f, {wire})"
        return FieldView(method, f"odata.ItemsExpr[{expression}]" if listed else expression, made)

    def _expression(self, name: str, wire: str | None) -> str:
        """The Go type of an expression whose values are of a type; `wire` is that in an older version of OData."""
        if name == "Edm.DateTimeOffset" and wire is not None:
            return "odata.LocalTimeExpr"
        if name in self.types:
            return self.layout.names[name]
        if name in ("Edm.ComplexType", "Edm.EntityType"):
            return "odata.Path"
        if name in _NUMBERS:
            return f"odata.NumberExpr[{PRIMITIVES[name][0]}]"
        if name.startswith("Edm.Geography"):
            return "odata.ShapeExpr[odata.Earth]"
        if name.startswith("Edm.Geometry"):
            return "odata.ShapeExpr[odata.Plane]"
        return _TEXTS.get(name, _ANY)
