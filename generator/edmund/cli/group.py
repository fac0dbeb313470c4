"""The command group: finds commands by name, suggests near misses, turns failures into exit codes.

Exit codes: 0 fine, 1 findings (drift, a breaking change, violations), 2 usage or bad input.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any

import click

from edmund.config.check import suggestion
from edmund.reporting.escape import printable

__all__ = ["main"]

_COMMANDS: Mapping[str, tuple[str, str]] = {
    "init": ("edmund.cli.init", "Write a starter configuration from a metadata file."),
    "generate": ("edmund.cli.generate", "Compile metadata into a client, or check for drift."),
    "validate": ("edmund.cli.validate", "Check a JSON payload against a type of the metadata."),
    "inspect": ("edmund.cli.inspect", "Show a type, or a URL path with its calls."),
    "review": ("edmund.cli.review", "Say what a metadata change breaks."),
    "fetch": ("edmund.cli.fetch", "Bring metadata from its service, as the configuration says."),
    "lock": ("edmund.cli.lock", "Pin inputs, compiler and templates in edmund.lock."),
    "config": ("edmund.cli.config", "Show the configuration, and where each value came from."),
}

_EPILOG = """\b
Examples:
  edmund init metadata.csdl                    start here
  edmund generate                              do what edmund.toml says
  edmund generate --check                      fail when the output is out of date
  edmund inspect -m metadata.csdl /users/{id}  what can be called there?

Exit codes: 0 fine, 1 findings (drift, breaking change, violations), 2 usage or bad input."""


class LazyGroup(click.Group):
    """Commands by name; a module is imported when its command is called."""

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
    sys.exit(_run([argument for argument in given if argument != "--debug"], debug))


def _run(arguments: list[str], debug: bool) -> int:
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
        click.echo("stopped", err=True)
        code = 130
    except BrokenPipeError:
        # The reader has gone (`edmund inspect | head`): nobody is left to tell.
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - lives until the end
        code = 0
    except Exception as error:
        code = 2
        if debug:
            traceback.print_exc()
        told = printable(f"{type(error).__name__}: {error}")
        click.echo(f"this is a bug in Edmund, not in your input: {told}", err=True)
        if not debug:
            click.echo("  hint: run again with --debug and report what it shows", err=True)
    return code


def _show_usage_error(error: click.ClickException) -> None:
    context = getattr(error, "ctx", None)
    if context is not None:
        click.echo(context.get_usage(), err=True)
    for line in error.format_message().split("\n"):
        click.echo(f"Error: {printable(line)}", err=True)
    if context is not None:
        click.echo(f"  hint: '{context.command_path} --help' says more", err=True)
