"""A generated package to try models on: one of each kind of type and property."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from generated_package import generate
from models_at_hand import EDM, HEAD, TAIL, Models

THINGS = f"""{HEAD}<Schema Namespace="try.it" Alias="self" {EDM}>
  <EnumType Name="color"><Member Name="red"/><Member Name="none"/></EnumType>
  <EnumType Name="empty"/>
  <EnumType Name="days" IsFlags="true">
    <Member Name="monday" Value="1"/><Member Name="tuesday" Value="2"/><Member Name="friday" Value="4"/>
  </EnumType>
  <TypeDefinition Name="weight" UnderlyingType="Edm.Decimal"/>
  <ComplexType Name="shape" Abstract="true"><Property Name="label" Type="Edm.String"/></ComplexType>
  <ComplexType Name="circle" BaseType="self.shape"><Property Name="radius" Type="Edm.Double"/></ComplexType>
  <ComplexType Name="square" BaseType="self.shape"><Property Name="side" Type="Edm.Double"/></ComplexType>
  <ComplexType Name="place"><Property Name="city" Type="Edm.String"/></ComplexType>
  <ComplexType Name="cafe" BaseType="self.place"><Property Name="seats" Type="Edm.Int32"/></ComplexType>
  <EntityType Name="thing" OpenType="true">
    <Key><PropertyRef Name="id"/></Key>
    <Property Name="id" Type="Edm.String" Nullable="false"/>
    <Property Name="displayName" Type="Edm.String"/>
    <Property Name="clientSecret" Type="Edm.String"/>
    <Property Name="flag" Type="Edm.Boolean"/>
    <Property Name="small" Type="Edm.Int32"/>
    <Property Name="big" Type="Edm.Int64"/>
    <Property Name="ratio" Type="Edm.Double"/>
    <Property Name="price" Type="Edm.Decimal" Scale="variable"/>
    <Property Name="weight" Type="self.weight"/>
    <Property Name="created" Type="Edm.DateTimeOffset"/>
    <Property Name="day" Type="Edm.Date"/>
    <Property Name="opens" Type="Edm.TimeOfDay"/>
    <Property Name="length" Type="Edm.Duration"/>
    <Property Name="guid" Type="Edm.Guid"/>
    <Property Name="content" Type="Edm.Binary"/>
    <Property Name="photo" Type="Edm.Stream"/>
    <Property Name="spot" Type="Edm.GeographyPoint"/>
    <Property Name="anything" Type="Edm.Untyped"/>
    <Property Name="color" Type="self.color"/>
    <Property Name="nothing" Type="self.empty"/>
    <Property Name="days" Type="self.days"/>
    <Property Name="shape" Type="self.shape"/>
    <Property Name="place" Type="self.place"/>
    <Property Name="tags" Type="Collection(Edm.String)"/>
    <Property Name="moments" Type="Collection(Edm.DateTimeOffset)"/>
    <Property Name="numbers" Type="Collection(Edm.Int64)"/>
    <Property Name="colors" Type="Collection(self.color)"/>
    <Property Name="shapes" Type="Collection(self.shape)"/>
    <Property Name="places" Type="Collection(self.place)"/>
    <NavigationProperty Name="parent" Type="self.thing"/>
    <NavigationProperty Name="children" Type="Collection(self.thing)"/>
  </EntityType>
  <EntityType Name="gadget" BaseType="self.thing"><Property Name="volts" Type="Edm.Int32"/></EntityType>
  <EntityContainer Name="Service"><EntitySet Name="things" EntityType="self.thing"/></EntityContainer>
</Schema>{TAIL}"""


@pytest.fixture
def compiled(tmp_path: Path) -> Iterator[Callable[[str, str], Path]]:
    """Compiles CSDL text into a package of the given name that can be imported; gives its folder."""
    sys.path.insert(0, str(tmp_path))
    made: list[str] = []

    def compile_(csdl: str, package: str) -> Path:
        source = tmp_path / f"{package}.csdl"
        source.write_text(csdl, encoding="utf-8")
        generate([source], tmp_path, package)
        made.append(package)
        return tmp_path / package

    yield compile_
    sys.path.remove(str(tmp_path))
    for name in [n for n in sys.modules if n.partition(".")[0] in made]:
        del sys.modules[name]


@pytest.fixture(scope="session")
def things(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Models]:
    """The package compiled of `THINGS`."""
    folder = tmp_path_factory.mktemp("things")
    source = folder / "things.csdl"
    source.write_text(THINGS, encoding="utf-8")
    generate([source], folder, "tried_things")
    sys.path.insert(0, str(folder))
    yield Models("tried_things")
    sys.path.remove(str(folder))
