"""All of Graph as a Go module, type-checked whole with typical calls; gofmt leaves it alone."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import go_check
import pytest
from shared_material import SHARED, needs_shared
from toolchains import needs
from toolchains import toolchain as toolchain_of
from vector_files import ROOT

pytestmark = [
    needs("go"),
    needs_shared,
    pytest.mark.shared,
    pytest.mark.slow,
    pytest.mark.xdist_group("go"),
]

HERE = Path(__file__).resolve().parent / "go"
MODULE = "github.com/microsoftgraph/msgraph-sdk-go"
WRONG = """package wrong

import (
	"context"

	msgraphsdk "github.com/microsoftgraph/msgraph-sdk-go"
	"github.com/microsoftgraph/msgraph-sdk-go/models"
)

func Wrong(client *msgraphsdk.GraphServiceClient) {
	client.Users().Post(context.Background(), models.NewGroup(), nil)
	client.Users().NoSuchThing()
	models.NewUser().SetDisplayName("text")
}
"""


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("go-graph") / "out"
    source = SHARED / "metadata" / "graph-v1.0-2026-08.csdl"
    command = [sys.executable, "-m", "edmund", "generate", "--quiet", "--metadata", str(source)]
    command += ["--target", "go", "--package", MODULE, "--output", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


def test_it_type_checks_with_typical_calls(graph: Path, tmp_path: Path) -> None:
    calls, wrong = tmp_path / "calls", tmp_path / "wrong"
    calls.mkdir()
    wrong.mkdir()
    shutil.copy(HERE / "graph_calls.go", calls)
    (wrong / "wrong.go").write_text(WRONG, "utf-8")
    sound, said = go_check.check(
        tmp_path / "check", [f"{MODULE}={graph}", f"={calls}", f"={wrong}"]
    )
    lines = said.splitlines()
    counted = [
        re.sub(r".*, (\d+ errors)|.*, ", r"\1", line) for line in lines if "packages" in line
    ]
    assert counted == ["0 errors", "0 errors", "3 errors"], said
    assert not sound
    assert [line.split(":")[1] for line in lines if line.startswith(f"{wrong}/")] == [
        "11",
        "12",
        "13",
    ]


def test_gofmt_leaves_it_alone(graph: Path) -> None:
    assert toolchain_of("go").unformatted(graph) == []


def test_paths_are_short_and_safe_everywhere(graph: Path) -> None:
    paths = [p.relative_to(graph).as_posix() for p in graph.rglob("*")]
    assert max(map(len, paths)) < 120
    assert len({path.lower() for path in paths}) == len(paths)
    stems = {Path(path).stem.lower() for path in paths}
    assert not stems & {"con", "prn", "aux", "nul", "com1", "lpt1"}
