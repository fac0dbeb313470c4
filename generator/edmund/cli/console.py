"""What a command says and how: to people, to programs, to a build log."""

from __future__ import annotations

import functools
import json
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

import click

from edmund.diagnostics import Diagnostic, EdmundError, Severity
from edmund.reporting import (
    diagnostic_lines,
    diagnostic_record,
    first_of_each_code,
    github_annotation,
    printable,
    sarif_log,
)

__all__ = ["Console", "console_options"]

_MOST_SHOWN = 50
_MOST_ANNOTATIONS = 10
# What the target lacks, and what it would rename: the description is right.
_ABOUT_OUTPUT = frozenset({"EDM755", "EDM758"})
# How much of a text is shown on either side of what is pointed at.
_AROUND = 60
F = TypeVar("F", bound=Callable[..., Any])


class Console:
    """One run's output. Results go to standard output, diagnostics and progress to standard error."""

    def __init__(self, *, quiet: bool, style: str, colour: str, verbose: bool = False) -> None:
        self.quiet = quiet
        self.verbose = verbose
        self.style = style
        self._colour = colour
        self._diagnostics: list[Diagnostic] = []
        self._payload: dict[str, object] = {}
        self._line_open = False

    @property
    def for_people(self) -> bool:
        return self.style in {"text", "github"}

    def colour(self, stream: Any) -> bool:
        """Whether to colour what goes to `stream`."""
        if self._colour != "auto":
            return self._colour == "always"
        if os.environ.get("NO_COLOR"):
            return False
        if os.environ.get("FORCE_COLOR") or os.environ.get("CLICOLOR_FORCE"):
            return True
        return bool(stream.isatty()) and os.environ.get("TERM") != "dumb"

    def say(self, text: str = "") -> None:
        """A line for people, of Edmund's own making or escaped already."""
        if self.for_people and not self.quiet:
            self.clear_progress()
            click.echo(text, color=True)

    def result(self, text: str) -> None:
        """A line that was asked for: shown even when quiet."""
        if self.for_people:
            self.clear_progress()
            click.echo(text, color=True)

    def record(self, values: Mapping[str, object]) -> None:
        """Something for the JSON document."""
        self._payload.update(values)

    def progress(self, text: str, done: float) -> None:
        """Show a bar with `done` (0 to 1) of it filled, on a terminal."""
        if self.quiet or not self.for_people or not sys.stderr.isatty():
            return
        width = 24
        filled = round(width * done)
        bar = "█" * filled + "░" * (width - filled)
        if not _can_encode(bar):
            bar = "#" * filled + "." * (width - filled)
        sys.stderr.write(f"\r\x1b[2K{bar} {done:4.0%} {printable(text)}")
        sys.stderr.flush()
        self._line_open = True

    def clear_progress(self) -> None:
        if self._line_open:
            sys.stderr.write("\r\x1b[2K")
            sys.stderr.flush()
            self._line_open = False

    def report(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Show diagnostics: at once to people, at the end to programs."""
        new = list(diagnostics)
        self._diagnostics.extend(new)
        if not self.for_people:
            return
        self.clear_progress()
        if self.style == "github" or os.environ.get("GITHUB_ACTIONS") == "true":
            for diagnostic in _annotated(new):
                click.echo(github_annotation(diagnostic))
        if self.style == "github":
            return
        colour = self.colour(sys.stderr)
        for diagnostic in _shown(new, quiet=self.quiet, verbose=self.verbose):
            for line in diagnostic_lines(diagnostic, colour=colour):
                click.echo(line, err=True, color=colour)

    def point_at(self, text: str, column: int) -> None:
        """Show people the place of a finding that was reported: the text around it, a caret below."""
        if self.style != "text":
            return
        start = max(0, column - 1 - _AROUND)
        shown = text[start : column - 1 + _AROUND]
        before = printable(text[start : column - 1])
        click.echo(f"    {printable(shown)}", err=True)
        click.echo(f"    {' ' * len(before)}^", err=True)

    def finish(self, code: int) -> int:
        """Write the document for programs, if that is the style; gives `code` back."""
        self.clear_progress()
        if self.style == "json":
            document = {
                **self._payload,
                "diagnostics": [diagnostic_record(d) for d in self._diagnostics],
                "exit_code": code,
            }
            click.echo(json.dumps(document, indent=2))
        elif self.style == "sarif":
            from importlib.metadata import version

            click.echo(json.dumps(sarif_log(self._diagnostics, version("edmund")), indent=2))
        return code


def _annotated(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """The first ones of each severity: GitHub shows no more for one step."""
    return [
        diagnostic
        for severity in Severity
        for diagnostic in [d for d in diagnostics if d.severity is severity][:_MOST_ANNOTATIONS]
    ]


def _shown(diagnostics: list[Diagnostic], *, quiet: bool, verbose: bool) -> list[Diagnostic]:
    """Errors all; of warnings one of each code unless `verbose`, and none when quiet."""
    if verbose and not quiet:
        return diagnostics
    diagnostics = list(first_of_each_code(diagnostics, "--verbose"))
    errors = sum(d.severity is Severity.ERROR for d in diagnostics)
    room = 0 if quiet else max(_MOST_SHOWN - errors, 0)
    shown: list[Diagnostic] = []
    left_out = 0
    for diagnostic in diagnostics:
        if diagnostic.severity is Severity.ERROR:
            shown.append(diagnostic)
        elif room:
            shown.append(diagnostic)
            room -= 1
        else:
            left_out += 1
    if left_out and not quiet:
        message = f"{left_out} more warnings are not shown"
        hint = "--verbose shows all"
        shown.append(Diagnostic("EDM600", Severity.INFO, message, None, hint))
    return shown


def _is_about_output(diagnostic: Diagnostic) -> bool:
    """Whether the input is right: what is told is a finding about the output."""
    return diagnostic.severity is not Severity.ERROR or diagnostic.code in _ABOUT_OUTPUT


def _can_encode(text: str) -> bool:
    try:
        text.encode(sys.stderr.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def console_options(function: F) -> F:
    """Add --quiet, --verbose, --json, --format and --color, and give the command a `Console` first.

    The command returns its exit code (None is 0). A EdmundError that it lets through is shown,
    and the exit code is 2; it is 1 where only the target lacks something.
    """

    @click.option(
        "-q", "--quiet", is_flag=True, help="Say nothing but errors and what was asked for."
    )
    @click.option(
        "-v", "--verbose", is_flag=True, help="Show each warning, not one line for each code."
    )
    @click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
    @click.option(
        "--format",
        "style",
        type=click.Choice(["text", "json", "github", "sarif"]),
        default="text",
        help="How to show results and diagnostics.",
    )
    @click.option(
        "--color",
        "--colour",
        "colour",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        help="Whether to colour text.",
    )
    @click.option("--debug", is_flag=True, hidden=True, expose_value=False)
    @functools.wraps(function)
    def command(
        *, quiet: bool, verbose: bool, as_json: bool, style: str, colour: str, **options: Any
    ) -> int:
        shown_as = "json" if as_json else style
        console = Console(quiet=quiet, style=shown_as, colour=colour, verbose=verbose)
        try:
            code = function(console, **options)
        except EdmundError as failure:
            console.report(failure.diagnostics)
            code = 1 if all(_is_about_output(each) for each in failure.diagnostics) else 2
        finally:
            console.clear_progress()
        return console.finish(code or 0)

    return command  # type: ignore[return-value]
