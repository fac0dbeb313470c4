"""`edmund generate --watch`: again whenever the metadata, the templates or the configuration change."""

from __future__ import annotations

import gc
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import FrameType, ModuleType

from edmund.api import dependencies
from edmund.cli.console import Console
from edmund.config import Client, Configuration
from edmund.diagnostics import Diagnostic, EdmundError, Severity

__all__ = ["watch_inputs"]

Chosen = tuple[tuple[Client, ...], Configuration]
_FIRST_LOOK = 100  # milliseconds until a watch that sees nothing says so


def watch_inputs(
    console: Console, choose: Callable[[], Chosen], run: Callable[[Chosen], None]
) -> None:
    """Run, and again after each change, until interrupted; failures are shown, not raised.

    Raises EdmundError when the first run fails, for then there is nothing to watch, and (EDM614) when
    watchfiles is not installed.
    """
    try:
        import watchfiles
    except ImportError as error:
        message = "--watch needs the package watchfiles"
        hint = "pip install 'edmund[watch]'"
        raise EdmundError((Diagnostic("EDM614", Severity.ERROR, message, None, hint),)) from error
    with _interruptible() as stopped:
        _watch(watchfiles, console, choose, run, stopped)


def _watch(
    watchfiles: ModuleType,
    console: Console,
    choose: Callable[[], Chosen],
    run: Callable[[Chosen], None],
    stopped: threading.Event,
) -> None:
    chosen = choose()
    wanted = _inputs(chosen)
    before = _states(wanted)
    run(chosen)
    while not stopped.is_set():
        trees = {client.templates.absolute() for client in chosen[0] if client.templates}
        # Editors replace files, which a watch on the file itself would lose.
        folders = {path.parent for path in wanted if path.parent.is_dir()} | trees

        def concerns(
            _: object,
            path: str,
            files: frozenset[Path] = wanted,
            below: frozenset[Path] = frozenset(trees),
        ) -> bool:
            changed = Path(path)
            return changed in files or any(changed.is_relative_to(tree) for tree in below)

        gc.collect()  # Nothing else does while the command runs, and this run may last for days.
        watching = False
        for changes in watchfiles.watch(
            *folders,
            watch_filter=concerns,
            recursive=bool(trees),
            raise_interrupt=False,
            stop_event=stopped,
            rust_timeout=_FIRST_LOOK,
            yield_on_timeout=True,
        ):
            # What changed while Edmund ran, before the watch stood, has no event.
            if changes or (not watching and _states(wanted) != before):
                break
            if not watching:
                watching = True
                console.say(f"watching {len(wanted)} files; Ctrl-C ends this")
        else:
            return
        try:
            chosen = choose()
            wanted = _inputs(chosen)
            before = _states(wanted)
            run(chosen)
        except EdmundError as failure:
            before = _states(wanted)
            console.report(failure.diagnostics)


@contextmanager
def _interruptible() -> Iterator[threading.Event]:
    """An event that Ctrl-C sets, beside the exception that it raises.

    An exception that comes while an object is finalized is printed and forgotten: the event is not.
    """
    stopped = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield stopped
        return

    def stop(_: int, __: FrameType | None) -> None:
        stopped.set()
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield stopped
    finally:
        signal.signal(signal.SIGINT, before)


def _inputs(chosen: Chosen) -> frozenset[Path]:
    clients, configuration = chosen
    found = dependencies(configuration, [client.name for client in clients])
    return frozenset(path.absolute() for path in found)


def _states(paths: Iterable[Path]) -> Mapping[Path, tuple[int, int, int] | None]:
    found: dict[Path, tuple[int, int, int] | None] = {}
    for path in paths:
        try:
            status = os.stat(path)
        except OSError:
            found[path] = None
        else:
            found[path] = (status.st_ino, status.st_size, status.st_mtime_ns)
    return found
