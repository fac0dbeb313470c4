"""A build command for setuptools: generates into the project before its packages are collected.

In the pyproject.toml of the project::

    [build-system]
    requires = ["setuptools>=61", "edmund"]
    build-backend = "setuptools.build_meta"

    [tool.setuptools.cmdclass]
    build_py = "edmund.build.setuptools.build_py"

The output folder of each client counts as a source root: the packages in it are built as well.
"""

from __future__ import annotations

import os
from pathlib import Path

from setuptools import find_packages  # type: ignore[import-untyped]
from setuptools.command.build_py import build_py as _build_py  # type: ignore[import-untyped]

from edmund.build.project import generate_project

__all__ = ["build_py"]


class build_py(_build_py):  # type: ignore[misc]
    """Runs `edmund generate --locked`, then builds."""

    def finalize_options(self) -> None:
        """Generate, and add what was generated to the packages. Raises BuildFailed."""
        root = Path.cwd()
        for made in generate_project(root):
            self._add_packages(os.path.relpath(made.client.output, root).replace(os.sep, "/"))
        super().finalize_options()

    def _add_packages(self, folder: str) -> None:
        distribution = self.distribution
        packages = list(distribution.packages or [])
        folders = dict(distribution.package_dir or {})
        data = dict(distribution.package_data or {})
        for package in find_packages(folder):
            if package not in packages:
                packages.append(package)
            if "." not in package:
                folders[package] = f"{folder}/{package}"
                data.setdefault(package, []).append("py.typed")
        distribution.packages = packages
        distribution.package_dir = folders
        distribution.package_data = data
