"""Simple names for classes in one file, and the imports that they need."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["Imports"]


class Imports:
    """A class is called by its simple name unless that means another one in this file already."""

    def __init__(self, package: str, root: str, taken: Iterable[str] = ()) -> None:
        """`package` is the file's own, `root` that of the output; `taken` are the classes that the file declares."""
        self._package = package
        self._root = root
        self._bound = {name: f"{package}.{name}" for name in taken}
        self._imported: set[str] = set()

    def use(self, package: str, name: str) -> str:
        """What the class `package.name` is called here."""
        whole = f"{package}.{name}"
        bound = self._bound.setdefault(name, whole)
        if bound != whole:
            return whole
        if package not in (self._package, "java.lang"):
            self._imported.add(whole)
        return name

    def reserve(self, name: str) -> None:
        """No class but the runtime's is called by its simple name `name` here, whether it is used or not."""
        self._bound.setdefault(name, f"{self._root}.runtime.{name}")

    def runtime(self, name: str) -> str:
        """What a class of the runtime is called here."""
        return self.use(f"{self._root}.runtime", name)

    def statements(self) -> tuple[str, ...]:
        return tuple(f"import {name};" for name in sorted(self._imported))
