"""`edmund config`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from edmund import api
from edmund.cli.console import Console, console_options
from edmund.cli.selection import config_option, configuration_of
from edmund.config.effective import Setting, effective_settings
from edmund.config.inputs import shown_path
from edmund.config.schema import configuration_schema
from edmund.reporting import printable

__all__ = ["config"]


@click.group()
def config() -> None:
    """Show the configuration, or its JSON Schema for editors."""


@config.command()
@config_option
@console_options
def show(console: Console, *, config: Path | None) -> int:
    """Show the values in effect, each with the place that it comes from."""
    configuration = configuration_of(config)
    settings = effective_settings(configuration)
    file = shown_path(configuration.file) if configuration.file else None
    console.record(
        {
            "command": "config show",
            "file": file,
            "settings": [_record(setting) for setting in settings],
        }
    )
    if file:
        console.result(f"# {printable(file)}")
    for line in _lines(settings):
        console.result(line)
    return 0


@config.command()
def schema() -> None:
    """Print the JSON Schema of edmund.toml, for editors that check TOML."""
    targets = {name: api.target_settings(name) for name in api.target_names()}
    click.echo(json.dumps(configuration_schema(targets), indent=2))


def _record(setting: Setting) -> Mapping[str, Any]:
    origin = setting.origin
    place = None if origin is None else {"file": origin.file, "line": origin.line}
    return {
        "table": list(setting.table),
        "key": setting.key,
        "value": setting.value,
        "origin": place,
    }


def _lines(settings: tuple[Setting, ...]) -> Iterator[str]:
    table: tuple[str, ...] | None = None
    for setting in settings:
        if setting.table != table:
            table = setting.table
            yield ""
            yield printable(f"[{'.'.join(table)}]")
        value = json.dumps(setting.value, ensure_ascii=False)
        where = "default" if setting.origin is None else f"line {setting.origin.line}"
        yield f"{setting.key} = {printable(value)}  # {where}"
