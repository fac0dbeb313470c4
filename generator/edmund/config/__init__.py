"""The configuration: `edmund.toml`, or `[tool.edmund]` in `pyproject.toml`."""

from edmund.config.elements import Client, Configuration, ReviewSettings, Source
from edmund.config.load import (
    LOCK_NAME,
    find_configuration,
    load_configuration,
    parse_configuration,
)

__all__ = [
    "LOCK_NAME",
    "Client",
    "Configuration",
    "ReviewSettings",
    "Source",
    "find_configuration",
    "load_configuration",
    "parse_configuration",
]
