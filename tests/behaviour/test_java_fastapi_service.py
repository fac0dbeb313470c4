"""The generated Java client against a FastAPI service, from the description that the service writes of itself."""

from __future__ import annotations

import json
from typing import Any

import pytest

pytest.importorskip("fastapi", reason="FastAPI is not installed")
pytest.importorskip("uvicorn", reason="uvicorn is not installed")
pytest.importorskip("python_multipart", reason="python-multipart is not installed")

from behaviour.fastapi_service import app, serving
from behaviour.fastapi_story import TOLD, check_part
from generated_java import HARNESS, generate, sources, workplace
from toolchains import java, needs

pytestmark = [needs("java"), pytest.mark.xdist_group("java")]

STORY = HARNESS / "fastapi" / "KennelStory.java"
PARTS: dict[str, Any] = {
    **TOLD,
    "refused by the client": "min-length",
    "no credentials": True,
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


@pytest.mark.parametrize("part", PARTS)
def test_the_story(part: str, told: dict[str, Any]) -> None:
    check_part(PARTS[part], told[part])
