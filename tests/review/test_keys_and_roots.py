"""Effective keys that come and go with a base, and roots from which nearly everything derives."""

from __future__ import annotations

from review.reviewing import review, schema

from edmund.review.findings import Level

ROOT = (
    '<EntityType Name="root" Abstract="true"><Key><PropertyRef Name="id"/></Key>'
    '<Property Name="id" Type="Edm.String" Nullable="false"/></EntityType>'
)
ALONE = '<EntityType Name="T"><Property Name="a" Type="Edm.String"/></EntityType>'
BASED = '<EntityType Name="T" BaseType="n.root"><Property Name="a" Type="Edm.String"/></EntityType>'
BELOW = '<EntityType Name="U" BaseType="n.T"/>'


def test_a_key_that_goes_with_the_base_is_a_changed_key() -> None:
    found = {f.id: f for f in review(schema(ROOT + BASED), schema(ROOT + ALONE))}
    assert found["key-changed"].element == "n.T"
    assert found["key-changed"].wire is found["key-changed"].source is Level.BREAKING
    assert found["key-changed"].detail == {"from": ["id"], "to": []}


def test_a_key_that_comes_with_a_base_changes_the_effective_key_and_breaks_nothing() -> None:
    """Without a key, an entity is reached by a single-valued path, which stays."""
    found = {f.id: f for f in review(schema(ROOT + ALONE), schema(ROOT + BASED))}
    assert set(found) == {"key-changed", "base-type-inserted"}
    assert found["key-changed"].wire is found["key-changed"].source is Level.INFO


def test_what_a_base_did_to_the_key_is_not_said_again_below_it() -> None:
    found = review(schema(ROOT + BASED + BELOW), schema(ROOT + ALONE + BELOW))
    assert {f.element for f in found if f.id == "key-changed"} == {"n.T"}


def family(count: int, more: str = "") -> str:
    """`count` entity types below one root that a set answers."""
    types = "".join(f'<EntityType Name="t{n}" BaseType="n.root"/>' for n in range(count))
    container = (
        '<EntityContainer Name="C"><EntitySet Name="s" EntityType="n.root"/></EntityContainer>'
    )
    return ROOT + types + more + container


def test_a_new_type_below_a_root_of_everything_is_not_a_surprise() -> None:
    added = '<EntityType Name="fresh" BaseType="n.root"/>'
    few = review(schema(family(3)), schema(family(3, added)))
    many = review(schema(family(100)), schema(family(100, added)))
    assert [f.id for f in few] == ["derived-type-added"]
    assert [f.id for f in many] == ["type-added"]
    nearer = '<EntityType Name="fresh" BaseType="n.t1"/>'
    closer = family(100).replace('EntityType="n.root"', 'EntityType="n.t1"')
    told = review(
        schema(closer), schema(closer.replace("<EntityContainer", nearer + "<EntityContainer"))
    )
    assert [f.id for f in told] == ["derived-type-added"]
