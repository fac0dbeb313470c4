"""The targets that exist: one line each. A target is imported when it is asked for, and no other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module

from edmund.targets.contract import Target

__all__ = ["TARGETS"]

# Each is the value of that name in `edmund.targets.<target>.target`.
_NAMES = {
    "python": "PYTHON",
    "csharp": "CSHARP",
    "go": "GO",
    "java": "JAVA",
    "php": "PHP",
    "typescript": "TYPESCRIPT",
}


class _Targets(Mapping[str, Target]):
    def __getitem__(self, name: str) -> Target:
        value = _NAMES[name]
        found: Target = getattr(import_module(f"edmund.targets.{name}.target"), value)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(_NAMES)

    def __len__(self) -> int:
        return len(_NAMES)


TARGETS: Mapping[str, Target] = _Targets()
