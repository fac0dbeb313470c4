"""Which generated names a finding touches."""

from __future__ import annotations

from review.reviewing import review, schema

from edmund.review.symbols import name_findings

NAMES = ("python", {"n.T": "T", "n.T/targetUrl": "T.target_url", "n.go": "GoRequestBuilder"})
KEY = (
    '<Key><PropertyRef Name="id" /></Key><Property Name="id" Type="Edm.String" Nullable="false" />'
)


def named(old: str, new: str) -> dict[str, tuple[str, ...]]:
    found = name_findings(review(schema(old), schema(new)), [NAMES])
    return {f.element: f.symbols for f in found}


def test_a_property_has_its_own_name_and_else_that_of_its_type() -> None:
    old = f'<EntityType Name="T">{KEY}<Property Name="targetUrl" Type="Edm.String" /></EntityType>'
    new = f'<EntityType Name="T">{KEY}<Property Name="other" Type="Edm.Guid" /></EntityType>'
    assert named(old, new) == {
        "n.T/targetUrl": ("T.target_url",),
        "n.T/other": ("T",),
    }


def test_an_overload_has_the_name_of_its_operation() -> None:
    entity = f'<EntityType Name="T">{KEY}</EntityType>'
    action = '<Action Name="go" IsBound="true"><Parameter Name="it" Type="n.T" />{}</Action>'
    extra = '<Parameter Name="x" Type="Edm.String" />'
    assert named(entity + action.format(""), entity + action.format(extra)) == {
        "n.go(n.T)/x": ("GoRequestBuilder",)
    }


def test_what_no_client_has_touches_nothing() -> None:
    assert named("", '<ComplexType Name="Else" />') == {"n.Else": ()}
