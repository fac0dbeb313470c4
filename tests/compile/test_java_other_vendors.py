"""javac and google-java-format accept the output for other vendors' CSDL, all of it compiled at once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from generated_java import SUPPORT, client_classes, workplace, write_as
from shared_material import SHARED, needs_shared
from toolchains import java, needs

from edmund.config.inputs import InputFile
from edmund.pipeline import Compilation, Recipe, compile_model, load_model
from edmund.slicing.slice import Selection
from edmund.targets.contract import TargetOptions

pytestmark = [needs("java"), pytest.mark.xdist_group("java")]

TESTS = Path(__file__).resolve().parents[1]
VENDORS = TESTS / "vendors"
PUBLIC = ("oasis-TripPin", "oasis-Northwind", "oasis-ExampleService", "oasis-csdl-16.1")


def outputs(documents: dict[str, list[Path]]) -> dict[str, Compilation]:
    """The output for each set of documents, all under the package of the checked-in client."""
    found = {}
    for name, paths in documents.items():
        loaded = load_model([InputFile(path.name, path.read_bytes()) for path in paths])
        options = TargetOptions("com.microsoft.graph", base_url="https://service.example")
        found[name] = compile_model(loaded, Recipe(Selection(), "java", options), workers=1)
    return found


@cache
def vendors() -> dict[str, Compilation]:
    documents = {path.stem: [path] for path in sorted(VENDORS.glob("*.csdl"))}
    documents["redfish-chassis"].append(VENDORS / "redfish-resource.csdl")
    return outputs(documents)


def check(name: str, made: dict[str, Compilation]) -> None:
    folder = workplace() / name
    files: list[Path] = []
    kept: list[Path] = []
    for number, compilation in enumerate(made.values()):
        files += write_as(compilation, folder, f"v{number}")
        paths = [file.path for file in compilation.files]
        assert max(map(len, paths)) < 120
        assert len({path.lower() for path in paths}) == len(paths)
        for file in compilation.files:
            if file.path.endswith(".java") and not SUPPORT.search(file.path):
                path = folder / "as-generated" / str(number) / Path(file.path).name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(file.text, "utf-8")
                kept.append(path)
    java.compile_java(files, folder / "classes", [client_classes()])
    assert java.unformatted(kept[::20], workplace()) == []


def test_output_for_other_vendors() -> None:
    check("vendors", vendors())


@needs_shared
@pytest.mark.shared
def test_output_for_public_services() -> None:
    check("public", outputs({n: [SHARED / "metadata" / f"{n}.xml"] for n in PUBLIC}))
