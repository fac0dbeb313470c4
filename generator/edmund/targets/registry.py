"""The targets that exist. A target is imported when it is asked for, and no other.

Edmund's own are listed here; those of other packages are found by the entry point `edmund.targets`, whose value
is a `Target` called like the entry point.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points

from edmund.diagnostics import Diagnostic, EdmundError, Severity
from edmund.targets.contract import Target

__all__ = ["OWN_TARGETS", "TARGETS"]

# Each is the value of that name in `edmund.targets.<target>.target`.
_NAMES = {
    "python": "PYTHON",
    "csharp": "CSHARP",
    "go": "GO",
    "java": "JAVA",
    "php": "PHP",
    "typescript": "TYPESCRIPT",
}

OWN_TARGETS: tuple[str, ...] = tuple(_NAMES)
"""The languages that Edmund itself has."""


class _Targets(Mapping[str, Target]):
    """Edmund's own come first: another package cannot take their names."""

    def __getitem__(self, name: str) -> Target:
        """The target. Raises KeyError, or EdmundError (EDM617) for one of another package that is none."""
        if name in _NAMES:
            found: Target = getattr(import_module(f"edmund.targets.{name}.target"), _NAMES[name])
            return found
        return _loaded(self._others[name])

    def __iter__(self) -> Iterator[str]:
        yield from _NAMES
        yield from self._others

    def __len__(self) -> int:
        return len(_NAMES) + len(self._others)

    @cached_property
    def _others(self) -> Mapping[str, EntryPoint]:
        """Looking for them takes time; who names a target of Edmund's own does not wait for it."""
        found = sorted(entry_points(group="edmund.targets"), key=lambda entry: entry.name)
        return {entry.name: entry for entry in found if entry.name not in _NAMES}


def _loaded(entry: EntryPoint) -> Target:
    package = entry.dist.name if entry.dist is not None else entry.module
    try:
        found = entry.load()
    except Exception as error:  # whatever another package's code raises is that package's fault
        raise _failed(entry, package, f"{type(error).__name__}: {error}") from error
    if not isinstance(found, Target) or found.name != entry.name:
        raise _failed(entry, package, f"'{entry.value}' is no Target called '{entry.name}'")
    if found.templates is None or not found.templates.is_dir():
        raise _failed(entry, package, "its folder has no folder 'templates'")
    return found


def _failed(entry: EntryPoint, package: str, reason: str) -> EdmundError:
    message = f"the target '{entry.name}' of the package '{package}' cannot be used: {reason}"
    return EdmundError([Diagnostic("EDM617", Severity.ERROR, message)])


TARGETS: Mapping[str, Target] = _Targets()
