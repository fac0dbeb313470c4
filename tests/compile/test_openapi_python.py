"""Every description at hand gives a Python package that compiles without a warning, imports, and works as a whole."""

from __future__ import annotations

import gzip
import importlib
import pkgutil
import subprocess
import sys
import warnings
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from openapi_package import generated_package
from own_descriptions import OWN_DESCRIPTIONS
from shared_material import SHARED

from edmund.description import load_description
from edmund.diagnostics import EdmundError
from edmund.plan.shape import Shape

DOCUMENTS = SHARED / "openapi"
_SUFFIXES = (".json", ".yaml", ".yml", ".gz")
# Unions of bodies that no line holds are not wrapped as black would.
_TOO_WIDE = ("hostile-words.openapi", "odd-3.0.openapi", "odd-3.1.openapi")
_OTHERS = ("oracle", "json-schema-2020-12", "json-schema-remotes")


def documents() -> list[Path]:
    """All files that may be descriptions; some are parts of others, or broken on purpose."""
    found = (path for path in sorted(DOCUMENTS.rglob("*")) if path.suffix in _SUFFIXES)
    given = (path for path in found if not set(_OTHERS) & set(path.parts))
    return [*OWN_DESCRIPTIONS, *given]


def unpacked(path: Path, folder: Path) -> Path:
    if path.suffix != ".gz":
        return path
    plain = folder / path.stem
    plain.write_bytes(gzip.decompress(path.read_bytes()))
    return plain


@cache
def is_description(path: Path) -> bool:
    try:
        load_description(path)
    except EdmundError:
        return False
    return True


@pytest.mark.parametrize("path", documents(), ids=lambda path: str(path.name))
def test_a_description_gives_a_package_that_works(path: Path, tmp_path: Path) -> None:
    description = unpacked(path, tmp_path)
    if not is_description(description):
        pytest.skip("no description by itself")
    name = f"of_{abs(hash(str(path)))}"
    generated_package(description, name, tmp_path)
    for file in sorted((tmp_path / name / "generated").rglob("*.py")):
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            compile(file.read_text("utf-8"), str(file), "exec")
    sys.path.insert(0, str(tmp_path))
    try:
        package = importlib.import_module(name)
        for each in package.__all__:
            assert getattr(package, each) is not None
        for module in modules(package):
            for model in models(module):
                check_model(model)
    finally:
        sys.path.remove(str(tmp_path))
        for loaded in [each for each in sys.modules if each.startswith(f"{name}.")]:
            del sys.modules[loaded]


def modules(package: ModuleType) -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        yield importlib.import_module(found.name)


def models(module: ModuleType) -> list[Any]:
    return [
        value
        for value in vars(module).values()
        if isinstance(value, type)
        and value.__module__ == module.__name__
        and ".generated.models." in module.__name__
        and hasattr(value, "_wire_names")
    ]


def check_model(model: Any) -> None:
    """Reading nothing gives nothing, and what was said from the start is what the schema takes."""
    made = model()
    for attribute in model._attributes:
        getattr(made, attribute)
    assert model.from_dict({}).to_json() == "{}"
    assert model.from_json(made.to_json()).to_dict() == made.to_dict()
    made.validate("create")


def test_type_checkers_accept_the_output(tmp_path: Path) -> None:
    names = []
    for at, path in enumerate([*OWN_DESCRIPTIONS, DOCUMENTS / "museum-3.1.yaml"]):
        if path.is_file():
            names.append(f"checked_{at}")
            generated_package(path, names[-1], tmp_path)
    for path in OWN_DESCRIPTIONS:
        if path.name == "odd-3.1.openapi.yaml":
            names.append("operations")
            generated_package(path, names[-1], tmp_path, Shape.OPERATIONS)
    chosen = [part for name in names for part in ("-p", name)]
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", *chosen]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stdout + done.stderr == ""


def test_black_changes_nothing(tmp_path: Path) -> None:
    for at, path in enumerate(OWN_DESCRIPTIONS):
        if path.stem not in _TOO_WIDE:
            generated_package(path, f"formatted_{at}", tmp_path)
    command = [sys.executable, "-m", "black", "--check", "--quiet", "--line-length", "100", "."]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
