"""The variables of a program, each by a name of its own."""

from __future__ import annotations

__all__ = ["Variables"]


class Variables:
    """Those that a program has so far; `taken` are names that none of the others may have."""

    def __init__(self, *taken: str) -> None:
        self._taken = set(taken)

    def free(self, wanted: str) -> str:
        """The name of one more: as wanted, or with a number where that is taken."""
        name, number = wanted, 1
        while name in self._taken:
            number += 1
            name = f"{wanted}{number}"
        self._taken.add(name)
        return name
