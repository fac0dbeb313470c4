"""Inherited members, keys and descendants (OData CSDL XML 4.01, section 6)."""

from __future__ import annotations

from collections import Counter
from typing import ClassVar

import pytest
from unit.model.conftest import Csdl

from edmund.model.elements import Model, PropertyRef, StructuredType, TypeKind
from edmund.model.lineage import Lineage

BODY = """
<EntityType Name="Leaf" BaseType="ns.Mid"><Property Name="z" Type="Edm.String"/></EntityType>
<EntityType Name="Root" Abstract="true" OpenType="true" HasStream="true">
  <Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/>
  <NavigationProperty Name="up" Type="ns.Root"/></EntityType>
<EntityType Name="Mid" BaseType="ns.Root"><Property Name="m" Type="ns.Text"/>
  <NavigationProperty Name="down" Type="Collection(ns.Leaf)"/></EntityType>
<EntityType Name="Side" BaseType="ns.Root"/>
<ComplexType Name="Plain"/><EnumType Name="E"/><TypeDefinition Name="Text" UnderlyingType="Edm.String"/>
"""


@pytest.fixture
def lineage(csdl: Csdl):
    return Lineage(csdl.of(BODY).good)


def test_ancestors_nearest_first(lineage: object) -> None:
    assert [t.name for t in lineage.ancestors("ns.Leaf")] == ["ns.Mid", "ns.Root"]
    assert lineage.ancestors("ns.Root") == () == lineage.ancestors("ns.E")


def test_members_base_first(lineage: object) -> None:
    assert [p.name for p in lineage.properties("ns.Leaf")] == ["id", "m", "z"]
    assert [n.name for n in lineage.navigation_properties("ns.Leaf")] == ["up", "down"]
    assert lineage.properties("no.such") == ()


def test_a_redefined_property_keeps_its_place_with_the_new_type(csdl: Csdl) -> None:
    found = csdl.of(
        '<ComplexType Name="A"><Property Name="a" Type="Edm.String"/>'
        '<Property Name="b" Type="Edm.String"/></ComplexType>'
        '<ComplexType Name="B" BaseType="ns.A"><Property Name="a" Type="Edm.Int32"/></ComplexType>'
    )
    members = Lineage(found.model).properties("ns.B")
    assert [(p.name, p.type.name) for p in members] == [("a", "Edm.Int32"), ("b", "Edm.String")]


def test_what_is_inherited_besides_members(lineage: object) -> None:
    assert lineage.key("ns.Leaf") == (PropertyRef("id"),)
    assert lineage.is_open("ns.Leaf") and lineage.has_stream("ns.Leaf")
    assert lineage.key("ns.Plain") == ()
    assert not lineage.is_open("ns.Plain") and not lineage.has_stream("ns.Plain")


def test_descendants_at_any_distance_in_document_order(lineage: object) -> None:
    assert lineage.descendants("ns.Root") == ("ns.Leaf", "ns.Mid", "ns.Side")
    assert lineage.descendants("ns.Leaf") == ()


@pytest.mark.parametrize(
    ("name", "base", "expected"),
    [
        ("ns.Leaf", "ns.Leaf", True),
        ("ns.Leaf", "ns.Root", True),
        ("ns.Root", "ns.Leaf", False),
        ("ns.Side", "ns.Mid", False),
        ("ns.Leaf", "Edm.EntityType", True),
        ("ns.Plain", "Edm.EntityType", False),
        ("ns.Plain", "Edm.ComplexType", True),
        ("ns.Plain", "Edm.Untyped", True),
        ("Edm.Int32", "Edm.PrimitiveType", True),
        ("ns.E", "Edm.PrimitiveType", True),
        ("ns.Plain", "Edm.PrimitiveType", False),
        ("no.such", "ns.Root", False),
    ],
)
def test_is_assignable(lineage: object, name: str, base: str, expected: bool) -> None:
    assert lineage.is_assignable(name, base) is expected


def test_a_universal_base_is_a_root_of_at_least_a_hundred_and_of_half(csdl: Csdl) -> None:
    def is_universal(derived: object, others: object):
        types = '<EntityType Name="entity" Abstract="true"/>' + "".join(
            [f'<EntityType Name="D{i}" BaseType="ns.entity"/>' for i in range(derived)]
            + [f'<EntityType Name="O{i}"/>' for i in range(others)]
        )
        return Lineage(csdl.of(types).good).is_universal("ns.entity")

    assert is_universal(100, 0)
    assert not is_universal(99, 0)
    assert not is_universal(100, 100)


def test_a_long_chain_of_bases_takes_time_by_its_length() -> None:
    """Steps are counted, not seconds: each type is looked up a bounded number of times."""
    length = 2_000
    types = tuple(
        StructuredType(f"n.T{i}", TypeKind.COMPLEX, None if i == 0 else f"n.T{i - 1}", open=i == 1)
        for i in range(length)
    )
    model = CountingModel(types=types)
    lineage = Lineage(model)
    for declared in reversed(types):
        assert lineage.properties(declared.name) == ()
        assert lineage.navigation_properties(declared.name) == ()
        assert lineage.is_open(declared.name) is (declared.name != "n.T0")
        assert lineage.has_stream(declared.name) is False
        assert lineage.key(declared.name) == ()
    assert sum(model.asked.values()) < 20 * length


class CountingModel(Model):
    """Counts how often types are looked up."""

    asked: ClassVar[Counter[str]] = Counter()

    def structured(self, name: str) -> StructuredType | None:
        self.asked[name] += 1
        return super().structured(name)
