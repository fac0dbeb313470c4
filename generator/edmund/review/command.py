"""`edmund review`: what does this metadata change do to the wire and to callers' source?"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import click

from edmund.config import (
    Client,
    Configuration,
    find_configuration,
    load_configuration,
)
from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span
from edmund.model.elements import Model
from edmund.model.slice import Selection
from edmund.reporting import diagnostic_lines, printable
from edmund.review.compare import Severities, review_models
from edmund.review.comparison import Comparison, Options
from edmund.review.explain import explain_rule, rule_records, rule_table, suggest_rule
from edmund.review.findings import Finding, Level
from edmund.review.history import History
from edmund.review.load import (
    Version,
    commits_between,
    load_version,
    no_collection,
    read_source,
)
from edmund.review.options import Wanted, wanted_reports
from edmund.review.report.data import Report, Step
from edmund.review.report.registry import FORMATS
from edmund.review.report.text import render_text
from edmund.review.rules.catalog import RULES
from edmund.review.selection import scope_of
from edmund.review.shape import Shape
from edmund.review.symbols import Naming, name_findings
from edmund.review.usage import Usage, everything_used, usage_of
from edmund.review.waivers import Waiver, apply_waivers, parse_waivers
from edmund.surface.build import build_surface

__all__ = ["review"]

_EPILOG = """\b
Examples:
  edmund review old.csdl new.csdl
  edmund review main:metadata/api.csdl metadata/api.csdl --format markdown
  edmund review old.csdl new.csdl --format html --output review.html --format sarif --output r.sarif
  edmund review --git v1.0..HEAD metadata/api.csdl
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


@dataclass(frozen=True)
class _Judgement:
    """How a run judges: the team's settings, and what it is asked on the command line."""

    severities: Severities
    waivers: tuple[Waiver, ...]
    fail_on: Level | None
    on: str
    today: date
    options: Options
    selections: tuple[Selection, ...]
    clients: tuple[Client, ...]

    def fails(self, finding: Finding) -> bool:
        if self.fail_on is None or finding.waived is not None:
            return False
        level = {"wire": finding.wire, "source": finding.source, "both": finding.level}[self.on]
        return level >= self.fail_on


@click.command(cls=_ReviewCommand, epilog=_EPILOG)
@click.argument("inputs", nargs=-1, metavar="OLD NEW")
@click.option("--old-annotations", multiple=True, metavar="FILE", help="More documents of OLD.")
@click.option("--new-annotations", multiple=True, metavar="FILE", help="More documents of NEW.")
@click.option("--git", "walk", metavar="BASE..HEAD", help="Review each commit that touches a file.")
@click.option("-c", "--config", type=click.Path(path_type=Path), help="The configuration.")
@click.option("--slice", "sliced", is_flag=True, help="Only what the configured clients select.")
@click.option("--client", "clients", multiple=True, metavar="NAME", help="Only these clients.")
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
    type=click.Choice(list(FORMATS)),
    help="A report to make; repeatable.",
)
@click.option("-o", "--output", "outputs", multiple=True, help="The file of the --format before.")
@click.option("--waivers", type=click.Path(path_type=Path), help="A file of accepted findings.")
@click.option("--explain", metavar="RULE", help="Tell about one rule.")
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
    waivers: Path | None,
    explain: str | None,
    no_likeness: bool,
    as_of: str | None,
    colour: str,
) -> int:
    """Say what changed between OLD and NEW, and what it breaks: on the wire, and in callers' source.

    OLD and NEW are files, or REV:path in a git repository. `edmund review rules` lists the rules.
    """
    try:
        configuration = _configuration(config)
        severities = _severities(configuration)
        if explain is not None:
            return _explain(explain, severities)
        if inputs == ("rules",):
            lines = [rule_records()] if "json" in formats else list(rule_table(severities))
            click.echo("\n".join(lines))
            return 0
        _check_usage(ctx, inputs, walk, old_annotations, new_annotations)
        settings = configuration.review if configuration else None
        chosen = _clients(configuration, clients, sliced)
        waivers = waivers or (settings.waivers if settings else None)
        word = fail_on or (settings.fail_on if settings else None) or "breaking"
        judgement = _Judgement(
            severities=severities,
            waivers=parse_waivers(_read(waivers), str(waivers)) if waivers else (),
            fail_on=None if word == "none" else Level[word.upper()],
            on=on or (settings.on if settings else None) or "both",
            today=_day(as_of),
            options=Options(likeness=not no_likeness, as_of=_day(as_of)),
            selections=_selections(chosen) if sliced else (),
            clients=chosen,
        )
        if walk is not None:
            report = _walk(walk, inputs[0], judgement)
            _show(report.notes)
            _write(report, ctx.meta[__name__], colour)
        else:
            with no_collection():
                report = _two(inputs, old_annotations, new_annotations, judgement)
                _show(report.notes)
                _write(report, ctx.meta[__name__], colour)
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
    elif len(inputs) != 2:
        ctx.fail("give OLD and NEW: two files, or REV:path")


def _two(
    inputs: Sequence[str],
    old_annotations: Sequence[str],
    new_annotations: Sequence[str],
    judgement: _Judgement,
) -> Report:
    failures: list[Diagnostic] = []
    versions: list[Version] = []
    for main, more in zip(inputs, (old_annotations, new_annotations), strict=True):
        try:
            versions.append(load_version(main, [read_source(name) for name in (main, *more)]))
        except EdmundError as failure:
            failures.extend(d for d in failure.diagnostics if d.severity is Severity.ERROR)
    if failures:
        raise EdmundError(failures)
    old, new = versions
    found, notes = _review(old, new, judgement, judgement.options)
    found, more_notes = apply_waivers(found, judgement.waivers, judgement.today)
    return _report(old, new, found, (*notes, *more_notes), judgement)


def _review(
    old: Version, new: Version, judgement: _Judgement, options: Options
) -> tuple[tuple[Finding, ...], tuple[Diagnostic, ...]]:
    comparison = Comparison(
        Shape(old.model),
        Shape(new.model),
        _usage(old),
        _usage(new),
        options,
        old.spellings,
        new.spellings,
    )
    found = review_models(comparison, judgement.severities)
    notes: list[Diagnostic] = []
    if judgement.selections:
        scopes = []
        for selection in judgement.selections:
            scope, told = scope_of((old.model, new.model), selection)
            scopes.append(scope)
            notes.extend(told)
        found = tuple(f for f in found if any(scope.touches(f) for scope in scopes))
    if judgement.clients and found:
        found = name_findings(found, _namings(judgement.clients, old.model, new.model))
    return found, tuple(notes)


def _namings(clients: Sequence[Client], old: Model, new: Model) -> list[Naming]:
    """The names that clients generate for either version: what is gone has a name too."""
    # Slow to import, and needed only where a client is configured.
    from edmund.targets.contract import TargetOptions
    from edmund.targets.registry import TARGETS

    found: dict[tuple[str, str], Naming] = {}
    for client in clients:
        target = TARGETS.get(client.target)
        if target is not None:
            options = TargetOptions(client.package, client.client, None, client.settings)
            try:
                names = {**target.symbols(old, options), **target.symbols(new, options)}
            except EdmundError:
                continue  # a version that this target cannot name has no names: the review goes on
            found[target.name, client.package] = (target.name, names)
    return list(found.values())


def _usage(version: Version) -> Usage:
    """Without a container nothing can be called: any type may be anywhere."""
    if not version.model.containers:
        return everything_used()
    surface, _ = build_surface(version.model)
    return usage_of(version.model, surface)


def _walk(span: str, path: str, judgement: _Judgement) -> Report:
    base, commits = commits_between(span, path)
    old = load_version(f"{base}:{path}", [read_source(f"{base}:{path}")])
    first = old
    history = History()
    steps: list[Step] = []
    notes: list[Diagnostic] = []
    for commit in commits:
        name = f"{commit.revision[:12]}:{path}"
        new = load_version(name, [read_source(name)])
        options = replace(judgement.options, as_of=date.fromisoformat(commit.date[:10]))
        found, told = _review(old, new, judgement, options)
        reverted = tuple(history.reverts(commit.revision, found))
        steps.append(Step(commit.revision, commit.date, commit.subject, (*found, *reverted)))
        notes.extend(told)
        old = new
    everything = tuple(f for step in steps for f in step.findings)
    marked, more_notes = apply_waivers(everything, judgement.waivers, judgement.today)
    rest = iter(marked)
    steps = [replace(s, findings=tuple(next(rest) for _ in s.findings)) for s in steps]
    report = _report(first, old, marked, (*notes, *more_notes), judgement)
    return replace(report, steps=tuple(steps))


def _report(
    old: Version,
    new: Version,
    findings: tuple[Finding, ...],
    notes: tuple[Diagnostic, ...],
    judgement: _Judgement,
) -> Report:
    from importlib.metadata import version

    sources = {source.name: source.data for source in (*old.sources, *new.sources)}
    return Report(
        old.label,
        new.label,
        findings,
        {name: data.decode("utf-8", "replace").split("\n") for name, data in sources.items()},
        notes,
        frozenset(f.fingerprint for f in findings if judgement.fails(f)),
        version=version("edmund"),
    )


def _configuration(path: Path | None) -> Configuration | None:
    found = path or find_configuration(Path.cwd())
    return load_configuration(found) if found else None


def _severities(configuration: Configuration | None) -> Severities:
    if configuration is None:
        return Severities()
    levels: dict[str, Level] = {}
    settings = configuration.review
    for rule, word in settings.severities.items():
        if rule not in RULES:
            raise _wrong(
                "EDM703", f"there is no rule '{rule}'", settings.origins.get("severities"), rule
            )
        levels[rule] = Level[word.upper()]
    return Severities(levels, levels)


def _wrong(code: str, message: str, span: Span | None, rule: str) -> EdmundError:
    meant = suggest_rule(rule)
    hint = f"did you mean '{meant}'?" if meant else "`edmund review rules` lists them"
    return EdmundError((Diagnostic(code, Severity.ERROR, message, span, hint),))


def _explain(name: str, severities: Severities) -> int:
    rules = [RULES[name]] if name in RULES else [r for r in RULES.values() if r.kind == name]
    if not rules:
        raise _wrong("EDM703", f"there is no rule '{name}'", None, name)
    if name not in RULES:
        click.echo(f"{name} is the umbrella of these rules:")
    for rule in rules:
        for line in explain_rule(rule, severities):
            click.echo(line)
    return 0


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


def _selections(clients: tuple[Client, ...]) -> tuple[Selection, ...]:
    """Clients that select nothing have everything."""
    return tuple(dict.fromkeys(Selection(c.include_types, c.include_paths) for c in clients))


def _day(text: str | None) -> date:
    if text is None:
        return date.today()
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        message = f"'{text}' is no date such as 2027-01-31"
        raise EdmundError((Diagnostic("EDM705", Severity.ERROR, message),)) from error


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        message = f"the waivers cannot be read: {error.strerror}"
        raise EdmundError(
            (Diagnostic("EDM710", Severity.ERROR, message, Span(str(path))),)
        ) from error


def _show(diagnostics: Sequence[Diagnostic]) -> None:
    for diagnostic in diagnostics:
        for line in diagnostic_lines(diagnostic, colour=sys.stderr.isatty()):
            click.echo(line, err=True)


def _write(report: Report, wanted: Sequence[Wanted], colour: str) -> None:
    for one in wanted:
        if one.output in (None, "-"):
            painted = colour == "always" or (colour == "auto" and _terminal())
            text = (
                render_text(report, colour=painted)
                if one.format == "text"
                else FORMATS[one.format](report)
            )
            click.echo(text, nl=False, color=painted)
        else:
            _write_file(Path(str(one.output)), FORMATS[one.format](report))


def _terminal() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def _write_file(path: Path, text: str) -> None:
    """Whole or not at all."""
    scratch = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        scratch.write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")
        scratch.replace(path)
    except OSError as error:
        scratch.unlink(missing_ok=True)
        message = f"'{printable(str(path))}' cannot be written: {error.strerror}"
        raise EdmundError((Diagnostic("EDM706", Severity.ERROR, message),)) from error
