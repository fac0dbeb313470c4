"""The Python client of the real service at one version of OData, made of what the service says of itself."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from behaviour.depot import Depot
from generated_package import generate


@dataclass(frozen=True)
class PythonDepot:
    """The open client and its package; `part` gives a class by its module below the generated ones and its name."""

    client: Any
    package: Any
    part: Callable[[str, str], Any]

    def entity(self, name: str) -> Any:
        """The class of an entity type."""
        return self.part(f"models.{name.lower()}", name)


@contextmanager
def python_depot(depot: Depot, folder: Path, name: str) -> Iterator[PythonDepot]:
    """The client of `depot` as the package `name`, made in `folder`."""
    generate([depot.metadata], folder, name)
    sys.path.insert(0, str(folder))
    importlib.invalidate_caches()
    package = importlib.import_module(name)

    def part(module: str, name_: str) -> Any:
        return getattr(importlib.import_module(f"{name}.generated.{module}"), name_)

    try:
        with package.SyncEntityContainerClient(None, base_url=depot.root) as client:
            yield PythonDepot(client, package, part)
    finally:
        sys.path.remove(str(folder))
