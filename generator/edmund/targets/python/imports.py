"""The names that one module imports for annotations: each bound once, none bound twice."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from edmund.targets.python.signatures import from_import

__all__ = ["Imports", "grouped"]


class Imports:
    """Collects `from module import name` for a module whose own names are `taken`.

    A name that is taken, by the module or by an earlier import, is imported under another one.
    """

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)
        self._local: dict[tuple[str, str], str] = {}

    def use(self, module: str, name: str, suffix: str = "Model") -> str:
        """The name by which this module knows `module.name`."""
        found = self._local.get((module, name))
        if found is None:
            found, number = name, 1
            while found in self._taken:
                number += 1
                found = f"{name}{suffix}" if number == 2 else f"{name}{suffix}{number}"
            self._taken.add(found)
            self._local[module, name] = found
        return found

    def claim(self, module: str, name: str) -> str:
        """Import `module.name` as `name`, which the module has kept free for it."""
        self._taken.add(name)
        return self._local.setdefault((module, name), name)

    def reserve(self, name: str) -> None:
        """Keep `name` for something that is bound in another way."""
        self._taken.add(name)

    def statements(self, indent: int, without: Collection[str] = ()) -> list[str]:
        """The import statements by module, without those for modules in `without`."""
        by_module: dict[str, list[str]] = {}
        for (module, name), local in self._local.items():
            if module not in without:
                written = name if local == name else f"{name} as {local}"
                by_module.setdefault(module, []).append(written)
        return [
            from_import(module, sorted(by_module[module], key=_import_order), indent)
            for module in sorted(by_module)
        ]


def _import_order(name: str) -> tuple[str, str]:
    return (name.lower(), name)


def grouped(statements: Sequence[str]) -> list[str]:
    """A blank line between the standard library and the rest."""
    own = [s for s in statements if s.startswith(("from typing ", "from collections.abc "))]
    own += [
        s for s in statements if s.startswith(("from datetime ", "from decimal ", "from uuid "))
    ]
    rest = [s for s in statements if s not in own]
    own.sort()
    return [*own[:-1], own[-1] + "\n", *rest] if own and rest else [*own, *rest]
