"""Reviews of types that derive from each other take time by their number."""

from __future__ import annotations

import gc
import time

import pytest
from machine import best_of
from review.reviewing import review, schema

from edmund.review.load import Version


def _chain(count: int, more: str = "") -> Version:
    """Types each of which adds a property to those of its base."""
    types = "".join(
        f'<EntityType Name="T{i}" BaseType="n.T{i - 1}"><Property Name="p{i}" Type="Edm.String"/></EntityType>'
        for i in range(1, count)
    )
    return schema(
        '<EntityType Name="T0"><Key><PropertyRef Name="id"/></Key>'
        f'<Property Name="id" Type="Edm.String" Nullable="false"/></EntityType>{types}{more}'
        '<EntityContainer Name="C"><EntitySet Name="S" EntityType="n.T0"/></EntityContainer>'
    )


def _seconds(count: int) -> float:
    old, new = _chain(count), _chain(count, '<ComplexType Name="X"/>')
    gc.disable()
    try:
        started = time.process_time()
        findings = review(old, new)
        assert [finding.element for finding in findings] == ["n.X"]
        return time.process_time() - started
    finally:
        gc.enable()


@pytest.mark.slow
def test_a_long_chain_of_bases_is_reviewed_by_its_length() -> None:
    short = best_of(3, lambda: _seconds(400))
    long = best_of(3, lambda: _seconds(1600))
    assert long < 9 * short  # four times as many; by the square it would be sixteen times
