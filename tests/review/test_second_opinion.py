"""Real versions of Graph from 2022 to 2026, each against others: Edmund and a plain differ say the same."""

from __future__ import annotations

import pytest
from review.plain_differ import Document, changes
from review.reviewing import load, review
from review.test_real_pairs import ASIDE
from shared_material import SHARED, needs_shared

pytestmark = [pytest.mark.shared, needs_shared]

VERSIONS = (
    "review/a-operation-removed/old.csdl",
    "review/a-operation-removed/new.csdl",
    "review/b-parameter-removed/old.csdl",
    "review/b-parameter-removed/new.csdl",
    "metadata/graph-v1.0-annotated-2023-05.xml",
    "review/c-properties-hoisted/old.csdl",
    "review/c-properties-hoisted/new.csdl",
    "review/d-enum-and-required-property/old.csdl",
    "review/d-enum-and-required-property/new.csdl",
    "metadata/graph-v1.0-2026-08.csdl",
)
"""In the order of time."""

STEPS = [(i, i + 1) for i in range(len(VERSIONS) - 1)]
LEAPS = [(0, 9), (9, 0), (4, 9), (8, 2)]
ANNOTATED = ASIDE | {
    "deprecated-added",
    "deprecation-withdrawn",
    "requires-explicit-binding-added",
    "requires-explicit-binding-removed",
}


@pytest.mark.slow
@pytest.mark.parametrize(("before", "after"), STEPS + LEAPS)
def test_the_same_changes_are_found_by_plain_reading(before: int, after: int) -> None:
    old, new = SHARED / VERSIONS[before], SHARED / VERSIONS[after]
    found = review(load(old), load(new))
    structural = {(f.kind, f.element) for f in found if f.id not in ANNOTATED}
    assert structural == changes(Document(old), Document(new))
