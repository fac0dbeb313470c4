"""Generating as part of building a package: what the hooks for build backends share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from edmund.build.depfile import client_dependencies
from edmund.build.generate import Generated, generate_clients
from edmund.config import Configuration, find_configuration, load_configuration
from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span
from edmund.lock import LOCK_NAME
from edmund.output.manifest import MANIFEST_NAME
from edmund.reporting import diagnostic_lines

__all__ = ["BuildFailed", "generate_project", "inputs_of"]


class BuildFailed(Exception):
    """Generating failed; the message shows all diagnostics."""


def generate_project(
    root: Path, names: Sequence[str] = (), *, locked: bool = True
) -> list[Generated]:
    """Bring the outputs of the project in `root` up to date; `names` are clients, none means all.

    With `locked` (the default) everything must be as edmund.lock says: a build is not the place to
    pick up a change. Nothing is ever fetched. Raises BuildFailed.
    """
    try:
        return _generate(root, names, locked)
    except EdmundError as failure:
        lines = [line for found in failure.diagnostics for line in diagnostic_lines(found)]
        raise BuildFailed("\n".join(["edmund could not generate:", *lines])) from failure


def inputs_of(root: Path, generated: Iterable[Generated]) -> list[Path]:
    """What the outputs are made from, the lock and their manifests: an sdist needs them all.

    Files outside of `root` are left out: an archive of the project has no place for them.
    """
    configuration = _configuration(root)
    found: dict[Path, None] = {}
    for made in generated:
        found.update(dict.fromkeys(client_dependencies(made.client, configuration)))
        found[made.client.output / MANIFEST_NAME] = None
    lock = configuration.root / LOCK_NAME
    if lock.exists():
        found[lock] = None
    return [path for path in found if path.is_relative_to(root)]


def _configuration(root: Path) -> Configuration:
    path = find_configuration(root)
    if path is None:
        message = "there is neither edmund.toml nor [tool.edmund] in pyproject.toml"
        raise EdmundError((Diagnostic("EDM601", Severity.ERROR, message, Span(str(root))),))
    return load_configuration(path)


def _generate(root: Path, names: Sequence[str], locked: bool) -> list[Generated]:
    from edmund.lock import check_locked

    configuration = _configuration(root)
    known = {client.name: client for client in configuration.clients}
    for name in names:
        if name not in known:
            message = f"the configuration has no client '{name}'"
            place = Span(str(configuration.file))
            raise EdmundError((Diagnostic("EDM606", Severity.ERROR, message, place),))
    clients = tuple(known[name] for name in names) if names else configuration.clients
    if locked:
        check_locked(configuration, clients)
    return list(generate_clients(clients, configuration.root))
