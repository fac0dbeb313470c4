"""The generated PHP compiles, all its classes load, PSR-12 has nothing against it, and wrong calls are type errors."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from generated_package import generate
from shared_material import SHARED
from toolchains import needs
from toolchains import php as toolchain

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "behaviour"))
from behaviour.php_script import php

ROOT = Path(__file__).resolve().parents[2]
VENDORS = ROOT / "tests" / "vendors"
METADATA = SHARED / "metadata"

pytestmark = [needs("php"), pytest.mark.xdist_group("php")]


def test_what_is_checked_in_loads_and_is_clean() -> None:
    found = toolchain.lint(ROOT / "generated" / "php")
    assert found["files"] == len(list((ROOT / "generated" / "php").rglob("*.php")))
    assert toolchain.sniff(ROOT / "generated" / "php") == ""


def test_every_file_passes_php_itself() -> None:
    """`php -l`, a process for each file, over what is checked in."""
    for path in sorted((ROOT / "generated" / "php").rglob("*.php")):
        assert toolchain.run(["-l", str(path)]).stdout.startswith("No syntax errors"), path


def test_support_code_and_goldens_are_clean() -> None:
    goldens = sorted((ROOT / "tests" / "golden").glob("php-*/expected"))
    assert goldens
    assert toolchain.sniff(ROOT / "templates" / "php" / "runtime", *goldens) == ""


def documents() -> list[list[Path]]:
    """Other vendors' documents, and OASIS's where they are present; those that belong together as one."""
    found = [[path] for path in sorted(VENDORS.glob("*.csdl")) if path.stem != "redfish-chassis"]
    found.append([VENDORS / "redfish-chassis.csdl", VENDORS / "redfish-resource.csdl"])
    found.append([ROOT / "tests" / "vectors" / "model.csdl"])
    return found + [[path] for path in sorted(METADATA.glob("oasis-[A-Z]*.xml"))]


@pytest.mark.parametrize("sources", documents(), ids=lambda sources: sources[0].stem)
def test_other_vendors(sources: list[Path], tmp_path: Path) -> None:
    generate(sources, tmp_path, "Vendor\\Service", target="php")
    toolchain.lint(tmp_path)
    assert toolchain.sniff(tmp_path / "src" / "Generated") == ""
    paths = [str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()]
    assert len({path.lower() for path in paths}) == len(paths)
    assert max(map(len, paths)) < 120


WRONG = (
    "$connectors->post('text');",
    "$connectors->post(new BasicAuthentication());",
    "$connectors->byIdentityApiConnectorId(5);",
    "connector()->setDisplayName(5);",
    "connector()->setAuthenticationConfiguration(connector());",
    "$parameters = RequestConfiguration::createQueryParameters(); $parameters->top = '5';",
    "new GraphServiceClient('token');",
)


@pytest.mark.parametrize("lines", WRONG)
def test_wrong_calls_are_type_errors(lines: str) -> None:
    head = "$connectors = client('https://h.invalid')->identity()->apiConnectors();"
    assert "TypeError" in php(head + lines).classes
