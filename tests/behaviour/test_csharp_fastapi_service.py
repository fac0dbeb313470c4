"""The generated C# client against a FastAPI service, from the description that the service writes of itself."""

from __future__ import annotations

import json
from typing import Any

import pytest

pytest.importorskip("fastapi", reason="FastAPI is not installed")
pytest.importorskip("uvicorn", reason="uvicorn is not installed")
pytest.importorskip("python_multipart", reason="python-multipart is not installed")

from behaviour import csharp_harness as harness
from behaviour.fastapi_service import app, serving
from behaviour.fastapi_story import TOLD, check_part
from toolchains import csharp, needs

pytestmark = [needs("csharp"), pytest.mark.xdist_group("csharp")]

STORY = harness.SOURCES.parent / "csharp_fastapi"
PARTS: dict[str, Any] = {
    **TOLD,
    "refused by the client": "min-length",
    "no credentials": "no credentials",
    "bytes": 70_000,
    "stream": 500_000,
}


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    root = harness.folder()
    description = root / "openapi.json"
    description.write_text(json.dumps(app.openapi()), "utf-8")
    output = harness.generate(root / "output", description, package="Kennel", client="KennelClient")
    program = root / "Story.dll"
    (found,) = csharp.compiled(csharp.Compilation(program, [output, STORY], exe=True))
    assert found == []
    with serving() as service:
        done = csharp.run(program, service)
    assert done.returncode == 0, done.stderr
    said: dict[str, Any] = json.loads(done.stdout)
    return said


@pytest.mark.parametrize("part", PARTS)
def test_the_story(part: str, told: dict[str, Any]) -> None:
    check_part(PARTS[part], told[part])
