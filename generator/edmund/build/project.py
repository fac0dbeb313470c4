"""Generating as part of building a package: what the hooks for build backends share."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from edmund.build.generate import Generated, generate_clients
from edmund.config import find_configuration, load_configuration
from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span
from edmund.reporting import diagnostic_lines

__all__ = ["BuildFailed", "generate_project"]


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


def _generate(root: Path, names: Sequence[str], locked: bool) -> list[Generated]:
    from edmund.lock import check_locked

    path = find_configuration(root)
    if path is None:
        message = "there is neither edmund.toml nor [tool.edmund] in pyproject.toml"
        raise EdmundError((Diagnostic("EDM601", Severity.ERROR, message, Span(str(root))),))
    configuration = load_configuration(path)
    known = {client.name: client for client in configuration.clients}
    for name in names:
        if name not in known:
            message = f"the configuration has no client '{name}'"
            raise EdmundError((Diagnostic("EDM606", Severity.ERROR, message, Span(str(path))),))
    clients = tuple(known[name] for name in names) if names else configuration.clients
    if locked:
        check_locked(configuration, clients)
    return list(generate_clients(clients, configuration.root))
