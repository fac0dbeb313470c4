"""The values in effect, each with the place that it was given at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from edmund.config.elements import Client, Configuration, ReviewSettings, Source
from edmund.config.inputs import shown_path
from edmund.diagnostics import Span

__all__ = ["Setting", "effective_settings"]


@dataclass(frozen=True, slots=True)
class Setting:
    """One key of one table; `origin` is None where the value is the default."""

    table: tuple[str, ...]
    key: str
    value: object
    origin: Span | None


def effective_settings(configuration: Configuration) -> tuple[Setting, ...]:
    """All keys of all clients, sources and the review; slices and profiles are merged in."""
    found: list[Setting] = []
    for client in configuration.clients:
        found.extend(_settings(("clients", client.name), client))
    for source in configuration.sources:
        found.extend(_settings(("sources", source.name), source))
    found.extend(_settings(("review",), configuration.review))
    return tuple(found)


def _settings(table: tuple[str, ...], owner: Client | Source | ReviewSettings) -> Iterator[Setting]:
    for field in fields(owner):
        if field.name in ("name", "origins", "lock", "renames"):
            continue
        value = _plain(getattr(owner, field.name))
        yield Setting(table, field.name, value, owner.origins.get(field.name))


def _plain(value: Any) -> object:
    if isinstance(value, Path):
        return shown_path(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return value
