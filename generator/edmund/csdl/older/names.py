"""Names in a document of an older version: aliases of `Using` and Schema, and types with their successors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from edmund.csdl.findings import Code, Findings
from edmund.csdl.parser import XmlElement

__all__ = ["OldNames", "split_collection"]

_SUCCESSORS: Mapping[str, str] = {
    "DateTime": "DateTimeOffset",
    "Time": "Duration",
    "Float": "Double",
}
"""Types that 4.01 has no more. Time is a duration of less than a day, whose literal is `time'PT8H'`."""

_KEPT = frozenset(
    [
        "Binary",
        "Boolean",
        "Byte",
        "DateTimeOffset",
        "Decimal",
        "Double",
        "Guid",
        "Int16",
        "Int32",
        "Int64",
        "SByte",
        "Single",
        "Stream",
        "String",
        "Geography",
        "GeographyPoint",
        "GeographyLineString",
        "GeographyPolygon",
        "GeographyMultiPoint",
        "GeographyMultiLineString",
        "GeographyMultiPolygon",
        "GeographyCollection",
        "Geometry",
        "GeometryPoint",
        "GeometryLineString",
        "GeometryPolygon",
        "GeometryMultiPoint",
        "GeometryMultiLineString",
        "GeometryMultiPolygon",
        "GeometryCollection",
        "Date",
        "TimeOfDay",
        "Duration",
        "ComplexType",
        "EntityType",
        "PrimitiveType",
        "Untyped",
    ]
)


_TYPES = frozenset({"EntityType", "ComplexType", "EnumType"})


def _built_in(name: str) -> bool:
    return name.startswith("Edm.") or name in _KEPT or name in _SUCCESSORS


def split_collection(text: str) -> tuple[str, bool]:
    """`Collection(T)` as T and True; also `Bag(T)` and `Multivalue(T)`, which previews of version 3 wrote."""
    stripped = text.strip()
    for word in ("Collection(", "Bag(", "MultiValue("):
        if stripped.startswith(word) and stripped.endswith(")"):
            return stripped[len(word) : -1].strip(), True
    return stripped, False


class OldNames:
    """Qualified names without aliases."""

    def __init__(self, schemas: Iterable[XmlElement], findings: Findings) -> None:
        self._findings = findings
        self._aliases: dict[str, str] = {}
        self._simple: dict[str, set[str]] = {}
        for schema in schemas:
            namespace = schema.attributes.get("Namespace", "")
            for child in schema.children:
                if child.name in _TYPES and "Name" in child.attributes:
                    simple = child.attributes["Name"]
                    self._simple.setdefault(simple, set()).add(f"{namespace}.{simple}")
            pairs = [schema, *(child for child in schema.children if child.name == "Using")]
            for element in pairs:
                alias = element.attributes.get("Alias")
                if alias:
                    self._aliases[alias] = element.attributes.get("Namespace", alias)

    def qualified(self, text: str) -> str:
        prefix, dot, simple = text.strip().rpartition(".")
        return f"{self._aliases.get(prefix, prefix)}{dot}{simple}"

    def reference(self, element: XmlElement, text: str) -> str:
        """The qualified name of a type; a name without namespace is taken for the one type that has it."""
        name = self.qualified(text)
        found = () if "." in name else self._simple.get(name, ())
        if len(found) != 1:
            return name
        meant = next(iter(found))
        self._findings.warning(
            Code.OLD_NAME, f"'{name}' has no namespace; '{meant}' is taken", element.span
        )
        return meant

    def successor(self, text: str) -> str:
        """A type as it is called in 4.01, where nothing is to be told of it."""
        item, is_collection = split_collection(text)
        simple = item.removeprefix("Edm.")
        name = f"Edm.{_SUCCESSORS.get(simple, simple)}" if _built_in(item) else self.qualified(item)
        return f"Collection({name})" if is_collection else name

    def type(self, element: XmlElement, text: str) -> tuple[str, str | None]:
        """The type in 4.01 and, where that is another one, the built-in type that it was.

        A built-in type without its namespace is taken (Entity Framework writes `String`); one that no
        version has becomes Edm.Untyped with a warning (EDM179): its values are kept as they come.
        """
        item, is_collection = split_collection(text)
        name = item if _built_in(item) else self.reference(element, item)
        was: str | None = None
        if _built_in(name):
            simple = name.removeprefix("Edm.")
            new = _SUCCESSORS.get(simple, simple)
            if simple in _SUCCESSORS:
                was = f"Edm.{simple}"
            elif simple not in _KEPT:
                self._findings.warning(
                    Code.OLD_TYPE,
                    f"the type '{item[:80]}' is of no version of OData; any value is taken",
                    element.span,
                )
                new = "Untyped"
            name = f"Edm.{new}"
        return (f"Collection({name})" if is_collection else name), was
