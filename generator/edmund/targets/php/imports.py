"""The `use` statements of one file: each class under its own name, or another where that is taken."""

from __future__ import annotations

from collections.abc import Iterable

from edmund.targets.php.literals import LINE_LENGTH
from edmund.targets.php.names import name_key

__all__ = ["Imports"]

_SHORTENED = "Type"
"""How the name of a class ends that was cut to fit on a line."""

_SHORT = 36
"""How long such a name is at most: it has to fit behind the whole one."""


class Imports:
    """Names of classes for a file in `namespace`; `own` are the names that the file declares itself."""

    def __init__(self, namespace: str, own: Iterable[str] = ()) -> None:
        self._namespace = namespace
        self._taken: dict[str, str] = {name_key(name): f"{namespace}\\{name}" for name in own}
        self._names: dict[str, str] = {f"{namespace}\\{name}": name for name in own}
        self._used: list[tuple[str, str]] = []

    def use(self, full: str, room: int | None = None) -> str:
        """How the file writes the class with the qualified name `full`: in at most `room` columns, if there is one."""
        found = self._names.get(full)
        if found is not None and (room is None or len(found) <= room):
            return found
        simple = full.rpartition("\\")[2]
        if room is not None and len(simple) > room:
            simple = f"{simple[: min(room, _SHORT) - len(_SHORTENED)]}{_SHORTENED}"
        name, number = simple, 1
        while name_key(name) in self._taken:
            number += 1
            kept = simple if room is None else simple[: room - len(str(number))]
            # What is cut to fit keeps a letter: a number alone is no name.
            name = f"{kept or simple[:1]}{number}"
        self._taken[name_key(name)] = full
        self._names.setdefault(full, name)
        self._used.append((full, name))
        return name

    def statements(self) -> tuple[str, ...]:
        """In alphabetical order."""
        return tuple(
            self._statement(full, name)
            for full, name in sorted(self._used)
            if full != f"{self._namespace}\\{name}"
        )

    def _statement(self, full: str, name: str) -> str:
        namespace, _, simple = full.rpartition("\\")
        if simple == name:
            return f"use {full};"
        flat = f"use {full} as {name};"
        if len(flat) <= LINE_LENGTH:
            return flat
        return f"use {namespace}\\{{\n    {simple} as {name}\n}};"
