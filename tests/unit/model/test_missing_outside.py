"""A type or document that is missing outside a slice does not stop it."""

from pathlib import Path

import pytest

from edmund import api
from edmund.diagnostics import EdmundError, Severity

EDMX = (
    '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">'
    '<edmx:Reference Uri="other.xml"><edmx:Include Namespace="other"/></edmx:Reference>'
    '<edmx:DataServices><Schema Namespace="s" xmlns="http://docs.oasis-open.org/odata/ns/edm">'
    '<EntityType Name="Good"><Key><PropertyRef Name="Id"/></Key>'
    '<Property Name="Id" Type="Edm.String" Nullable="false"/>'
    '<NavigationProperty Name="Far" Type="other.Far"/>'
    '<NavigationProperty Name="Part" Type="s.Part" ContainsTarget="true"/></EntityType>'
    '<EntityType Name="Part"><Key><PropertyRef Name="Id"/></Key>'
    '<Property Name="Id" Type="Edm.String" Nullable="false"/></EntityType>'
    '<EntityType Name="Bad" BaseType="other.Base"><Key><PropertyRef Name="Id"/></Key>'
    '<Property Name="Where" Type="s.Nowhere"/></EntityType>'
    '<Action Name="act" IsBound="true"><Parameter Name="it" Type="s.Bad"/>'
    '<Parameter Name="what" Type="other.What"/></Action>'
    '<EntityContainer Name="C"><EntitySet Name="Goods" EntityType="s.Good"/>'
    '<EntitySet Name="Bads" EntityType="s.Bad"/><EntitySet Name="Fars" EntityType="other.Far"/>'
    "</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>"
)


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "m.xml"
    path.write_text(EDMX)
    return path


def test_without_a_slice_it_is_an_error(document: Path) -> None:
    with pytest.raises(EdmundError) as failure:
        api.load(document)
    errors = [d for d in failure.value.diagnostics if d.severity is Severity.ERROR]
    assert {d.code for d in errors} == {"EDM203", "EDM206"}
    assert len([d for d in errors if d.code == "EDM203"]) == 5


def test_a_slice_beside_it_is_taken(document: Path) -> None:
    loaded = api.load(document, whole=False)
    sliced = api.slice(loaded, paths=["/Goods/{id}/Part"])
    assert [t.name for t in sliced.model.types] == ["s.Good", "s.Part"]


def test_a_member_that_leads_there_is_left_out_with_a_warning(document: Path) -> None:
    sliced = api.slice(api.load(document, whole=False), paths=["/Goods/**"])
    (told,) = [d for d in sliced.diagnostics if d.code == "EDM203"]
    assert told.severity is Severity.WARNING
    assert told.message.endswith("; it is left out")
    good = sliced.model.structured("s.Good")
    assert good is not None
    assert [n.name for n in good.navigation_properties] == ["Part"]


@pytest.mark.parametrize("chosen", [{"paths": ["/Bads"]}, {"types": ["s.Bad"]}])
def test_a_slice_that_needs_it_is_refused(document: Path, chosen: dict[str, list[str]]) -> None:
    with pytest.raises(EdmundError) as failure:
        api.slice(api.load(document, whole=False), **chosen)
    assert "s.Nowhere" in str(failure.value)


def test_generating_takes_it(document: Path) -> None:
    text = (
        '[clients.c]\nmetadata = ["m.xml"]\ntarget = "python"\npackage = "c"\noutput = "out"\n'
        'include_paths = ["/Goods/**"]\n'
    )
    configuration = document.with_name("edmund.toml")
    configuration.write_text(text)
    (made,) = api.generate(configuration)
    assert [d.severity for d in made.diagnostics if d.code == "EDM203"] == [Severity.WARNING]
    configuration.write_text(text.replace('include_paths = ["/Goods/**"]\n', ""))
    with pytest.raises(EdmundError, match="EDM203"):
        api.generate(configuration)


def test_a_term_of_a_missing_type_takes_any_value(document: Path) -> None:
    """Nothing of the wire or the code depends on terms."""
    document.write_text(
        '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">'
        '<edmx:DataServices><Schema Namespace="s" xmlns="http://docs.oasis-open.org/odata/ns/edm">'
        '<Term Name="Marked" Type="Core.Tag"/></Schema></edmx:DataServices></edmx:Edmx>'
    )
    loaded = api.load(document)
    assert [(d.code, d.severity) for d in loaded.diagnostics] == [("EDM203", Severity.WARNING)]
    assert [term.type.name for term in loaded.model.terms] == ["Edm.Untyped"]
