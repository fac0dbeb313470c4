"""Descriptions of OpenAPI of our own, which the clients of all languages are compiled of."""

from __future__ import annotations

from pathlib import Path

__all__ = ["OWN_DESCRIPTIONS"]

_TESTS = Path(__file__).resolve().parent
OWN_DESCRIPTIONS = (
    *sorted((_TESTS / "vectors" / "http").glob("*.openapi.yaml")),
    *sorted((_TESTS / "compile" / "descriptions").glob("*.openapi.yaml")),
)
"""Those of the vectors, and those that are hostile or odd."""
