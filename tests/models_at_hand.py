"""CSDL to fill in, and the classes of a generated package by name."""

from __future__ import annotations

import importlib
from types import ModuleType
from typing import Any

__all__ = ["EDM", "HEAD", "TAIL", "Models"]

HEAD = (
    '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">'
    "<edmx:DataServices>"
)
TAIL = "</edmx:DataServices></edmx:Edmx>"
EDM = 'xmlns="http://docs.oasis-open.org/odata/ns/edm"'


class Models:
    """Attribute access to the classes of a generated package, by `module.Class` or by class alone."""

    def __init__(self, package: str) -> None:
        self.package = package

    def module(self, name: str) -> ModuleType:
        return importlib.import_module(f"{self.package}.{name}")

    def cls(self, place: str) -> type[Any]:
        module, _, name = place.rpartition(".")
        found: type[Any] = getattr(self.module(f"generated.models.{module}"), name)
        return found
