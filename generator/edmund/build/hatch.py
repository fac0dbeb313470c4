"""A build hook for Hatch: generates into the project before its wheel or sdist is made.

In the pyproject.toml of the project::

    [build-system]
    requires = ["hatchling", "edmund"]
    build-backend = "hatchling.build"

    [tool.hatch.build.hooks.edmund]
    clients = ["msgraph"]    # none given: all
    locked = true            # the default: insist on edmund.lock
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.plugin import hookimpl

from edmund.build.project import BuildFailed, generate_project

__all__ = ["EdmundBuildHook", "hatch_register_build_hook"]

_OPTIONS = {"clients", "locked", "dependencies", "require-runtime-dependencies", "enable-by-default"}


class EdmundBuildHook(BuildHookInterface[BuilderConfig]):
    """Runs `edmund generate --locked` and counts the outputs as artifacts, ignored by git or not."""

    PLUGIN_NAME = "edmund"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by Hatch before it collects files. Raises BuildFailed."""
        unknown = set(self.config) - _OPTIONS
        if unknown:
            raise BuildFailed(f"[tool.hatch.build.hooks.edmund] has no option '{sorted(unknown)[0]}'")
        clients = self.config.get("clients", [])
        locked = self.config.get("locked", True)
        if not isinstance(clients, list) or not isinstance(locked, bool):
            raise BuildFailed("[tool.hatch.build.hooks.edmund]: clients is a list, locked true or false")
        root = Path(self.root)
        for made in generate_project(root, clients, locked=locked):
            folder = os.path.relpath(made.client.output, root).replace(os.sep, "/")
            build_data["artifacts"].append(f"/{folder}/**")


@hookimpl
def hatch_register_build_hook() -> type[EdmundBuildHook]:
    """Hatch finds the hook by this, through the entry point `hatch`."""
    return EdmundBuildHook
