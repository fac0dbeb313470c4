"""`edmund generate --watch`: again whenever the metadata, the templates or the configuration change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from edmund.api import dependencies
from edmund.cli.console import Console
from edmund.config import Client, Configuration
from edmund.diagnostics import Diagnostic, EdmundError, Severity

__all__ = ["watch_inputs"]

Once = Callable[[], tuple[tuple[Client, ...], Configuration]]


def watch_inputs(console: Console, once: Once) -> None:
    """Call `once`, and again after each change, until interrupted; failures are shown, not raised.

    Raises EdmundError when the first run fails, for then there is nothing to watch, and
    (EDM614) when watchfiles is not installed.
    """
    try:
        import watchfiles
    except ImportError as error:
        message = "--watch needs the package watchfiles"
        hint = "pip install 'edmund[watch]'"
        raise EdmundError((Diagnostic("EDM614", Severity.ERROR, message, None, hint),)) from error
    clients, configuration = once()
    while True:
        names = [client.name for client in clients]
        wanted = {path.absolute() for path in dependencies(configuration, names)}
        trees = {client.templates.absolute() for client in clients if client.templates is not None}
        # Editors replace files, which a watch on the file itself would lose.
        folders = {path.parent for path in wanted if path.parent.is_dir()} | trees
        console.say(f"watching {len(wanted)} files; Ctrl-C ends this")

        def concerns(
            _: watchfiles.Change,
            path: str,
            files: frozenset[Path] = frozenset(wanted),
            below: frozenset[Path] = frozenset(trees),
        ) -> bool:
            changed = Path(path)
            return changed in files or any(changed.is_relative_to(tree) for tree in below)

        changes = watchfiles.watch(
            *folders, watch_filter=concerns, recursive=bool(trees), raise_interrupt=False
        )
        if next(iter(changes), None) is None:
            return
        try:
            clients, configuration = once()
        except EdmundError as failure:
            console.report(failure.diagnostics)
