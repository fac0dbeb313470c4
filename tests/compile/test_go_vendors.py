"""Other vendors' CSDL as Go modules, type-checked whole; gofmt and vet have nothing to say of the goldens."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import go_check
import pytest
from golden.feature import GOLDEN, features, target_of
from shared_material import SHARED
from toolchains import needs
from toolchains import toolchain as toolchain_of
from vector_files import ROOT

from edmund.config.inputs import InputFile
from edmund.pipeline import Recipe, compile_model, load_model
from edmund.slicing.slice import Selection
from edmund.targets.contract import TargetOptions
from edmund.targets.go.runtime_files import OF_ANY_SERVICE, OF_ODATA, WITHOUT_OLDER

pytestmark = [needs("go"), pytest.mark.xdist_group("go")]

VENDORS = ROOT / "tests" / "vendors"
TOGETHER = {"redfish-chassis": ("redfish-resource.csdl", "redfish-chassis.csdl")}
PUBLIC = (
    "oasis-TripPin.xml",
    "oasis-Northwind.xml",
    "oasis-ExampleService.xml",
    "oasis-csdl-16.1.xml",
)
RUNTIME = ROOT / "templates" / "go" / "runtime"


def documents() -> Iterator[tuple[str, list[Path]]]:
    """What is read together, by a name."""
    for path in sorted(VENDORS.glob("*.csdl")):
        if path.stem != "redfish-resource":
            yield path.stem, [VENDORS / name for name in TOGETHER.get(path.stem, (path.name,))]
    for name in PUBLIC:
        if (SHARED / "metadata" / name).is_file():
            yield name, [SHARED / "metadata" / name]


def test_every_module_type_checks(tmp_path: Path) -> None:
    arguments: list[str] = []
    for name, sources in documents():
        loaded = load_model([InputFile(p.name, p.read_bytes()) for p in sources])
        options = TargetOptions(f"example.com/{name.lower()}")
        files = compile_model(loaded, Recipe(Selection(), "go", options), workers=1).files
        go_check.write(files, tmp_path / name, support=not arguments)
        arguments.append(f"{options.package}={tmp_path / name}")
    assert len(arguments) >= 15
    sound, said = go_check.check(tmp_path / "check", arguments)
    assert sound, said
    assert toolchain_of("go").unformatted(tmp_path) == []


@pytest.mark.parametrize(
    "feature", [f for f in features() if target_of(f) == "go"], ids=lambda p: p.name
)
def test_vet_has_nothing_to_say_of_goldens(feature: Path, tmp_path: Path) -> None:
    shutil.copytree(GOLDEN / feature.name / "expected", tmp_path, dirs_exist_ok=True)
    module = (tmp_path / "go.mod").read_text("utf-8").split()[1]
    of_version_4 = filter(None, WITHOUT_OLDER.values())
    for name in (*OF_ANY_SERVICE, *OF_ODATA, *of_version_4):
        path = tmp_path / "runtime" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = (RUNTIME / name).read_text("utf-8").replace("edmundruntime", f"{module}/runtime")
        path.write_text(text, "utf-8")
    go = toolchain_of("go")
    go.run("vet", "./...", cwd=tmp_path)
    assert go.unformatted(tmp_path) == []


def test_what_is_checked_in_is_sound() -> None:
    go = toolchain_of("go")
    assert go.unformatted(ROOT / "generated" / "go") == []
    go.run("vet", "./...", cwd=ROOT / "generated" / "go")
