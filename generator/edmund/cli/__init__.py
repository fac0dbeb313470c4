"""The `edmund` command. Each command lives in a module of its own and is imported when it is called."""

from __future__ import annotations

from edmund.cli.group import main

__all__ = ["main"]
