"""`edmund generate`."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import click

from edmund import api
from edmund.cli.completion import complete_clients
from edmund.cli.console import Console, console_options
from edmund.cli.drift import show_drift
from edmund.cli.selection import client_options, clients_of
from edmund.cli.tolerance import tolerance_options, with_tolerance
from edmund.config import Client, Configuration
from edmund.config.inputs import shown_path
from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span
from edmund.reporting import printable

__all__ = ["generate"]

_STAGES = (
    "reading",
    "resolving",
    "slicing",
    "tracing calls",
    "lowering",
    "rendering",
    "writing",
    "comparing",
)

_EPILOG = """\b
Examples:
  edmund generate                    all clients of edmund.toml
  edmund generate msgraph            one of them
  edmund generate --check --stat     which files are out of date? Writes nothing
  edmund generate --metadata graph.csdl --target python --package msgraph \\
      --output out --include-path '/identity/apiConnectors/**'

Files that Edmund wrote are listed in .edmund-manifest.json in the output folder. A file that was
edited since, or that Edmund did not write, is never overwritten or deleted without --force."""


@click.command(epilog=_EPILOG)
@click.argument("names", nargs=-1, metavar="[CLIENT]...", shell_complete=complete_clients)
@client_options
@click.option("--check", is_flag=True, help="Write nothing; show a diff and exit 1 on drift.")
@click.option("--stat", is_flag=True, help="With --check: only name the files that differ.")
@click.option(
    "--max-lines", default=400, show_default=True, help="With --check: the most diff lines to show."
)
@click.option("--locked", is_flag=True, help="Fail when something is not as edmund.lock says.")
@click.option("--list-outputs", is_flag=True, help="Print each file of the output, one a line.")
@click.option(
    "--depfile",
    type=click.Path(path_type=Path),
    help="Write what the output depends on, for Make and Ninja.",
)
@click.option(
    "--force", is_flag=True, help="Also replace files that were edited or are not Edmund's."
)
@click.option(
    "--watch", is_flag=True, help="Generate again whenever an input changes (edmund[watch])."
)
@tolerance_options
@click.option("--jobs", type=click.IntRange(1), help="Processes that render (one per core).")
@console_options
def generate(
    console: Console,
    *,
    names: tuple[str, ...],
    check: bool,
    stat: bool,
    max_lines: int,
    locked: bool,
    list_outputs: bool,
    depfile: Path | None,
    force: bool,
    watch: bool,
    strict: bool,
    ignore: tuple[str, ...],
    jobs: int | None,
    **given: Any,
) -> int:
    """Compile metadata into client code, as edmund.toml says or as the options say.

    With a configuration, CLIENT names the tables below [clients] to do; without a name, all.
    """
    if given["metadata"]:
        # `--metadata a.csdl b.csdl`: shells expand patterns to this.
        given["metadata"] = (*given["metadata"], *(Path(name) for name in names))
        names = ()
    if watch and (check or list_outputs):
        raise click.UsageError("--watch goes with neither --check nor --list-outputs")

    def chosen() -> tuple[tuple[Client, ...], Configuration]:
        clients, configuration = clients_of(dict(given), names)
        if locked and configuration.file is None:
            raise click.UsageError("--locked needs a configuration: the lock lies beside it")
        tolerant = with_tolerance(configuration, strict=strict, ignore=ignore)
        by_name = {client.name: client for client in tolerant.clients}
        return tuple(by_name[client.name] for client in clients), tolerant

    def run(what: tuple[tuple[Client, ...], Configuration]) -> None:
        _generate(console, *what, locked=locked, force=force, jobs=jobs)

    if watch:
        from edmund.cli.watch import watch_inputs

        with suppress(KeyboardInterrupt):  # the way to end it
            watch_inputs(console, chosen, run)
        return 0
    if list_outputs:
        _list_outputs(console, *chosen(), locked=locked, jobs=jobs)
        return 0
    if check:
        return _check(console, *chosen(), locked=locked, stat=stat, max_lines=max_lines, jobs=jobs)
    clients, configuration = chosen()
    run((clients, configuration))
    if depfile is not None:
        _write_depfile(depfile, clients, configuration)
    return 0


def _generate(
    console: Console,
    clients: tuple[Client, ...],
    configuration: Configuration,
    *,
    locked: bool,
    force: bool,
    jobs: int | None,
) -> None:
    records: list[dict[str, object]] = []
    console.record({"command": "generate", "clients": records})
    made = api.generate(
        configuration,
        _names(clients),
        locked=locked,
        force=force,
        workers=jobs,
        progress=_progress(console, clients),
    )
    for one in made:
        console.report(one.diagnostics)
        records.append(_record(one))
        _tell(console, one)


def _check(
    console: Console,
    clients: tuple[Client, ...],
    configuration: Configuration,
    *,
    locked: bool,
    stat: bool,
    max_lines: int,
    jobs: int | None,
) -> int:
    records: list[dict[str, object]] = []
    console.record({"command": "generate", "clients": records})
    drifted = False
    for checked in api.check(
        configuration,
        _names(clients),
        locked=locked,
        workers=jobs,
        progress=_progress(console, clients),
    ):
        console.report(checked.diagnostics)
        records.append(_checked_record(checked))
        drifted |= show_drift(console, checked, stat=stat, max_lines=max_lines)
    return 1 if drifted else 0


def _list_outputs(
    console: Console,
    clients: tuple[Client, ...],
    configuration: Configuration,
    *,
    locked: bool,
    jobs: int | None,
) -> None:
    paths = api.outputs(configuration, _names(clients), locked=locked, workers=jobs)
    found = [shown_path(path) for path in paths]
    console.record({"command": "generate", "outputs": found})
    for path in found:
        console.result(printable(path))


def _write_depfile(path: Path, clients: tuple[Client, ...], configuration: Configuration) -> None:
    text = api.depfile(configuration, _names(clients))
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        message = f"the depfile cannot be written: {error.strerror}"
        place = Span(shown_path(path))
        raise EdmundError((Diagnostic("EDM613", Severity.ERROR, message, place),)) from error


def _names(clients: tuple[Client, ...]) -> list[str]:
    return [client.name for client in clients]


def _progress(console: Console, clients: tuple[Client, ...]) -> Callable[[Client], api.Progress]:
    def progress(client: Client) -> api.Progress:
        before, count = clients.index(client), len(clients)

        def stage(name: str) -> None:
            part = (_STAGES.index(name) + 0.5) / len(_STAGES) if name in _STAGES else 0.5
            console.progress(f"{client.name}: {name}", (before + part) / count)

        def staged(files: int) -> None:
            console.progress(f"{client.name}: writing, {files} files", (before + 0.9) / count)

        def waiting() -> None:
            name = printable(client.name)
            console.say(f"{name}: another run is writing this output; waiting for it")

        return api.Progress(stage, staged, waiting)

    return progress


def _tell(console: Console, made: api.Generated) -> None:
    name, folder = printable(made.client.name), printable(shown_path(made.client.output))
    report = made.report
    if report is None:
        console.say(f"{name}: {folder} is up to date ({len(made.outputs)} files)")
        return
    if report.recovered:
        console.say(f"{name}: completed a run that was interrupted")
    changes = [
        f"{len(paths)} {word}"
        for paths, word in (
            (report.created, "new"),
            (report.updated, "changed"),
            (report.deleted, "removed"),
        )
        if paths
    ]
    summary = ", ".join(changes) if changes else "nothing changed"
    console.say(
        f"{name}: {made.types} types to {folder}: {summary} ({len(made.outputs)} files in all)"
    )
    for path in report.replaced_by_force:
        console.say(f"  replaced by force: {printable(path)}")
    if made.coverage is not None:
        console.say(f"{name}: {made.coverage}")


def _record(made: api.Generated) -> dict[str, object]:
    report = made.report
    return {
        "name": made.client.name,
        "output": os.fspath(made.client.output),
        "up_to_date": report is None or not (report.created or report.updated or report.deleted),
        "created": list(report.created) if report else [],
        "updated": list(report.updated) if report else [],
        "deleted": list(report.deleted) if report else [],
        "files": list(made.outputs),
        **_coverage_record(made),
    }


def _coverage_record(made: api.Generated | api.Checked) -> dict[str, object]:
    """How much of a description is in the output, where that was counted."""
    coverage = made.coverage
    if coverage is None:
        return {}
    return {
        "coverage": {
            "operations": coverage.operations,
            "calls": coverage.calls,
            "schemas": coverage.schemas,
            "not_selected": coverage.not_selected,
            "left_out": coverage.left_out,
        }
    }


def _checked_record(checked: api.Checked) -> dict[str, object]:
    return {
        "name": checked.client.name,
        "output": os.fspath(checked.client.output),
        "up_to_date": not checked.differences,
        "differences": [
            {
                "path": d.path,
                "change": (
                    "missing" if d.before is None else "stale" if d.after is None else "changed"
                ),
            }
            for d in checked.differences
        ],
        **_coverage_record(checked),
    }
