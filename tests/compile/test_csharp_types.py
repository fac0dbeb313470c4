"""The C# output compiles: without a warning, XML documentation included, and as Roslyn's formatter leaves it."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from shared_material import SHARED, needs_shared
from toolchains import csharp, needs

from edmund.plan.runtime_parts import Part
from edmund.render.sections import without_sections
from edmund.targets.csharp.runtime_files import WITHOUT_PARTS

pytestmark = [needs("csharp"), pytest.mark.xdist_group("csharp")]

ROOT = Path(__file__).resolve().parents[2]
VENDORS = (
    "clashes",
    "enumerations",
    "functions-only",
    "names-of-keys",
    "names-of-properties",
    "names-of-types",
    "redfish-chassis",
    "sap-travel",
    "types",
    "warehouse",
)
CALLS = Path(__file__).parent / "csharp"
GOLDEN = ROOT / "tests" / "golden"
GRAPH = SHARED / "metadata" / "graph-v1.0-2026-08.csdl"

# Documents that need others beside them.
TOGETHER = {"redfish-chassis": ("redfish-chassis.csdl", "redfish-resource.csdl")}


DOCUMENTED = ("hostile-text", "names", "operations")


def generate(package: str, output: Path, *metadata: Path) -> Path:
    sources = [part for path in metadata for part in ("--metadata", str(path))]
    command = [sys.executable, "-m", "edmund", "generate", "--quiet", "--target", "csharp"]
    command += [*sources, "--package", package, "--output", str(output)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return output


def test_other_vendors(tmp_path: Path) -> None:
    """All in one compilation, each in a namespace of its own: that is what takes the least time."""
    outputs = []
    for stem in VENDORS:
        package = "Vendors." + "".join(part.capitalize() for part in stem.split("-"))
        names = TOGETHER.get(stem, (f"{stem}.csdl",))
        files = [ROOT / "tests" / "vendors" / name for name in names]
        outputs.append(generate(package, tmp_path / package, *files))
    assert csharp.compiled(csharp.Compilation(None, outputs, aside="/Runtime/")) == [[]]


def test_goldens(tmp_path: Path) -> None:
    """What is stored, with the support code under the name that it has there."""
    sources = ROOT / "templates" / "csharp" / "runtime"
    for path in sources.glob("*.cs"):
        if path.name in WITHOUT_PARTS[Part.PATTERNS].values():
            continue
        text = without_sections(path.read_text("utf-8"), frozenset())
        text = text.replace("EdmundRuntime", "Shop.Client")
        (tmp_path / path.name).write_text(text, "utf-8")
    jobs = [
        csharp.Compilation(None, [tmp_path, feature], doc=True, aside=str(tmp_path))
        for feature in (GOLDEN / f"csharp-{name}" / "expected" for name in DOCUMENTED)
    ]
    assert csharp.compiled(*jobs) == [[]] * len(jobs)


def test_the_formatter_changes_nothing() -> None:
    goldens = sorted(GOLDEN.glob("csharp-*/expected"))
    assert csharp.misformatted(ROOT / "generated" / "csharp", *goldens) == []


@needs_shared
@pytest.mark.shared
@pytest.mark.slow
def test_all_of_graph_and_calls_of_it(tmp_path: Path) -> None:
    output = generate("Microsoft.Graph", tmp_path / "graph", GRAPH)
    paths = [path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file()]
    assert max(map(len, paths)) < 120
    assert max(Counter(path.lower() for path in paths).values()) == 1
    found = csharp.compiled(csharp.Compilation(None, [output, CALLS], doc=True))
    assert found == [[]]
    sample = [
        output / "Models" / name for name in ("User.cs", "Message.cs", "UserCollectionResponse.cs")
    ]
    sample += [output / "Builders" / "UserRequestBuilders.cs", output / "GraphServiceClient.cs"]
    assert csharp.misformatted(*sample) == []
