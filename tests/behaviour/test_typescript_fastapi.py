"""The generated TypeScript client against a FastAPI service, from the description that the service writes of itself."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

pytest.importorskip("fastapi", reason="FastAPI is not installed")
pytest.importorskip("uvicorn", reason="uvicorn is not installed")
pytest.importorskip("python_multipart", reason="python-multipart is not installed")

sys.path.insert(0, str(Path(__file__).resolve().parent))
from behaviour.fastapi_service import serving
from behaviour.typescript_client import built_others
from toolchains import needs, typescript

pytestmark = [needs("typescript"), pytest.mark.xdist_group("typescript")]


def test_the_story_of_the_kennel() -> None:
    folder = built_others()
    with serving() as root:
        done = typescript.node(["dist/kennel/kennel.js", root], folder)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "a form gives a token",
        "stays are made, read, changed and ended",
        "what is wrong is refused, here and there",
        "credentials are sent where they are needed",
        "files are sent as they are given",
        "cookies and header fields",
        "what goes on is read as it comes",
    ]
