"""A build hook for Hatch: generates into the project before its wheel or sdist is made.

In the pyproject.toml of the project::

    [build-system]
    requires = ["hatchling", "edmund"]
    build-backend = "hatchling.build"

    [tool.hatch.build.hooks.edmund]
    clients = ["msgraph"]    # none given: all
    locked = true            # the default: insist on edmund.lock

A wheel has the generated package of each Python client beside the project's own, an sdist what it is made from.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.plugin import hookimpl

from edmund.build.project import BuildFailed, generate_project
from edmund.output.destination import CACHE_NAME

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
            package = made.client.package.replace(".", "/")
            if made.client.target == "python" and self.target_name == "wheel":
                self._ship(f"{folder}/{package}", package, build_data)
        # Hatch heeds the project's own .gitignore, not the one in Edmund's scratch folder.
        self.build_config.build_reserved_paths.add(CACHE_NAME)

    def _ship(self, source: str, package: str, build_data: dict[str, Any]) -> None:
        """Put a package into the wheel, unless the project says itself that it goes there."""
        if source in self.build_config.packages:
            return
        path = os.path.join(self.root, source)
        build_data["force_include"][path] = package
        build_data.setdefault("force_include_editable", {})[path] = package


@hookimpl
def hatch_register_build_hook() -> type[EdmundBuildHook]:
    """Hatch finds the hook by this, through the entry point `hatch`."""
    return EdmundBuildHook
