"""`edmund init`."""

from __future__ import annotations

import os
from pathlib import Path

import click

from edmund.api import Fetched, Starter, method_names, starter
from edmund.cli.completion import complete_targets
from edmund.cli.console import Console, console_options
from edmund.cli.given import METADATA, local_file
from edmund.config.inputs import shown_path
from edmund.config.toml_text import toml_key, toml_text
from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span

__all__ = ["init"]

_CALLS = "calls.toml"
_HINT = "--stdout prints what would be written"
_EPILOG = """\b
Examples:
  edmund init metadata.csdl                       writes edmund.toml here
  edmund init 'https://service.example/$metadata' fetches it into metadata/ first
  edmund init openapi.yaml --target go            for an OpenAPI description, in Go
  edmund init openapi.yaml --names-from openapi-tags   methods of resources, by tags and operationIds
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
@click.option(
    "--names-from",
    metavar="FILE|openapi-tags",
    help="For an OpenAPI description: methods of resources instead of URLs as chains, called as in a"
    " stainless.yml, or after tags and operationIds. The names are written to calls.toml.",
)
@click.option("--stdout", is_flag=True, help="Print the configuration instead of writing it.")
@console_options
def init(
    console: Console,
    *,
    metadata: tuple[Path | str, ...],
    package: str | None,
    target: str,
    names_from: str | None,
    stdout: bool,
) -> int:
    """Write a starter configuration, edmund.toml, for METADATA into the current folder."""
    made = ("edmund.toml", *((_CALLS,) if names_from is not None else ()))
    for name in made if not stdout else ():
        if os.path.lexists(name):
            raise _failed(name, f"there is {_a(name)} here already; it is left as it is", _HINT)
    given = [local_file(each) for each in metadata]
    files = tuple(path for path, _ in given)
    fetched = [one for _, one in given if one is not None]
    begin = starter(files, target)
    name = package or begin.package
    texts = {}
    if names_from is not None:
        texts[_CALLS] = _calls(files, names_from)
    has_calls = names_from is not None
    configuration = _configuration(files, name, target, begin, fetched, has_calls=has_calls)
    texts["edmund.toml"] = _sources(fetched) + configuration
    console.record({"command": "init", "file": "edmund.toml", "text": texts["edmund.toml"]})
    if stdout:
        for text in texts.values():
            console.result(text.rstrip("\n"))
        return 0
    for file, text in texts.items():
        _write(file, text)
    console.say(f"wrote {' and '.join(texts)} for {len(begin.types)} types; now: edmund generate")
    return 0


def _write(name: str, text: str) -> None:
    try:
        with open(name, "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        message = f"there is {_a(name)} here already; it is left as it is"
        raise _failed(name, message, _HINT) from None
    except OSError as error:
        raise _failed(name, f"{name} cannot be written: {error.strerror}", None) from error


def _a(name: str) -> str:
    return f"an {name}" if name[0] in "aeiou" else f"a {name}"


def _calls(files: tuple[Path, ...], names_from: str) -> str:
    if len(files) != 1:
        raise click.UsageError("--names-from goes with one OpenAPI description")
    return method_names(files[0], None if names_from == "openapi-tags" else names_from)


def _failed(name: str, message: str, hint: str | None) -> EdmundError:
    place = Span(name)
    return EdmundError((Diagnostic("EDM612", Severity.ERROR, message, place, hint),))


def _sources(fetched: list[Fetched]) -> str:
    """The tables of what was fetched, so that `edmund fetch` brings it again."""
    return "".join(f"""\
[sources.{toml_key(one.source.name)}]    # `edmund fetch` brings it again
url = {toml_text(one.source.url)}
path = {toml_text(_relative(one.source.path))}

""" for one in fetched)


def _base_url(begin: Starter, fetched: list[Fetched]) -> str:
    """The line of the service root: what the description says, else where it came from."""
    if begin.base_url is not None:
        return f"base_url = {toml_text(begin.base_url)}"
    for one in fetched:
        root, metadata, _ = one.source.url.partition("/$metadata")
        if metadata:
            return f"base_url = {toml_text(root)}"
    return '# base_url = "https://service.example/v1"    # where clients go by default'


def _configuration(
    metadata: tuple[Path, ...],
    package: str,
    target: str,
    begin: Starter,
    fetched: list[Fetched],
    *,
    has_calls: bool,
) -> str:
    files = ", ".join(toml_text(_relative(path)) for path in metadata)
    example = f"{begin.paths[0]}/**" if begin.paths else "/things/**"
    shape = f"{_shape(target, begin)}\ncalls = {toml_text(_CALLS)}\n" if has_calls else ""
    return f"""\
# What `edmund generate` compiles. `edmund config show` says what is in effect.

[clients.{toml_key(_client_name(package))}]
metadata = [{files}]
target = {toml_text(target)}
package = {toml_text(package)}
output = {toml_text(f"generated/{target}")}
{_base_url(begin, fetched)}
{shape}
# Compile only what these URL paths and types need; without them, everything:
# include_paths = [{toml_text(example)}]
# include_types = [{toml_text(begin.types[0] if begin.types else "ns.type")}]
"""


def _shape(target: str, begin: Starter) -> str:
    """The line of the shape; a target that does not have it yet would refuse it."""
    line = 'shape = "operations"'
    if "operations" in begin.shapes:
        return line
    return f"# {line}    # clients in {target} do not have it yet"


def _client_name(package: str) -> str:
    """A name for the table of the client: a Go module's path is none to type on a command line."""
    return package.replace("\\", "/").rpartition("/")[2] or package


def _relative(path: Path) -> str:
    shown = shown_path(path)
    return os.path.relpath(shown).replace(os.sep, "/") if os.path.isabs(shown) else shown
