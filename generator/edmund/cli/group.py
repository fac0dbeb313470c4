"""The command group: finds commands by name, suggests near misses, turns failures into exit codes.

Exit codes: 0 fine, 1 findings (drift, a breaking change, violations), 2 usage or bad input.
"""

from __future__ import annotations

import gc
import os
import sys
import traceback
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from typing import Any

import click

from edmund.cli.interrupts import end_at_once
from edmund.reporting.escape import printable
from edmund.suggestions import suggestion

__all__ = ["main"]

_COMMANDS: Mapping[str, tuple[str, str]] = {
    "init": ("edmund.cli.init", "Write a starter configuration from a metadata file."),
    "generate": ("edmund.cli.generate", "Compile metadata into a client, or check for drift."),
    "validate": ("edmund.cli.validate", "Check a JSON payload against a type of the metadata."),
    "inspect": ("edmund.cli.inspect", "Show a type, or a URL path with its calls."),
    "review": ("edmund.cli.review", "Say what a metadata change breaks."),
    "samples": ("edmund.cli.samples", "Check examples of calls and write them as code."),
    "docs": ("edmund.cli.docs", "Write reference pages of calls and types, with samples."),
    "convert": ("edmund.cli.convert", "Write a CSDL document as JSON or XML."),
    "fetch": ("edmund.cli.fetch", "Bring metadata from its service, as the configuration says."),
    "lock": ("edmund.cli.lock", "Pin inputs, compiler and templates in edmund.lock."),
    "config": ("edmund.cli.config", "Show the configuration, and where each value came from."),
    "completion": ("edmund.cli.completion", "Print the script that makes a shell complete words."),
}

_EPILOG = """\b
Examples:
  edmund init metadata.csdl                    start here
  edmund generate                              do what edmund.toml says
  edmund generate --check                      fail when the output is out of date
  edmund inspect -m metadata.csdl /users/{id}  what can be called there?

Exit codes: 0 fine, 1 findings (drift, breaking change, violations), 2 usage or bad input."""


_OF_COMMANDS = ("-q", "--quiet", "-v", "--verbose", "--json", "--format", "--color", "--colour")


class LazyGroup(click.Group):
    """Commands by name; a module is imported when its command is called."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """`edmund help [COMMAND]` is `edmund [COMMAND] --help`."""
        if args[:1] == ["help"]:
            args = [*args[1:2], "--help"]
        elif args and args[0].partition("=")[0] in _OF_COMMANDS:
            version = "; --version says which Edmund this is" if args[0] == "-v" else ""
            ctx.fail(f"the option {args[0]} goes behind a command{version}.")
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        entry = _COMMANDS.get(cmd_name)
        if entry is None:
            return None
        return getattr(import_module(entry[0]), cmd_name)  # type: ignore[no-any-return]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name == "version":
            ctx.fail("there is no command 'version': edmund --version says which it is.")
        if name not in _COMMANDS and not name.startswith("-"):
            hint = suggestion(name, _COMMANDS)
            ctx.fail(f"there is no command '{name}'." + (f" {hint.capitalize()}" if hint else ""))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Help without importing the commands."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in _COMMANDS.items()])


@click.group(
    cls=LazyGroup,
    epilog=_EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="edmund", message="edmund %(version)s")
@click.option("--debug", is_flag=True, help="Show a traceback when Edmund itself fails.")
def edmund(debug: bool) -> None:
    """Compile OData CSDL into typed API clients and validators, and review what changed."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command and exit with its code. Never shows a traceback for a mistake of the user's."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    debug = "--debug" in given or bool(os.environ.get("EDMUND_DEBUG"))
    _open_what_is_closed()
    if arguments is None:
        gc.disable()  # A process of our own makes one thing, and ends.
    code = _run([argument for argument in given if argument != "--debug"], debug)
    if arguments is None:
        end_at_once()  # All is done but for what waits to be written out.
    sys.exit(code if _flushed() else code or 2)


def _open_what_is_closed() -> None:
    """A stream that the caller closed is one that nobody reads, or that ends at once."""
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115 - lives until the end
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115


def _flushed() -> bool:
    """Write out what waits; a stream that fails is replaced, so that ending does not fail again."""
    good = True
    for name in ("stdout", "stderr"):
        try:
            getattr(sys, name).flush()
        except (OSError, ValueError):
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
            good = False
    return good


def _tell(text: str) -> None:
    """A line on standard error, if anybody can still be told."""
    with suppress(OSError, ValueError):
        click.echo(text, err=True)


def _surroundings(arguments: list[str]) -> str | None:
    """What is wrong with the call itself, or None."""
    try:
        os.getcwd()
    except OSError as error:
        return f"the current folder cannot be used: {error.strerror}"
    for argument in arguments:
        if any("\ud800" <= character <= "\udfff" for character in argument):
            return (
                f"the argument {printable(ascii(argument))} is not text in this locale's encoding"
            )
    return None


def _run(arguments: list[str], debug: bool) -> int:
    wrong = _surroundings(arguments)
    if wrong is not None:
        _tell(f"Error: {wrong}")
        return 2
    try:
        result: Any = edmund.main(args=arguments, prog_name="edmund", standalone_mode=False)
        code = result if isinstance(result, int) else 0
        sys.stdout.flush()
    except click.exceptions.Exit as stop:
        code = stop.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        code = 2
    except click.ClickException as error:
        _show_usage_error(error)
        code = 2
    except (click.Abort, KeyboardInterrupt):
        _tell("stopped")
        code = 130
    except (BrokenPipeError, SystemExit):  # Click makes the second of the first
        # The reader has gone (`edmund inspect | head`): nobody is left to tell.
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - lives until the end
        code = 0
    except MemoryError:
        _tell("Error: there is not enough memory")
        code = 2
    except OSError as error:
        code = 2
        if debug:
            traceback.print_exc()
        place = "" if error.filename is None else f": {str(error.filename)[:200]}"
        _tell(printable(f"Error: the system refuses: {error.strerror or error}{place}"))
    except Exception as error:
        code = 2
        if debug:
            traceback.print_exc()
        told = printable(f"{type(error).__name__}: {error}")
        _tell(f"this is a bug in Edmund, not in your input: {told}")
        if not debug:
            _tell("  hint: run again with --debug and report what it shows")
    return code


def _show_usage_error(error: click.ClickException) -> None:
    context = getattr(error, "ctx", None)
    if context is not None:
        click.echo(context.get_usage(), err=True)
    for line in error.format_message().split("\n"):
        click.echo(f"Error: {printable(line)}", err=True)
    if context is not None:
        click.echo(f"  hint: '{context.command_path} --help' says more", err=True)
