"""The review of two surfaces: changes found here, judged as those of models are."""

from __future__ import annotations

from edmund.review.compare import Severities, judge
from edmund.review.findings import Change, Finding
from edmund.review.surfaces.calls import compare_calls
from edmund.review.surfaces.comparison import SurfaceComparison
from edmund.review.surfaces.types import compare_types

__all__ = ["review_surfaces", "surface_changes"]


def review_surfaces(
    comparison: SurfaceComparison, severities: Severities | None = None
) -> tuple[Finding, ...]:
    """Every difference between the two surfaces, judged, worst first."""
    return judge(surface_changes(comparison), comparison, severities or Severities())


def surface_changes(comparison: SurfaceComparison) -> list[Change]:
    """Every difference, not judged yet."""
    return [*compare_calls(comparison), *compare_types(comparison)]
