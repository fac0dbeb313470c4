"""Clients of a configuration: generating them, and what build tools want to know of them.

Everywhere `configuration` is a file (edmund.toml or pyproject.toml) or what was loaded from one, and
`clients` are names from it; none given means all. `locked` insists on edmund.lock. Every function
raises EdmundError.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from os import PathLike
from pathlib import Path

from edmund.build.depfile import client_dependencies, depfile_text
from edmund.build.generate import (
    Checked,
    Generated,
    Progress,
    check_clients,
    client_outputs,
    generate_clients,
)
from edmund.config import Client, Configuration, load_configuration
from edmund.config.inputs import shown_path
from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span
from edmund.suggestions import suggestion

__all__ = [
    "AnyConfiguration",
    "check",
    "configured",
    "dependencies",
    "depfile",
    "generate",
    "outputs",
]

AnyConfiguration = Configuration | str | PathLike[str]
ClientProgress = Callable[[Client], Progress]


def _silent(client: Client) -> Progress:
    return Progress()


def generate(
    configuration: AnyConfiguration,
    clients: Iterable[str] = (),
    *,
    locked: bool = False,
    force: bool = False,
    workers: int | None = None,
    progress: ClientProgress = _silent,
) -> tuple[Generated, ...]:
    """Bring the outputs up to date; with `force`, replace files that were edited.

    `workers` is how many processes render (one per core when not given). Where inputs or an output
    folder are at fault, nothing has been written.
    """
    loaded, chosen = _chosen(configuration, clients, locked)
    return generate_clients(chosen, loaded.root, force=force, workers=workers, progress=progress)


def check(
    configuration: AnyConfiguration,
    clients: Iterable[str] = (),
    *,
    locked: bool = False,
    workers: int | None = None,
    progress: ClientProgress = _silent,
) -> tuple[Checked, ...]:
    """Compare the outputs with what the inputs give; nothing is written."""
    loaded, chosen = _chosen(configuration, clients, locked)
    return check_clients(chosen, loaded.root, workers=workers, progress=progress)


def outputs(
    configuration: AnyConfiguration,
    clients: Iterable[str] = (),
    *,
    locked: bool = False,
    workers: int | None = None,
) -> tuple[Path, ...]:
    """The files that the outputs consist of; nothing is written."""
    loaded, chosen = _chosen(configuration, clients, locked)
    return tuple(
        client.output / path
        for client, paths in client_outputs(chosen, loaded.root, workers=workers)
        for path in paths
    )


def dependencies(configuration: AnyConfiguration, clients: Iterable[str] = ()) -> tuple[Path, ...]:
    """The files that the outputs are made from, each once."""
    loaded, chosen = _chosen(configuration, clients, locked=False)
    found = (path for client in chosen for path in client_dependencies(client, loaded))
    return tuple(dict.fromkeys(found))


def depfile(configuration: AnyConfiguration, clients: Iterable[str] = ()) -> str:
    """The dependencies as rules for Make and Ninja, relative to the current folder.

    A rule for each client says what its manifest depends on.
    """
    loaded, chosen = _chosen(configuration, clients, locked=False)
    return depfile_text(chosen, loaded)


def configured(configuration: AnyConfiguration) -> Configuration:
    """The configuration itself, loaded if a file was given. Raises EdmundError."""
    if isinstance(configuration, Configuration):
        return configuration
    path = Path(configuration)
    return load_configuration(path.absolute(), shown=shown_path(path))


def _chosen(
    given: AnyConfiguration, names: Iterable[str], locked: bool
) -> tuple[Configuration, tuple[Client, ...]]:
    configuration = configured(given)
    by_name = {client.name: client for client in configuration.clients}
    wanted = tuple(dict.fromkeys(names)) or tuple(by_name)
    for name in wanted:
        if name not in by_name:
            message = f"the configuration has no client '{name}'"
            place = None if configuration.file is None else Span(shown_path(configuration.file))
            hint = suggestion(name, by_name)
            raise EdmundError((Diagnostic("EDM606", Severity.ERROR, message, place, hint),))
    chosen = tuple(by_name[name] for name in wanted)
    if locked:
        from edmund.lock import check_locked

        check_locked(configuration, chosen)
    return configuration, chosen
