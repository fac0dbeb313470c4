"""Types that carry their version in their namespace, as Redfish's do: one type has the members of all."""

from __future__ import annotations

from pathlib import Path

import pytest

from edmund import api
from edmund.config import load_configuration
from edmund.config.inputs import InputFile
from edmund.model.elements import Model
from edmund.model.versions import with_versions_followed
from edmund.pipeline import load_model

EDM = "http://docs.oasis-open.org/odata/ns/edm"
SCHEMAS = f"""\
<edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx" Version="4.0"><edmx:DataServices>
<Schema xmlns="{EDM}" Namespace="Chassis">
  <EntityType Name="Chassis" Abstract="true"><Key><PropertyRef Name="Id"/></Key>
    <Property Name="Id" Type="Edm.String" Nullable="false"/></EntityType>
  <ComplexType Name="Twice"/>
  <Action Name="Reset" IsBound="true"><Parameter Name="Chassis" Type="Chassis.Chassis"/>
    <Parameter Name="Like" Type="Chassis.Chassis"/></Action>
</Schema>
<Schema xmlns="{EDM}" Namespace="Chassis.v1_9_0">
  <EntityType Name="Chassis" BaseType="Chassis.Chassis">
    <Property Name="Links" Type="Chassis.v1_9_0.Links"/><Property Name="Form" Type="Chassis.v1_9_0.Form"/></EntityType>
  <ComplexType Name="Links"><Property Name="Old" Type="Edm.String"/></ComplexType>
  <EnumType Name="Form"><Member Name="Rack"/></EnumType>
</Schema>
<Schema xmlns="{EDM}" Namespace="Chassis.v1_10_0">
  <EntityType Name="Chassis" BaseType="Chassis.v1_9_0.Chassis"><Property Name="New" Type="Edm.String"/></EntityType>
  <ComplexType Name="Links" BaseType="Chassis.v1_9_0.Links"><Property Name="Fan" Type="Edm.String"/></ComplexType>
  <ComplexType Name="Apart"><Property Name="Right" Type="Edm.String"/></ComplexType>
  <ComplexType Name="Twice" BaseType="Chassis.Twice"><Property Name="A" Type="Edm.Int64"/></ComplexType>
</Schema>
<Schema xmlns="{EDM}" Namespace="Chassis.v1_2_0">
  <ComplexType Name="Apart"><Property Name="Left" Type="Edm.String"/></ComplexType>
  <ComplexType Name="Twice" BaseType="Chassis.Twice"><Property Name="A" Type="Edm.Int32"/></ComplexType>
</Schema>
<Schema xmlns="{EDM}" Namespace="Root">
  <EntityType Name="Root"><Key><PropertyRef Name="Id"/></Key><Property Name="Id" Type="Edm.String" Nullable="false"/>
    <NavigationProperty Name="All" Type="Collection(Chassis.Chassis)" ContainsTarget="true"/></EntityType>
  <EntityContainer Name="C"><Singleton Name="root" Type="Root.Root"/>
    <EntitySet Name="Chassis" EntityType="Chassis.Chassis"/></EntityContainer>
</Schema>
</edmx:DataServices></edmx:Edmx>
"""


@pytest.fixture
def model() -> Model:
    return load_model([InputFile("service.csdl", SCHEMAS.encode())]).model


def properties(model: Model, name: str) -> list[str]:
    type_ = model.structured(name)
    assert type_ is not None
    return [each.name for each in type_.properties]


def test_the_first_of_a_family_has_the_members_of_all_versions(model: Model) -> None:
    found = with_versions_followed(model)
    # Versions are numbers: v1_10_0 is newer than v1_9_0.
    assert properties(found, "Chassis.Chassis") == ["Id", "Links", "Form", "New"]
    assert properties(found, "Chassis.v1_9_0.Chassis") == []
    assert properties(found, "Chassis.v1_10_0.Chassis") == []
    # A family needs no type without a version.
    assert properties(found, "Chassis.v1_9_0.Links") == ["Old", "Fan"]


def test_types_that_are_not_derived_from_each_other_stay_apart(model: Model) -> None:
    found = with_versions_followed(model)
    assert properties(found, "Chassis.v1_2_0.Apart") == ["Left"]
    assert properties(found, "Chassis.v1_10_0.Apart") == ["Right"]


def test_of_a_member_that_two_versions_declare_the_newest_counts(model: Model) -> None:
    type_ = with_versions_followed(model).structured("Chassis.Twice")
    assert type_ is not None
    assert [(each.name, each.type.name) for each in type_.properties] == [("A", "Edm.Int64")]


def test_a_model_that_is_followed_stays_as_it_is(model: Model) -> None:
    found = with_versions_followed(model)
    assert found != model
    assert with_versions_followed(found) == found


def test_a_client_has_the_members_that_services_send(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "service.csdl").write_text(SCHEMAS, "utf-8")
    lines = [
        "[clients.redfish]",
        'metadata = "service.csdl"',
        'target = "python"',
        'package = "redfish"',
        'output = "out"',
        'include_paths = ["/root/**"]',
    ]
    model = tmp_path / "out" / "redfish" / "generated" / "models" / "chassis" / "chassis.py"
    has_new = []
    for setting in ("follow_versions = false", "follow_versions = true"):
        (tmp_path / "edmund.toml").write_text("\n".join([*lines, setting]) + "\n", "utf-8")
        api.generate("edmund.toml", workers=1)
        has_new.append("new: " in model.read_text("utf-8"))
    assert has_new == [False, True]


@pytest.mark.parametrize("version", ["v1_9_0", "v1_10_0"])
def test_whatever_version_is_sent_fits(tmp_path: Path, version: str) -> None:
    (tmp_path / "service.csdl").write_text(SCHEMAS, "utf-8")
    (tmp_path / "edmund.toml").write_text(
        '[clients.redfish]\nmetadata = "service.csdl"\ntarget = "python"\npackage = "redfish"\n'
        'output = "out"\nfollow_versions = true\n',
        "utf-8",
    )
    client = load_configuration(tmp_path / "edmund.toml").clients[0]
    payload = {
        "@odata.type": f"#Chassis.{version}.Chassis",
        "Id": "1",
        "New": "x",
        "Links": {"Fan": "y"},
    }
    assert not api.validate(api.load_client(client), "Chassis.Chassis", payload)
