"""The entity types of a document by name: their bases and all their members, before they are rewritten."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from edmund.csdl.older.names import OldNames
from edmund.csdl.parser import XmlElement

__all__ = ["TypeIndex"]


class TypeIndex:
    """Looks up and down the inheritance of entity types; cycles end where they began."""

    def __init__(self, schemas: Sequence[XmlElement], names: OldNames) -> None:
        self._names = names
        self._bases: dict[str, str | None] = {}
        self._keys: dict[str, frozenset[str]] = {}
        self._types: dict[str, XmlElement] = {}
        for schema in schemas:
            namespace = schema.attributes.get("Namespace", "")
            for element in schema.children:
                if element.name == "EntityType":
                    self._types.setdefault(f"{namespace}.{element.attributes.get('Name')}", element)

    def lineage(self, name: str) -> Iterator[str]:
        """The type and its bases, nearest first."""
        seen: set[str] = set()
        at: str | None = name
        while at is not None and at not in seen:
            seen.add(at)
            yield at
            at = self._base(at)

    def _base(self, name: str) -> str | None:
        if name not in self._bases:
            element = self._types.get(name)
            base = None if element is None else element.attributes.get("BaseType")
            self._bases[name] = None if base is None else self._names.qualified(base)
        return self._bases[name]

    def derives(self, name: str, base: str) -> bool:
        """Whether a type is another or derives from it."""
        return base in self.lineage(name)

    def members(self, name: str, kind: str) -> Iterator[XmlElement]:
        """Property or NavigationProperty elements, those of bases first."""
        for owner in reversed(list(self.lineage(name))):
            element = self._types.get(owner)
            if element is not None:
                yield from (child for child in element.children if child.name == kind)

    def keys(self, name: str) -> frozenset[str]:
        """The names of the key properties, wherever the key is declared."""
        # What a type inherits is made from what its base has: a chain of bases takes time by its length.
        unknown: list[str] = []
        for at in self.lineage(name):
            if at in self._keys:
                break
            unknown.append(at)
        for at in reversed(unknown):
            inherited = self._keys.get(self._base(at) or "", frozenset())
            element = self._types.get(at)
            own = [] if element is None else [c for c in element.children if c.name == "Key"]
            refs = frozenset(ref.attributes.get("Name", "") for key in own for ref in key.children)
            self._keys[at] = inherited | refs if refs else inherited
        return self._keys[name]
