"""Direction: where a type is met, taken from what can be called."""

from __future__ import annotations

from review.reviewing import schema

from edmund.review.specification import Facing
from edmund.review.usage import everything_used, usage_of
from edmund.surface.build import build_surface

BODY = """
<ComplexType Name="Ask"><Property Name="deep" Type="n.AskDeep" /></ComplexType>
<ComplexType Name="AskDeep" BaseType="n.AskBase" />
<ComplexType Name="AskBase"><Property Name="x" Type="n.InBase" /></ComplexType>
<ComplexType Name="InBase" />
<ComplexType Name="AskSibling" BaseType="n.AskBase" />
<ComplexType Name="AskDerived" BaseType="n.AskDeep" />
<ComplexType Name="Answer"><Property Name="all" Type="Collection(n.Mood)" /></ComplexType>
<EnumType Name="Mood"><Member Name="good" /></EnumType>
<ComplexType Name="Nowhere" />
<Action Name="send"><Parameter Name="ask" Type="n.Ask" /></Action>
<Function Name="fetch"><ReturnType Type="n.Answer" /></Function>
<EntityContainer Name="C">
  <ActionImport Name="send" Action="n.send" /><FunctionImport Name="fetch" Function="n.fetch" />
</EntityContainer>
"""
REQUEST, RESPONSE = frozenset({Facing.REQUEST}), frozenset({Facing.RESPONSE})


def test_use_is_closed_over_members_bases_and_derived_types() -> None:
    model = schema(BODY).model
    usage = usage_of(model, build_surface(model)[0])
    for name in ("Ask", "AskDeep", "AskBase", "InBase", "AskDerived"):
        assert usage.facings(f"n.{name}") == REQUEST, name
    for name in ("Answer", "Mood"):
        assert usage.facings(f"n.{name}") == RESPONSE, name
    # A base that is carried for its members alone brings none of its other derived types.
    for name in ("AskSibling", "Nowhere"):
        assert usage.facings(f"n.{name}") == frozenset(), name


def test_a_base_of_answered_types_is_not_answered_itself() -> None:
    model = schema(BODY.replace('Type="n.Ask"', 'Type="Edm.String"') + "").model
    usage = usage_of(model, build_surface(model)[0])
    assert usage.is_carried("n.Answer")
    assert "n.AskBase" not in usage.requests


def test_without_a_surface_anything_may_be_anywhere() -> None:
    usage = everything_used()
    assert usage.facings("n.T") == REQUEST | RESPONSE and usage.is_carried("n.T")
