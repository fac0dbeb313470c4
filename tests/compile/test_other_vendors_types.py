"""mypy and pyright accept the output for other vendors' CSDL, and black would not change it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from generated_package import generate

VENDORS = Path(__file__).resolve().parents[1] / "vendors"


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one package for each document."""
    folder = tmp_path_factory.mktemp("vendors")
    for path in sorted(VENDORS.glob("*.csdl")):
        sources = [path]
        if path.stem == "redfish-chassis":
            sources.append(VENDORS / "redfish-resource.csdl")
        generate(sources, folder, "vendor_" + path.stem.replace("-", "_"))
    return folder


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
    )


def packages(folder: Path) -> list[str]:
    found = sorted(path.parent.name for path in folder.glob("*/__init__.py"))
    assert len(found) == len(list(VENDORS.glob("*.csdl")))
    return found


def test_mypy_accepts_the_output(output: Path) -> None:
    chosen = [part for name in packages(output) for part in ("-p", name)]
    finished = run(output, "mypy", "--strict", "--no-error-summary", *chosen)
    assert finished.stdout + finished.stderr == ""


@pytest.mark.slow
def test_pyright_accepts_the_output(output: Path) -> None:
    finished = run(output, "pyright", "--pythonpath", sys.executable, *packages(output))
    if "error" in finished.stderr.lower() and not finished.stdout:
        pytest.skip("pyright cannot be run here: it fetches Node.js on its first run")
    assert re.search(r"^0 errors", finished.stdout, re.M), finished.stdout


def test_black_changes_nothing(output: Path) -> None:
    finished = run(output, "black", "--check", "--line-length", "100", *packages(output))
    assert finished.returncode == 0, finished.stderr
