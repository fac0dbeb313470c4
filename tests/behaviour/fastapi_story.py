"""What one program in each language tells of the service that FastAPI describes, and how that is checked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

__all__ = ["TOLD", "check_part"]

TOLD: Final[Mapping[str, Any]] = {
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
    "full": {"status": 409, "body": "Problem", "code": 7},
    "none needed": True,
    "uploaded": ['Süß & "x"', [300_000, 3], ["large.bin", "ä.png"], "image/png"],
    "session": [4, "de"],
    "cookie": True,
    "ticks": [0, 1, 2],
    "one of many ticks": [0],
    "lines": 499_500,
}
"""By the parts of the story. Of an object in it there may be more; what a language tells otherwise it says itself."""


def check_part(wanted: Any, found: Any) -> None:
    if isinstance(wanted, dict) and isinstance(found, dict):
        assert found | wanted == found
    else:
        assert found == wanted
