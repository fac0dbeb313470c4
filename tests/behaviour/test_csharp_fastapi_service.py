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
from toolchains import csharp, needs

pytestmark = [needs("csharp"), pytest.mark.xdist_group("csharp")]

STORY = harness.SOURCES.parent / "csharp_fastapi"
TOLD: dict[str, Any] = {
    "token": ["token-of-ann", "bearer"],
    "no token": {"status": 401},
    "Tom": 9,
    "Rex": "2024-02-29",
    "Kit": 9,
    "box of 1": True,
    "box of 2": False,
    "weights of 3": {"2024": [1.5, 2]},
    "a page": True,
    "all pages": True,
    "wild ones": True,
    "one": True,
    "changed": [True, True, "c"],
    "gone": {"status": 404},
    "refused by the service": {"status": 422, "body": "HTTPValidationError"},
    "refused by the client": "min-length",
    "full": {"status": 409, "body": "Problem", "code": 7},
    "no credentials": "no credentials",
    "none needed": True,
    "uploaded": ['Süß & "x"', [300_000, 3], ["large.bin", "ä.png"], "image/png"],
    "session": [4, "de"],
    "cookie": True,
    "ticks": [0, 1, 2],
    "one of many ticks": [0],
    "lines": 499_500,
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


@pytest.mark.parametrize("part", TOLD)
def test_the_story(part: str, told: dict[str, Any]) -> None:
    wanted, found = TOLD[part], told[part]
    if isinstance(wanted, dict) and isinstance(found, dict):
        assert found | wanted == found
    else:
        assert found == wanted
