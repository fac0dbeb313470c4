"""`edmund review`: what does this metadata change do to the wire and to callers' source?"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from edmund import api
from edmund.cli.completion import complete_clients, complete_rules
from edmund.cli.files import write_file
from edmund.cli.given import is_url, local_file
from edmund.cli.tolerance import tolerance_options
from edmund.cli.wanted import Wanted, wanted_reports
from edmund.config import Client, Configuration, find_configuration, load_configuration
from edmund.config.inputs import shown_path
from edmund.diagnostics import Diagnostic, EdmundError, Severity, Tolerance
from edmund.reporting import diagnostic_lines, printable

__all__ = ["review"]

_EPILOG = """\b
Examples:
  edmund review old.csdl new.csdl
  edmund review main:metadata/api.csdl metadata/api.csdl --format markdown
  edmund review old.csdl new.csdl --format html --output review.html --format sarif --output r.sarif
  edmund review --git v1.0..HEAD metadata/api.csdl
  edmund review old.yaml new.yaml --traffic recorded.har
  edmund review rules
  edmund review --explain nullable-relaxed

Exit codes: 0 nothing at or above --fail-on, 1 findings at or above it, 2 something could not be loaded."""


class _ReviewCommand(click.Command):
    """Keeps the order in which --format and --output were given."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            ctx.meta[__name__] = wanted_reports(args)
        except ValueError as error:
            ctx.fail(str(error))
        return super().parse_args(ctx, args)


@click.command(cls=_ReviewCommand, epilog=_EPILOG)
@click.argument("inputs", nargs=-1, metavar="OLD NEW")
@click.option("--old-annotations", multiple=True, metavar="FILE", help="More documents of OLD.")
@click.option("--new-annotations", multiple=True, metavar="FILE", help="More documents of NEW.")
@click.option("--git", "walk", metavar="BASE..HEAD", help="Review each commit that touches a file.")
@click.option("-c", "--config", type=click.Path(path_type=Path), help="The configuration.")
@click.option("--slice", "sliced", is_flag=True, help="Only what the configured clients select.")
@click.option(
    "--client",
    "clients",
    multiple=True,
    metavar="NAME",
    help="Only these clients.",
    shell_complete=complete_clients,
)
@click.option(
    "--fail-on",
    type=click.Choice(["breaking", "warning", "none"]),
    help="The least severity that exits with 1 (breaking when not given).",
)
@click.option(
    "--on",
    type=click.Choice(["wire", "source", "both"]),
    help="Which severity counts (the worse of both when not given).",
)
@click.option(
    "-f",
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(api.REPORT_FORMATS),
    help="A report to make; repeatable.",
)
@click.option("-o", "--output", "outputs", multiple=True, help="The file of the --format before.")
@click.option(
    "--traffic",
    "recorded",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="HAR",
    help="Recorded requests to OLD: findings say how many of them they hit; repeatable.",
)
@click.option("--waivers", type=click.Path(path_type=Path), help="A file of accepted findings.")
@click.option(
    "--only",
    type=click.Choice(["breaking", "warning"]),
    help="Report only what is as bad as this; what fails the run stays the same.",
)
@click.option("--json", is_flag=True, expose_value=False, help="The same as --format json.")
@click.option(
    "-q",
    "--quiet",
    is_flag=True,
    help="No warnings, and no report that was not asked for by --format or --output.",
)
@tolerance_options
@click.option(
    "--explain", metavar="RULE", help="Tell about one rule.", shell_complete=complete_rules
)
@click.option("--no-likeness", is_flag=True, help="Do not look for renames and moves.")
@click.option(
    "--as-of", metavar="DATE", help="The day that removal dates and waivers are judged by (today)."
)
@click.option(
    "--color",
    "colour",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    help="Text.",
)
@click.pass_context
def review(
    ctx: click.Context,
    inputs: tuple[str, ...],
    old_annotations: tuple[str, ...],
    new_annotations: tuple[str, ...],
    walk: str | None,
    config: Path | None,
    sliced: bool,
    clients: tuple[str, ...],
    fail_on: str | None,
    on: str | None,
    formats: tuple[str, ...],
    outputs: tuple[str, ...],
    recorded: tuple[Path, ...],
    waivers: Path | None,
    only: str | None,
    quiet: bool,
    strict: bool,
    ignore: tuple[str, ...],
    explain: str | None,
    no_likeness: bool,
    as_of: str | None,
    colour: str,
) -> int:
    """Say what changed between OLD and NEW, and what it breaks: on the wire, and in callers' source.

    OLD and NEW are files, URLs, or REV:path in a git repository. `edmund review rules` lists the rules.
    """
    try:
        configuration = _configuration(config)
        severities = api.severities_of(configuration) if configuration else api.Severities()
        if explain is not None:
            click.echo("\n".join(api.explain(explain, severities)))
            return 0
        if inputs == ("rules",):
            if "json" in formats:
                click.echo(json.dumps(api.rules(), indent=1))
            else:
                click.echo("\n".join(api.rule_lines(severities)))
            return 0
        _check_usage(ctx, inputs, walk, old_annotations, new_annotations)
        settings = configuration.review if configuration else None
        chosen = _clients(configuration, clients, sliced)
        waivers = waivers or (settings.waivers if settings else None)
        word = fail_on or (settings.fail_on if settings else None) or "breaking"
        options = api.ReviewOptions(
            severities=severities,
            waivers=api.load_waivers(waivers) if waivers else (),
            fail_on=None if word == "none" else api.Level[word.upper()],
            on=api.Side(on or (settings.on if settings else None) or "both"),
            as_of=_day(as_of),
            likeness=not no_likeness,
            selections=api.selections_of(chosen) if sliced else (),
            clients=chosen,
            tolerance=Tolerance(strict, frozenset(ignore)),
            traffic=tuple(each for file in recorded for each in api.read_traffic(file)),
        )
        if walk is not None:
            report = api.review_commits(walk, inputs[0], options)
        else:
            old, new = _local(inputs)
            report = api.review_files((old, *old_annotations), (new, *new_annotations), options)
        if not quiet:
            _show(report.notes)
        if only is not None:
            report = report.at_least(api.Level[only.upper()])
        wanted: tuple[Wanted, ...] = ctx.meta[__name__]
        if not quiet or wanted != (Wanted("text"),):
            _write(report, wanted, colour)
    except EdmundError as failure:
        _show(failure.diagnostics)
        return 2
    return 1 if report.failing else 0


def _check_usage(
    ctx: click.Context,
    inputs: tuple[str, ...],
    walk: str | None,
    old_annotations: tuple[str, ...],
    new_annotations: tuple[str, ...],
) -> None:
    if walk is not None:
        if len(inputs) != 1:
            ctx.fail("--git takes one file: edmund review --git BASE..HEAD path")
        if old_annotations or new_annotations:
            ctx.fail("--git reads one file; annotations of their own cannot be walked with it")
        if ctx.params["recorded"]:
            ctx.fail("--traffic was recorded with one version; it does not go with --git")
    elif len(inputs) != 2:
        ctx.fail("give OLD and NEW: two files, or REV:path")


def _local(inputs: tuple[str, ...]) -> list[str]:
    """The inputs with URLs fetched; the file of one does not replace another."""
    files: list[str] = [each for each in inputs if not is_url(each)]
    local: list[str] = []
    for each in inputs:
        if is_url(each):
            path, _ = local_file(each, [Path(file) for file in files])
            files.append(str(path))
            local.append(shown_path(path))
        else:
            local.append(each)
    return local


def _configuration(path: Path | None) -> Configuration | None:
    found = path or find_configuration(Path.cwd())
    return load_configuration(found) if found else None


def _clients(
    configuration: Configuration | None, names: tuple[str, ...], sliced: bool
) -> tuple[Client, ...]:
    if configuration is None:
        if sliced or names:
            message = "--slice and --client need a configuration"
            raise EdmundError((Diagnostic("EDM704", Severity.ERROR, message),))
        return ()
    known = {client.name for client in configuration.clients}
    for name in names:
        if name not in known:
            message = f"the configuration has no client '{name}'"
            raise EdmundError((Diagnostic("EDM704", Severity.ERROR, message),))
    return tuple(c for c in configuration.clients if not names or c.name in names)


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        message = f"'{text}' is no date such as 2027-01-31"
        raise EdmundError((Diagnostic("EDM705", Severity.ERROR, message),)) from error


def _show(diagnostics: Sequence[Diagnostic]) -> None:
    for diagnostic in diagnostics:
        for line in diagnostic_lines(diagnostic, colour=sys.stderr.isatty()):
            click.echo(line, err=True)


def _write(report: api.Report, wanted: Sequence[Wanted], colour: str) -> None:
    for one in wanted:
        if one.output in (None, "-"):
            painted = colour == "always" or (colour == "auto" and _terminal())
            text = api.render_report(report, one.format, colour=painted)
            click.echo(text, nl=False, color=painted)
        else:
            path = Path(str(one.output))
            write_file(path, api.render_report(report, one.format), printable(str(path)), "EDM706")


def _terminal() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")
