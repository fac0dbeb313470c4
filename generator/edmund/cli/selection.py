"""Which clients a command is about: from the configuration, or all on the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from edmund.cli.completion import complete_targets
from edmund.config import Client, Configuration, find_configuration, load_configuration
from edmund.config.inputs import shown_path
from edmund.diagnostics import Diagnostic, EdmundError, Severity
from edmund.suggestions import suggestion

__all__ = ["client_options", "clients_of", "config_option", "configuration_of"]

F = TypeVar("F", bound=Callable[..., Any])

_PATH = click.Path(path_type=Path)
# Options that describe a client; without a configuration these four must be there.
_NEEDED = ("metadata", "target", "package", "output")


def config_option(function: F) -> F:
    """Add --config."""
    return click.option(
        "-c",
        "--config",
        type=_PATH,
        help="The configuration (edmund.toml or pyproject.toml, here or above).",
    )(function)


def client_options(function: F) -> F:
    """Add --config and the options that describe a client without one."""
    options = (
        config_option,
        click.option(
            "-m",
            "--metadata",
            multiple=True,
            type=_PATH,
            help="A CSDL file, repeatable; or an OpenAPI description.",
        ),
        click.option("--permissions", type=_PATH, help="A permissions file."),
        click.option(
            "-t", "--target", help="The language to generate.", shell_complete=complete_targets
        ),
        click.option("-p", "--package", help="The name of the package that is generated."),
        click.option("--client", "client_name", help="The name of the client class."),
        click.option("--base-url", help="The service root that the client uses by default."),
        click.option(
            "--names",
            "name_style",
            type=click.Choice(["kiota", "natural"]),
            help="Whose names the client has: natural ones, or those of the official SDKs' generator.",
        ),
        click.option(
            "--shape",
            type=click.Choice(["paths", "operations"]),
            help="The shape of a client of an OpenAPI description: URLs as chains, or methods of resources.",
        ),
        click.option(
            "--calls",
            type=_PATH,
            help="A file with names of an OpenAPI description's calls, and how their pages follow.",
        ),
        click.option("-o", "--output", type=_PATH, help="The folder to write."),
        click.option(
            "--include-path",
            multiple=True,
            metavar="GLOB",
            help="Only these URL paths; repeatable.",
        ),
        click.option(
            "--include-type", multiple=True, metavar="NAME", help="Only these types; repeatable."
        ),
        click.option(
            "--templates", type=_PATH, help="A folder of templates that win over built-in ones."
        ),
    )
    for option in reversed(options):
        function = option(function)
    return function


def configuration_of(config: Path | None, instead: str = "") -> Configuration:
    """The configuration given, or the nearest one. Raises EdmundError (EDM601).

    `instead` ends the hint: what the command takes in its place.
    """
    path = config if config is not None else find_configuration(Path.cwd())
    if path is None:
        message = "there is no edmund.toml here or above"
        hint = f"`edmund init METADATA` writes one{instead}"
        raise EdmundError((Diagnostic("EDM601", Severity.ERROR, message, None, hint),))
    return load_configuration(Path(path).absolute(), shown=shown_path(path))


def clients_of(
    given: dict[str, Any], names: tuple[str, ...]
) -> tuple[tuple[Client, ...], Configuration]:
    """The clients that a command is about, and their configuration (without a file, if by options).

    Raises click.UsageError for options that do not go together, EdmundError for the rest.
    """
    described = {key: value for key, value in given.items() if key != "config" and value}
    if not described:
        instead = ""
        if "metadata" in given:
            instead = "; or give --metadata, --target, --package and --output"
        configuration = configuration_of(given["config"], instead)
        return _named(configuration, names), configuration
    if given["config"] is not None or names:
        raise click.UsageError(
            "a client is described either by the configuration or by options: --"
            + sorted(described)[0].replace("_", "-")
            + " does not go with "
            + ("--config" if given["config"] is not None else f"the name '{names[0]}'")
        )
    missing = [f"--{key}" for key in _NEEDED if not described.get(key)]
    if missing:
        raise click.UsageError(
            f"without a configuration, {', '.join(missing)} must be given as well"
        )
    client = Client(
        name=described["package"],
        metadata=tuple(described["metadata"]),
        target=described["target"],
        package=described["package"],
        output=described["output"],
        permissions=described.get("permissions"),
        client=described.get("client_name"),
        base_url=described.get("base_url"),
        names=described.get("name_style"),
        shape=described.get("shape"),
        calls=described.get("calls"),
        include_paths=tuple(described.get("include_path", ())),
        include_types=tuple(described.get("include_type", ())),
        templates=described.get("templates"),
    )
    return (client,), Configuration(None, Path.cwd(), (client,))


def _named(configuration: Configuration, names: tuple[str, ...]) -> tuple[Client, ...]:
    by_name = {client.name: client for client in configuration.clients}
    if not by_name:
        message = "the configuration has no [clients.NAME] table: there is nothing to generate"
        raise EdmundError((Diagnostic("EDM605", Severity.ERROR, message),))
    for name in names:
        if name not in by_name:
            hint = suggestion(name, by_name) or f"there are: {', '.join(by_name)}"
            raise click.UsageError(f"the configuration has no client '{name}': {hint}")
    return tuple(by_name[name] for name in dict.fromkeys(names)) if names else configuration.clients
