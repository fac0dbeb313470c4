"""A build command for setuptools: generates into the project before its packages are collected.

In the pyproject.toml of the project::

    [build-system]
    requires = ["setuptools>=61", "edmund"]
    build-backend = "setuptools.build_meta"

    [tool.setuptools.cmdclass]
    build_py = "edmund.build.setuptools.build_py"

The output folder of each client counts as a source root: the packages in it are built as well. What they
are made from (configuration, lock, metadata) goes into an sdist, so that a wheel can be built from that.
"""

from __future__ import annotations

import os
from pathlib import Path

from setuptools import find_packages  # type: ignore[import-untyped]
from setuptools.command.build_py import build_py as _build_py  # type: ignore[import-untyped]

from edmund.build.project import generate_project, inputs_of

__all__ = ["build_py"]


class build_py(_build_py):  # type: ignore[misc]
    """Runs `edmund generate --locked`, then builds."""

    def finalize_options(self) -> None:
        """Generate, and add what was generated to the packages. Raises BuildFailed."""
        root = Path.cwd()
        generated = generate_project(root)
        for made in generated:
            self._add_packages(_relative(made.client.output, root))
        self._inputs = [_relative(path, root) for path in inputs_of(root, generated)]
        super().finalize_options()

    def get_source_files(self) -> list[str]:
        """What an sdist holds: the sources, and what the generated ones are made from."""
        return [*super().get_source_files(), *self._inputs]

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
        editable = distribution.get_command_obj("editable_wheel", create=False)
        if editable is not None:  # it asked for the folders before there were any more
            editable.package_dir = folders


def _relative(path: Path, root: Path) -> str:
    return os.path.relpath(path, root).replace(os.sep, "/")
