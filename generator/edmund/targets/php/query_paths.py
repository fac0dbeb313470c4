"""Classes of paths, of which queries are made: one for each structured type, documented property by property.

What a property leads to is found by the runtime; the classes say it to editors and analysers.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass

from edmund.render.files import GeneratedFile
from edmund.surface.elements import Surface
from edmund.surface.type_parts import is_list, name_of
from edmund.surface.types import EnumType, PropertyType, StructuredType
from edmund.targets.php.imports import Imports
from edmund.targets.php.layout import Layout
from edmund.targets.php.literals import (
    LINE_LENGTH,
    array,
    doc_comment,
    entry,
    laid_out,
    string_literal,
)
from edmund.targets.php.model_views import PathView

__all__ = ["query_paths"]

_FOLDER = "src/Generated/Queries"
_SHORTEST = 12
"""How many columns a class needs whose name is cut to fit on a line."""

_NUMBERS = ("Byte", "SByte", "Int16", "Int32", "Int64", "Single", "Double", "Decimal")
_SAME = ("DateTimeOffset", "Date", "TimeOfDay", "Duration", "Guid", "Binary")
_EXPRESSIONS = {
    "Edm.String": "Text",
    "Edm.Boolean": "Condition",
    **{f"Edm.{name}": "Number" for name in _NUMBERS},
    **{f"Edm.{name}": name for name in _SAME},
}
"""Which of the runtime's classes stands for a value (runtime/Query/Property.php)."""


def query_paths(surface: Surface, layout: Layout, root: str) -> Iterator[GeneratedFile]:
    """The classes; `root` is the output's namespace."""
    paths = _Paths(surface, layout, root)
    for type_ in surface.types.types:
        if isinstance(type_, StructuredType) and type_.name in layout.places:
            path = f"{_FOLDER}/{layout.places[type_.name].path.removesuffix('.php')}Path.php"
            yield GeneratedFile(path, "models/path.php.jinja", paths.view(type_))


@dataclass(frozen=True, slots=True)
class _Paths:
    surface: Surface
    layout: Layout
    root: str

    def view(self, type_: StructuredType) -> PathView:
        full = self._full(type_.name)
        namespace, _, cls = full.rpartition("\\")
        imports = Imports(namespace, [cls])
        query = imports.use(f"{self.root}\\Runtime\\Query")
        base = f"{query}\\ObjectPath"
        if type_.base is not None and type_.base in self.layout.places:
            room = LINE_LENGTH - len(f"class {cls} extends ")
            base = imports.use(self._full(type_.base), room)
        stems = self.layout.stems[type_.name]
        inherited = self.layout.stems.get(type_.base, {}) if type_.base is not None else {}
        own = [member for member in type_.properties if member.name not in inherited]
        names = {member.name: _variable(stems[member.name]) for member in own}
        tags = [self._tag(member, names[member.name], query, imports) for member in own]
        others = [
            entry(variable, string_literal(name))
            for name, variable in names.items()
            if name != _found(variable, stems)
        ]
        return PathView(
            namespace,
            imports.statements(),
            doc_comment(f"Paths of {type_.name}.", tags),
            f"class {cls} extends {base}",
            string_literal(type_.name),
            bool(others),
            laid_out(array(others), 4, before=len("protected const NAMES = ")),
        )

    def _full(self, name: str) -> str:
        place = self.layout.places[name]
        namespace = f"{self.root}\\Generated\\Queries"
        return f"{place.full(namespace)}Path"

    def _tag(self, member: PropertyType, variable: str, query: str, imports: Imports) -> str:
        """What editors and analysers know of the property."""
        name = name_of(member.type)
        found = self.surface.types.by_name.get(name)
        if isinstance(found, StructuredType) and name in self.layout.places:
            room = LINE_LENGTH - len(f" * @property-read {query}\\CollectionPath<> ${variable}")
            item = imports.use(self._full(name), room) if room >= _SHORTEST else f"{query}\\Term"
        elif isinstance(found, EnumType):
            item = f"{query}\\Enumeration"
        elif name.startswith(("Edm.Geography", "Edm.Geometry")):
            item = f"{query}\\Spatial"
        else:
            item = f"{query}\\{_EXPRESSIONS.get(name, 'Value')}"
        written = f"{query}\\CollectionPath<{item}>" if is_list(member.type) else item
        tag = f"@property-read {written} ${variable}"
        return tag if 3 + len(tag) <= LINE_LENGTH else f"@property-read {query}\\Term ${variable}"


def _variable(stem: str) -> str:
    return f"{stem[0].lower()}{stem[1:]}"


def _found(variable: str, names: Container[str]) -> str:
    """The property of these that the runtime takes the variable for when nobody says otherwise."""
    return variable if variable in names else f"{variable[0].upper()}{variable[1:]}"
