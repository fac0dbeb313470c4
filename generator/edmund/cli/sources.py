"""The metadata that `validate` and `inspect` are about: files given, or a client of the configuration."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from edmund.api import Description, Loaded, is_openapi, load, load_client, load_openapi
from edmund.cli.completion import complete_clients
from edmund.cli.console import Console
from edmund.cli.given import METADATA, local_file
from edmund.cli.selection import clients_of, config_option, configuration_of
from edmund.cli.tolerance import tolerance_options, tolerant
from edmund.config import Client
from edmund.diagnostics import Tolerance, raise_on_errors

__all__ = ["load_given", "metadata_options", "openapi_client_given", "openapi_given"]

F = TypeVar("F", bound=Callable[..., Any])


def metadata_options(function: F) -> F:
    """Add --metadata, --permissions, --config, --client, --strict and --ignore."""
    path = click.Path(path_type=Path)
    for option in (
        click.option(
            "--client",
            "client_name",
            help="With a configuration: the client meant.",
            shell_complete=complete_clients,
        ),
        config_option,
        click.option("--permissions", type=path, help="A permissions file."),
        click.option(
            "-m",
            "--metadata",
            multiple=True,
            type=METADATA,
            help="A CSDL file, a folder of them, an OpenAPI file, or a URL; repeatable.",
        ),
        tolerance_options,
    ):
        function = option(function)
    return function


def load_given(
    console: Console,
    *,
    metadata: tuple[Path | str, ...],
    permissions: Path | None,
    config: Path | None,
    client_name: str | None,
    strict: bool,
    ignore: tuple[str, ...],
) -> tuple[Loaded, Client | None]:
    """The model of the files given, else of the configuration's client (and that client).

    Raises EdmundError for what cannot be read, and for warnings where these are refused.
    """

    def progress(stage: str) -> None:
        console.progress(stage, 0.3 if stage == "reading" else 0.6)

    if metadata:
        files = [local_file(given)[0] for given in metadata]
        loaded = load(*files, permissions=permissions, progress=progress)
        raise_on_errors(Tolerance(strict, frozenset(ignore)).judge(loaded.diagnostics))
        return loaded, None
    if permissions is not None:
        raise click.UsageError("--permissions goes with --metadata")
    client = tolerant(_client(config, client_name), strict, ignore)
    loaded = load_client(client, progress=progress)
    raise_on_errors(client.tolerance.judge(loaded.diagnostics))
    return loaded, client


def openapi_given(console: Console, **given: Any) -> Description | None:
    """The OpenAPI description that is given or that the configuration's client has; None when it is no OpenAPI.

    Raises EdmundError for what cannot be read, and for warnings where these are refused.
    """
    found = openapi_client_given(console, **given)
    return None if found is None else found[0]


def openapi_client_given(
    console: Console,
    *,
    metadata: tuple[Path | str, ...],
    permissions: Path | None,
    config: Path | None,
    client_name: str | None,
    strict: bool,
    ignore: tuple[str, ...],
) -> tuple[Description, Client | None] | None:
    """As `openapi_given`, with the client of the configuration whose description it is."""
    client = None
    if metadata:
        files = tuple(local_file(given)[0] for given in metadata)
        tolerance = Tolerance(strict, frozenset(ignore))
    else:
        if permissions is not None:
            return None
        client = tolerant(_client(config, client_name), strict, ignore)
        files, tolerance = client.metadata, client.tolerance
    if not any(is_openapi(file) for file in files):
        return None
    if len(files) > 1 or permissions is not None:
        raise click.UsageError("OpenAPI is one file, which may refer to others, and no permissions")
    console.progress("reading", 0.3)
    description = load_openapi(files[0])
    found = tolerance.judge(description.diagnostics)
    raise_on_errors(found)
    console.report(found)
    return description, client


def _client(config: Path | None, name: str | None) -> Client:
    if name is not None:
        return clients_of({"config": config}, (name,))[0][0]
    clients = configuration_of(config, "; or give --metadata").clients
    if len(clients) > 1 and len({(c.metadata, c.permissions) for c in clients}) > 1:
        names = ", ".join(client.name for client in clients)
        raise click.UsageError(
            f"the configuration has several clients: choose one by --client ({names})"
        )
    return clients_of({"config": config}, ())[0][0]
