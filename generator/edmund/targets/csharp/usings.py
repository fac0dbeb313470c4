"""Type names in generated files: short with a `using` where a name is one type's alone, else in full."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from edmund.targets.csharp.runtime_types import RUNTIME, Declared

__all__ = ["FileNames", "TypeNames", "Usings"]

# What generated code names beside its own classes. Generics are apart from plain names in C#, hence `List`1`.
_LIBRARY = {
    "Action`1": "System",
    "CancellationToken": "System.Threading",
    "DateOnly": "System",
    "DateTimeOffset": "System",
    "Dictionary`2": "System.Collections.Generic",
    "Guid": "System",
    "IEquatable`1": "System",
    "IEnumerable`1": "System.Collections.Generic",
    "JsonNode": "System.Text.Json.Nodes",
    "List`1": "System.Collections.Generic",
    "Stream": "System.IO",
    "Task": "System.Threading.Tasks",
    "Task`1": "System.Threading.Tasks",
    "TimeOnly": "System",
    "TimeSpan": "System",
}


@dataclass(frozen=True, slots=True)
class Usings:
    """Those of the library stand before the namespace, those of the package behind: there a name of the schema
    (`FileSystemInfo`) hides the library's."""

    library: tuple[str, ...]
    own: tuple[str, ...]

    @property
    def has_library(self) -> bool:
        return bool(self.library)

    @property
    def has_own(self) -> bool:
        return bool(self.own)


class TypeNames:
    """All types that generated code can name. `own` are pairs of namespace and name of generated classes,
    `namespaces` those that there are below the package, `declared` the types of the support code.
    """

    def __init__(
        self,
        package: str,
        own: Iterable[tuple[str, str]],
        namespaces: Iterable[str],
        declared: Declared,
    ) -> None:
        self.package = package
        self._known = dict(_LIBRARY)
        self._known.update(
            (name, f"{package}.{below}" if below else package) for name, below in declared.items()
        )
        claims = Counter(list(self._known))
        claims.update(name for _, name in own)
        claims.update({part for namespace in namespaces for part in namespace.split(".")})
        claims.update({RUNTIME, "Models", "Builders"})
        self._ambiguous = frozenset(name for name, count in claims.items() if count > 1)

    def known(self, name: str) -> str:
        """The namespace of a type of the library or the runtime."""
        return self._known[name]

    def is_ambiguous(self, name: str) -> bool:
        return name in self._ambiguous

    def file(self, namespace: str) -> FileNames:
        """The names that one file, all in `namespace`, writes."""
        return FileNames(self, namespace)


class FileNames:
    """Gives names and collects the `using`s that they need."""

    def __init__(self, types: TypeNames, namespace: str) -> None:
        self._types = types
        self._namespace = namespace
        self._used: set[str] = set()

    def own(self, namespace: str, name: str) -> str:
        """A generated class."""
        if namespace == self._namespace:
            return name
        return self._written(namespace, name, name)

    def known(self, name: str, *arguments: str) -> str:
        """A type of the library or the runtime, with its type arguments."""
        key = f"{name}`{len(arguments)}" if arguments else name
        written = self._written(self._types.known(key), name, key)
        return f"{written}<{', '.join(arguments)}>" if arguments else written

    def full(self, name: str, *arguments: str) -> str:
        """A type of the runtime in an expression, where a member may be called like it."""
        key = f"{name}`{len(arguments)}" if arguments else name
        written = f"global::{self._types.known(key)}.{name}"
        return f"{written}<{', '.join(arguments)}>" if arguments else written

    def _written(self, namespace: str, name: str, key: str) -> str:
        if self._types.is_ambiguous(key):
            return f"global::{namespace}.{name}"
        if namespace != self._namespace and not self._namespace.startswith(f"{namespace}."):
            self._used.add(namespace)
        return name

    def usings(self) -> Usings:
        """The namespaces to import."""
        ordered = sorted(self._used)
        return Usings(
            tuple(used for used in ordered if _is_system(used)),
            tuple(used for used in ordered if not _is_system(used)),
        )


def _is_system(namespace: str) -> bool:
    return namespace == "System" or namespace.startswith("System.")
