"""How tests load OpenAPI descriptions and review them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from edmund.api.surface_reviews import compare_descriptions
from edmund.config.inputs import InputFile
from edmund.description import Description, parse_description
from edmund.frontends.notation.references import no_files
from edmund.review.compare import Severities
from edmund.review.findings import Finding


@lru_cache(maxsize=10)
def load_openapi(path: Path) -> Description:
    return load_openapi_text(path.read_text("utf-8"), path.name)


def load_openapi_text(text: str, name: str = "x.yaml") -> Description:
    return parse_description(InputFile(name, text.encode()), no_files)


def review_openapi(old: Description, new: Description) -> tuple[Finding, ...]:
    return compare_descriptions(old, new, Severities())
