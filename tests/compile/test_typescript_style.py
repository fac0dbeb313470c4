"""What ships for TypeScript: prettier leaves it alone, eslint has nothing to say, tsc takes it, all vendors' too."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from generated_package import ROOT, generate
from toolchains import needs, typescript

pytestmark = [needs("typescript"), pytest.mark.xdist_group("typescript")]

GENERATED = ROOT / "generated" / "typescript"
GOLDENS = sorted((ROOT / "tests" / "golden").glob("typescript-*/expected"))
VENDORS = ROOT / "tests" / "vendors"
OLDER = ROOT / "tests" / "vectors" / "old3.csdl"


@pytest.fixture(scope="module")
def vendors(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one package for each document of other vendors; the support code lies there once."""
    folder = tmp_path_factory.mktemp("vendors")
    for path in sorted(VENDORS.glob("*.csdl")):
        sources = [path]
        if path.stem == "redfish-chassis":
            sources.append(VENDORS / "redfish-resource.csdl")
        package = generate(sources, folder / path.stem, path.stem, target="typescript")
        shutil.rmtree(folder / "shared", ignore_errors=True)
        (folder / "shared").mkdir()
        shutil.move(package / "src" / "runtime", folder / "shared" / "runtime")
    return folder


def test_prettier_leaves_the_output_alone(vendors: Path) -> None:
    own = ["src", "package.json", "tsconfig.json", "README.md"]
    ours = [f"generated/typescript/{path}" for path in own]
    ours += [str(path.relative_to(ROOT)) for path in GOLDENS]
    assert len(GOLDENS) >= 3
    assert typescript.unformatted(ROOT, [*ours, "templates/typescript/runtime"]) == []
    assert typescript.unformatted(vendors, ["**/*.ts"]) == []


def test_eslint_has_nothing_to_say(tmp_path: Path) -> None:
    shutil.copytree(GENERATED / "src", tmp_path / "src")
    for path in GOLDENS:
        target = tmp_path / path.parent.name
        shutil.copytree(path / "src", target)
    # What clients of OData 1 to 3 have of their own is in none of these.
    generate([OLDER], tmp_path / "older", "older", target="typescript")
    assert typescript.lint(tmp_path, ".") == ""


def test_the_output_is_built_by_its_own_project(tmp_path: Path) -> None:
    """`npm run build` gives what package.json promises, and importing a model loads nothing else."""
    output = tmp_path / "package"
    shutil.copytree(GENERATED, output)
    typescript.compile_project(output)
    package = json.loads((output / "package.json").read_text("utf-8"))
    for place in (package["exports"]["."], package["exports"]["./models"]):
        assert all((output / path).is_file() for path in place.values())
    assert package["sideEffects"] is False
    assert "dependencies" not in package
    for name in ("models/basicAuthentication.js", "builders/identityApiConnector.js"):
        assert "import " not in (output / "dist" / name).read_text("utf-8")


def test_the_output_for_other_vendors_compiles(vendors: Path) -> None:
    """All packages at once, as strict as it gets."""
    roots = [str(path.relative_to(vendors)) for path in vendors.glob("*/src")]
    typescript.write_project(vendors, ["*/src", "shared"], None, rootDirs=[*roots, "shared"])
    typescript.compile_project(vendors)
