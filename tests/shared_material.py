"""Where the reference material lies, when it is there at all."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"

needs_shared = pytest.mark.skipif(
    not (SHARED / "README.md").is_file(), reason="the reference material is not beside the checkout"
)
