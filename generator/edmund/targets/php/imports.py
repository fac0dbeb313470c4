"""The `use` statements of one file: each class under its own name, or another where that is taken."""

from __future__ import annotations

from collections.abc import Iterable

from edmund.targets.php.names import name_key

__all__ = ["Imports"]


class Imports:
    """Names of classes for a file in `namespace`; `own` are the names that the file declares itself."""

    def __init__(self, namespace: str, own: Iterable[str] = ()) -> None:
        self._namespace = namespace
        self._taken: dict[str, str] = {name_key(name): f"{namespace}\\{name}" for name in own}
        self._names: dict[str, str] = {f"{namespace}\\{name}": name for name in own}
        self._used: dict[str, str] = {}

    def use(self, full: str) -> str:
        """How the file writes the class with the qualified name `full`."""
        found = self._names.get(full)
        if found is not None:
            return found
        namespace, _, simple = full.rpartition("\\")
        name, number = simple, 1
        while name_key(name) in self._taken:
            number += 1
            name = f"{simple}{number}"
        self._taken[name_key(name)] = full
        self._names[full] = name
        if namespace != self._namespace or name != simple:
            self._used[full] = name
        return name

    def statements(self) -> tuple[str, ...]:
        """In alphabetical order."""
        return tuple(
            f"use {full};" if full.rpartition("\\")[2] == name else f"use {full} as {name};"
            for full, name in sorted(self._used.items())
        )
