"""The `edmund` command. Each command lives in a module of its own and is imported when it is called."""

from __future__ import annotations

from edmund.cli.interrupts import ends_at_once

with ends_at_once():
    from edmund.cli.group import main

__all__ = ["main"]
