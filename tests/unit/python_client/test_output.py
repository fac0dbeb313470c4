"""The package around the models: what is in it, how it is laid out, what importing it costs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import black
import pytest
from generated_package import ROOT, identity_output

from edmund.targets.python.runtime_files import ODATA_FILES, RUNTIME_FILES, WITHOUT

MODULES = """
import sys, time
before = set(sys.modules)
started = time.perf_counter()
from msgraph import GraphServiceClient
elapsed = time.perf_counter() - started
new = set(sys.modules) - before
print(len(new), elapsed)
print(*sorted(name for name in new if name.partition(".")[0] in {"httpx", "anyio", "asyncio", "azure"}))
print(*sorted(name for name in new if name.startswith("msgraph.generated.models.")))
"""


def test_all_support_code_is_in_the_output() -> None:
    folder = ROOT / "templates" / "python" / "runtime"
    replaced = {name: source for others in WITHOUT.values() for name, source in others.items()}
    stand_ins = [source for source in replaced.values() if source is not None]
    assert sorted(p.name for p in folder.glob("*.py")) == sorted([*RUNTIME_FILES, *stand_ins])
    # Graph speaks OData 4.
    without_older = {name for name in ODATA_FILES if replaced.get(name, name) is not None}
    shipped = {p.name for p in (identity_output() / "msgraph" / "runtime").glob("*.py")}
    assert shipped & {*ODATA_FILES} == without_older


def test_black_changes_nothing() -> None:
    mode = black.Mode(line_length=100)
    changed = []
    for path in sorted(identity_output().rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if text and black.format_str(text, mode=mode) != text:
            changed.append(str(path))
    assert changed == []


def test_importing_the_client_loads_little() -> None:
    finished = subprocess.run(
        [sys.executable, "-c", MODULES],
        cwd=identity_output(),
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    figures, heavy, models = finished.stdout.split("\n")[:3]
    count = int(figures.split()[0])
    assert count < 80
    assert heavy == ""
    assert models == ""


def test_docstrings_carry_meaning_and_permissions() -> None:
    module = identity_output() / "msgraph/generated/builders/identity_api_connector.py"
    text = module.read_text(encoding="utf-8")
    assert "List the API connectors." in text
    assert "- delegated, work or school: APIConnectors.ReadWrite.All" in text
    assert "- not supported: delegated, personal" in text
    assert "- application: APIConnectors.ReadWrite.All" in text


@pytest.mark.parametrize("name", ["pyproject.toml", "README.md", "msgraph/py.typed"])
def test_the_distribution_is_complete(name: str) -> None:
    assert (identity_output() / name).is_file()


def test_builders_come_without_a_file_for_each_path() -> None:
    builders = identity_output() / "msgraph/generated/builders"
    assert {p.name for p in Path(builders).iterdir()} - {"__pycache__"} == {
        "__init__.py",
        "_root.py",
        "_shared.py",
        "identity_api_connector.py",
        "identity_container.py",
    }
