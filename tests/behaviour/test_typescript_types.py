"""What tsc, as strict as it gets, takes and refuses of calls on the generated TypeScript client."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))
from behaviour.typescript_client import built
from toolchains import needs

pytestmark = [needs("typescript"), pytest.mark.xdist_group("typescript")]


def test_calls_are_as_exact_as_the_schema() -> None:
    """The wrong calls of the harness are marked: tsc refuses them, and marks that mark nothing."""
    assert (built("graph-identity") / "dist" / "types.js").is_file()
