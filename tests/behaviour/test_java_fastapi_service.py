"""The generated Java client against a FastAPI service, from the description that the service writes of itself."""

from __future__ import annotations

import json
from typing import Any

import pytest

pytest.importorskip("fastapi", reason="FastAPI is not installed")
pytest.importorskip("uvicorn", reason="uvicorn is not installed")
pytest.importorskip("python_multipart", reason="python-multipart is not installed")

from behaviour.fastapi_service import app, serving
from generated_java import HARNESS, generate, sources, workplace
from toolchains import java, needs

pytestmark = [needs("java"), pytest.mark.xdist_group("java")]

STORY = HARNESS / "fastapi" / "KennelStory.java"
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
    "no credentials": True,
    "none needed": True,
    "uploaded": ['Süß & "x"', [300_000, 3], ["large.bin", "ä.png"], "image/png"],
    "session": [4, "de"],
    "cookie": True,
    "ticks": [0, 1, 2],
    "one of many ticks": [0],
    "lines": 499_500,
    "bytes": 500_000,
}


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    description = workplace() / "kennel.json"
    description.write_text(json.dumps(app.openapi()), "utf-8")
    options = ["--metadata", str(description), "--package", "kennel"]
    folder = generate(options, workplace() / "kennel")
    classes = workplace() / "kennel-classes"
    java.compile_java([*sources(folder), STORY], classes)
    with serving() as root:
        found: dict[str, Any] = json.loads(java.run_java("KennelStory", [root], [classes]))
    return found


@pytest.mark.parametrize("part", TOLD)
def test_the_story(part: str, told: dict[str, Any]) -> None:
    wanted, found = TOLD[part], told[part]
    if isinstance(wanted, dict):
        assert found | wanted == found
    else:
        assert found == wanted
