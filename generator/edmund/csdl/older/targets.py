"""Targets of annotations: function imports are actions and functions of the schema since 4.0."""

from __future__ import annotations

from collections.abc import Sequence

from edmund.csdl.older.names import OldNames
from edmund.csdl.parser import XmlElement

__all__ = ["OldTargets"]

_TRUE = frozenset({"true", "1"})


class OldTargets:
    """Finds out what a target of an older version is called in 4.01."""

    def __init__(self, schemas: Sequence[XmlElement], names: OldNames) -> None:
        self._names = names
        self._imports: dict[str, tuple[str, bool]] = {}
        for schema in schemas:
            namespace = schema.attributes.get("Namespace", "")
            for container in schema.children:
                if container.name != "EntityContainer":
                    continue
                path = f"{namespace}.{container.attributes.get('Name', '')}"
                for child in container.children:
                    if child.name == "FunctionImport":
                        name = child.attributes.get("Name", "")
                        bound = child.attributes.get("IsBindable", "").strip().lower() in _TRUE
                        self._imports[f"{path}/{name}"] = (f"{namespace}.{name}", bound)

    def new(self, text: str) -> str:
        """`Container/Import(types)/parameter` as `Namespace.Import(types)/parameter`; others qualified only.

        An import that is not bound is still there under its own name, and is meant where no types follow.
        """
        path, parenthesis, rest = text.partition("(")
        types, _, below = rest.rpartition(")")
        container, slash, child = path.partition("/")
        name, has_member, member = child.partition("/")
        found = self._imports.get(f"{self._names.qualified(container)}/{name}")
        if not slash or found is None:
            return f"{self._names.qualified(container)}{slash}{child}{parenthesis}{rest}"
        operation, bound = found
        if not parenthesis:
            if not bound and not has_member:
                return f"{self._names.qualified(container)}/{name}"
            return f"{operation}{has_member}{member}"
        successors = [self._names.successor(each.strip()) for each in types.split(",")]
        return f"{operation}({','.join(successors)}){below}"
