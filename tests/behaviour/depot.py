"""The real service of the tests at both of its versions of OData."""

from __future__ import annotations

import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from toolchains import cap


@dataclass(frozen=True)
class Depot:
    """The running service of `cap/` at one version of OData: its root, and the file of what it says of itself."""

    root: str
    metadata: Path


@dataclass(frozen=True)
class Depots:
    """The same service with the same data, as OData 4.0 and as 2.0. Each file of tests has numbers of its own."""

    v4: Depot
    v2: Depot


@contextmanager
def depots_in(folder: Path) -> Iterator[Depots]:
    """The service, started with its files in `folder` and stopped at the end."""
    with cap.serving(folder) as root:
        yield Depots(
            _described(root, folder / "v4.csdl"),
            _described(cap.at_version_2(root), folder / "v2.csdl"),
        )


def _described(root: str, path: Path) -> Depot:
    with urllib.request.urlopen(f"{root}/$metadata", timeout=30) as answer:
        path.write_bytes(answer.read())
    return Depot(root, path)
