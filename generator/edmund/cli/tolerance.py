"""--strict and --ignore: what becomes of warnings about metadata."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

import click

from edmund.config import Client, Configuration

__all__ = ["tolerance_options", "tolerant", "with_tolerance"]

F = TypeVar("F", bound=Callable[..., Any])


def tolerance_options(function: F) -> F:
    """Add --strict and --ignore."""
    strict = click.option("--strict", is_flag=True, help="Warnings about the metadata are errors.")
    ignore = click.option(
        "--ignore",
        multiple=True,
        metavar="CODE",
        help="Neither tell nor refuse warnings of this code, such as EDM222; repeatable.",
    )
    return strict(ignore(function))


def with_tolerance(
    configuration: Configuration, *, strict: bool, ignore: tuple[str, ...]
) -> Configuration:
    """The configuration with what the options say, added to what its clients say."""
    return replace(
        configuration,
        clients=tuple(tolerant(client, strict, ignore) for client in configuration.clients),
    )


def tolerant(client: Client, strict: bool, ignore: tuple[str, ...]) -> Client:
    """The client, stricter and with more to ignore if it is said so."""
    return replace(client, strict=client.strict or strict, ignore=(*client.ignore, *ignore))
