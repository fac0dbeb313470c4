"""The generated Go client against a FastAPI service, from the description that the service writes of itself."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("fastapi", reason="FastAPI is not installed")
pytest.importorskip("uvicorn", reason="uvicorn is not installed")
pytest.importorskip("python_multipart", reason="python-multipart is not installed")

import generated_go
import go_check
from behaviour.fastapi_service import app, serving
from behaviour.fastapi_story import TOLD, check_part
from toolchains import needs

from edmund.description import load_description
from edmund.render.environment import TemplateSet
from edmund.render.templates import render_files
from edmund.targets.contract import TargetOptions
from edmund.targets.go.target import GO

pytestmark = [needs("go"), pytest.mark.xdist_group("go")]

STORY = Path(__file__).resolve().parent / "go" / "fastapi_story.go"
PARTS: dict[str, Any] = {
    **TOLD,
    "refused by the service": {"status": 422, "body": "*models.HTTPValidationError"},
    "refused by the client": True,
    "full": {"status": 409, "body": "*models.Problem", "code": 7},
    "no credentials": True,
    "bytes": 70_000,
    "stream": 500_000,
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("go-kennel")
    description = folder / "openapi.json"
    description.write_text(json.dumps(app.openapi()), "utf-8")
    lowered = GO.lower(load_description(description).surface, TargetOptions(generated_go.MODULE))
    files = render_files(lowered.files, TemplateSet("go"), workers=1)
    go_check.write(files, folder / "client", support=True)
    sources = {"main.go": STORY.read_text("utf-8")}
    program = generated_go.build(folder / "runner", folder / "client", sources)
    with serving() as root:
        done = subprocess.run(
            [str(program), root], capture_output=True, text=True, timeout=300, check=False
        )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("part", PARTS)
def test_the_story(part: str, told: dict[str, Any]) -> None:
    check_part(PARTS[part], told[part])
