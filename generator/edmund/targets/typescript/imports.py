"""Imports of one module: each name once, by another name where its own is taken."""

from __future__ import annotations

from collections.abc import Iterable
from posixpath import relpath

from edmund.targets.typescript.source import import_statement

__all__ = ["Imports"]


class Imports:
    """Collects what the module at `path` (below `src`, without extension) imports of types.

    `taken` are the names that the module binds itself.
    """

    def __init__(self, path: str, taken: Iterable[str]) -> None:
        self._folder = path.rpartition("/")[0] or "."
        self._path = path
        self._taken = set(taken)
        self._found: dict[tuple[str, str], str] = {}

    def use(self, module: str, name: str) -> str:
        """What the type `name` of `module` (below `src`) is called here."""
        if module == self._path:
            return name
        known = self._found.get((module, name))
        if known is None:
            known, number = name, 1
            while known in self._taken:
                number += 1
                known = f"{name}_{number}"
            self._taken.add(known)
            self._found[module, name] = known
        return known

    def statements(self) -> tuple[str, ...]:
        """One statement for each module, in the order of the modules' names."""
        by_module: dict[str, list[str]] = {}
        for (module, name), known in sorted(self._found.items()):
            written = name if name == known else f"{name} as {known}"
            by_module.setdefault(self._relative(module), []).append(written)
        return tuple(import_statement(names, module) for module, names in by_module.items())

    def _relative(self, module: str) -> str:
        path = relpath(module, self._folder)
        return f"{path if path.startswith('.') else './' + path}.js"
