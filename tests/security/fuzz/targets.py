"""The fuzzing targets by name, and what each is given to begin with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import ModuleType

from security.fuzz import configuration, openapi, payloads, permissions, reading, review
from security.fuzz.judging import FOLDER

__all__ = ["TARGETS", "beginnings", "tried"]

TARGETS: Mapping[str, ModuleType] = {
    "reading": reading,
    "openapi": openapi,
    "payloads": payloads,
    "configuration": configuration,
    "review": review,
    "permissions": permissions,
}


def beginnings(name: str) -> list[bytes]:
    """The seeds of a target, and the inputs that once were findings (`found/<target>/`)."""
    kept = sorted((FOLDER / "found" / name).glob("*"))
    seeds: list[bytes] = TARGETS[name].seeds()
    return [*seeds, *(path.read_bytes() for path in kept)]


def tried(name: str) -> Callable[[bytes], None]:
    """The function of a target: raises what it finds, returns on all that is right."""
    function: Callable[[bytes], None] = TARGETS[name].try_one
    return function
