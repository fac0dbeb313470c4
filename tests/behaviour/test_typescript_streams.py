"""TypeScript clients send and read files piece by piece, with OData and without."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from toolchains import needs

sys.path.insert(0, str(Path(__file__).resolve().parent))
from behaviour.typescript_client import other_answers

pytestmark = [needs("typescript"), pytest.mark.xdist_group("typescript")]

TITLE = '--part\r\nContent-Disposition: form-data; name="title"\r\nContent-Type: text/plain\r\n\r\n'
HEAD = (
    '--part\r\nContent-Disposition: form-data; name="photos"; filename="a.png"\r\n'
    "Content-Type: image/png\r\n\r\n"
)
TOLD: dict[str, list[str]] = {
    "down": ["GET -", "status 200", "sent one", "read one", "sent two", "read two"],
    "down without OData": ["GET -", "sent one", "read one", "sent two", "read two"],
    "up": ["PUT application/octet-stream", "asked a", "got a", "asked b", "got b"],
    "up from a blob": ["PUT image/png", "got ab"],
    # What is gone is not sent again, whatever the service answers.
    "up once": ["PUT application/octet-stream", "asked a", "got a", "ODataError 503"],
    "up once by a token": ["PUT application/octet-stream", "asked a", "got a", "ODataError 401"],
    "a part": [
        *("POST multipart/form-data; boundary", f"got {TITLE}", "got t", "got \r\n"),
        *(f"got {HEAD}", "asked a", "got a"),
        *("asked b", "got b", "got \r\n", "got --part--\r\n"),
    ],
}


@pytest.fixture(scope="module")
def answers() -> dict[str, Any]:
    asked: list[Any] = list(TOLD)
    return dict(zip(TOLD, other_answers("streams", "streams", asked), strict=True))


@pytest.mark.parametrize("name", TOLD)
def test_nothing_is_held(name: str, answers: dict[str, Any]) -> None:
    assert answers[name] == TOLD[name]
