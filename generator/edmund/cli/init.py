"""`edmund init`."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import click

from edmund.api import Fetched, Starter, starter
from edmund.cli.completion import complete_targets
from edmund.cli.console import Console, console_options
from edmund.cli.given import METADATA, local_file
from edmund.config.inputs import shown_path
from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span

__all__ = ["init"]

_HINT = "--stdout prints what would be written"
_EPILOG = """\b
Examples:
  edmund init metadata.csdl                       writes edmund.toml here
  edmund init 'https://service.example/$metadata' fetches it into metadata/ first
  edmund init metadata.csdl --package contoso     with a package name of your choice"""


@click.command(epilog=_EPILOG)
@click.argument("metadata", nargs=-1, required=True, type=METADATA)
@click.option(
    "-p",
    "--package",
    help="The name of the package (made from the namespace, as the language has them).",
)
@click.option(
    "-t",
    "--target",
    default="python",
    show_default=True,
    help="The language to generate.",
    shell_complete=complete_targets,
)
@click.option("--stdout", is_flag=True, help="Print the configuration instead of writing it.")
@console_options
def init(
    console: Console,
    *,
    metadata: tuple[Path | str, ...],
    package: str | None,
    target: str,
    stdout: bool,
) -> int:
    """Write a starter configuration, edmund.toml, for METADATA into the current folder."""
    if not stdout and os.path.lexists("edmund.toml"):
        raise _failed("there is an edmund.toml here already; it is left as it is", _HINT)
    given = [local_file(each) for each in metadata]
    files = tuple(path for path, _ in given)
    fetched = [one for _, one in given if one is not None]
    begin = starter(files, target)
    name = package or begin.package
    text = _sources(fetched) + _configuration(files, name, target, begin, fetched)
    console.record({"command": "init", "file": "edmund.toml", "text": text})
    if stdout:
        console.result(text.rstrip("\n"))
        return 0
    try:
        with open("edmund.toml", "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        message = "there is an edmund.toml here already; it is left as it is"
        raise _failed(message, _HINT) from None
    except OSError as error:
        raise _failed(f"edmund.toml cannot be written: {error.strerror}", None) from error
    console.say(f"wrote edmund.toml for {len(begin.types)} types; now: edmund generate")
    return 0


def _failed(message: str, hint: str | None) -> EdmundError:
    place = Span("edmund.toml")
    return EdmundError((Diagnostic("EDM612", Severity.ERROR, message, place, hint),))


def _sources(fetched: list[Fetched]) -> str:
    """The tables of what was fetched, so that `edmund fetch` brings it again."""
    return "".join(f"""\
[sources.{_key(one.source.name)}]    # `edmund fetch` brings it again
url = {_text(one.source.url)}
path = {_text(_relative(one.source.path))}

""" for one in fetched)


def _base_url(begin: Starter, fetched: list[Fetched]) -> str:
    """The line of the service root: what the description says, else where it came from."""
    if begin.base_url is not None:
        return f"base_url = {_text(begin.base_url)}"
    for one in fetched:
        root, metadata, _ = one.source.url.partition("/$metadata")
        if metadata:
            return f"base_url = {_text(root)}"
    return '# base_url = "https://service.example/v1"    # where clients go by default'


def _configuration(
    metadata: tuple[Path, ...], package: str, target: str, begin: Starter, fetched: list[Fetched]
) -> str:
    files = ", ".join(_text(_relative(path)) for path in metadata)
    example = f"{begin.paths[0]}/**" if begin.paths else "/things/**"
    return f"""\
# What `edmund generate` compiles. `edmund config show` says what is in effect.

[clients.{_key(_client_name(package))}]
metadata = [{files}]
target = {_text(target)}
package = {_text(package)}
output = {_text(f"generated/{target}")}
{_base_url(begin, fetched)}

# Compile only what these URL paths and types need; without them, everything:
# include_paths = [{_text(example)}]
# include_types = [{_text(begin.types[0] if begin.types else "ns.type")}]
"""


def _client_name(package: str) -> str:
    """A name for the table of the client: a Go module's path is none to type on a command line."""
    return package.replace("\\", "/").rpartition("/")[2] or package


def _relative(path: Path) -> str:
    shown = shown_path(path)
    return os.path.relpath(shown).replace(os.sep, "/") if os.path.isabs(shown) else shown


def _text(value: str) -> str:
    """A TOML basic string; JSON's escapes are TOML's."""
    return json.dumps(value).replace("\x7f", "\\u007f")


def _key(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else _text(name)
