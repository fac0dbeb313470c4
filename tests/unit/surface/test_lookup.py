"""Finding what a URL path addresses."""

from collections.abc import Callable
from typing import Any

import pytest

from edmund.surface.lookup import PathFinder, find_path, split_path

Build = Callable[..., Any]

SCHEMA = """
<EntityType Name="Person"><Key><PropertyRef Name="Id"/></Key>
  <Property Name="Id" Type="Edm.String" Nullable="false"/><Property Name="Mail" Type="Edm.String"/>
  <NavigationProperty Name="Friends" Type="Collection(n.Person)"/>
  <Annotation Term="Org.OData.Core.V1.AlternateKeys"><Collection><Record>
    <PropertyValue Property="Key"><Collection><Record>
      <PropertyValue Property="Name" PropertyPath="Mail"/>
    </Record></Collection></PropertyValue></Record></Collection></Annotation>
</EntityType>
<EntityType Name="Employee" BaseType="n.Person"/>
<EntityType Name="Line"><Key><PropertyRef Name="Order"/><PropertyRef Name="Number"/></Key>
  <Property Name="Order" Type="Edm.Int32" Nullable="false"/>
  <Property Name="Number" Type="Edm.Int32" Nullable="false"/></EntityType>
<Function Name="find" IsBound="true"><Parameter Name="it" Type="Collection(n.Person)"/>
  <Parameter Name="a" Type="Edm.String"/>
  <Parameter Name="b" Type="Edm.String"><Annotation Term="Org.OData.Core.V1.OptionalParameter"/></Parameter>
  <ReturnType Type="n.Person"/></Function>
<Function Name="find" IsBound="true"><Parameter Name="it" Type="Collection(n.Person)"/>
  <ReturnType Type="n.Person"/></Function>
<EntityContainer Name="C">
  <EntitySet Name="People" EntityType="n.Person"/><EntitySet Name="Lines" EntityType="n.Line"/>
</EntityContainer>
"""


@pytest.mark.parametrize(
    ("path", "spelled"),
    [
        ("/", "/"),
        ("", "/"),
        ("/People", "/People"),
        ("people/", "/People"),
        ("//people", "/People"),
        ("/People/{id}", "/People/{id}"),
        ("/People/russell", "/People/{id}"),
        ("/People('russell')", "/People/{id}"),
        ("/People('a/b)')/Friends", "/People/{id}/Friends"),
        ("/People(Id='x')", "/People/{id}"),
        ("/People(mail='x@y')", "/People(Mail={Mail})"),
        ("/People()", "/People"),
        ("/People/$count", "/People/$count"),
        ("/People/n.Employee", "/People/n.Employee"),
        ("/People/employee", "/People/n.Employee"),
        ("/People/x/friends/$ref", "/People/{id}/Friends/$ref"),
        ("/People/x/friends/y/$REF", "/People/{id}/Friends/{id}/$ref"),
        ("/People/n.find", "/People/n.find"),
        ("/People/find()", "/People/n.find"),
        ("/People/find(a='1')", "/People/n.find(a={a})"),
        ("/People/find(A={x},b={y})", "/People/n.find(a={a})"),
        ("/People/find(a='x,b=y/z')", "/People/n.find(a={a})"),
        ("/People?$top=3", "/People"),
        ("/Lines(Order=1,Number=2)", "/Lines(Order={Order},Number={Number})"),
        ("/Lines(number=2,order=1)", "/Lines(Order={Order},Number={Number})"),
    ],
)
def test_found(surface_of: Build, path: str, spelled: str) -> None:
    found = PathFinder(surface_of(SCHEMA).surface).find(path)
    assert found is not None
    assert found.path == spelled


@pytest.mark.parametrize(
    "path",
    [
        "/Nobody",
        "/People/x/y",
        "/People/find(c='1')",
        "/People/find(b='1')",
        "/People(Nick='x')",
        "/Lines/1",
        "/Lines(1)",
        "/People/$count/x",
        "/People/x/$value",
        "/People('x",
        "/" + "x/" * 50_000,
    ],
)
def test_not_found(surface_of: Build, path: str) -> None:
    assert find_path(surface_of(SCHEMA).surface, path) is None


def test_a_name_beats_a_key(surface_of: Build) -> None:
    reader = surface_of(SCHEMA)
    assert find_path(reader.surface, "/People/find") is reader.at("People", "n.find")


def test_long_ways_are_found(surface_of: Build) -> None:
    reader = surface_of(SCHEMA)
    path = "/People" + "/x/Friends" * 2_000
    assert find_path(reader.surface, path) is reader.at("People", "{}", "Friends")


def test_segments_keep_quoted_slashes_together() -> None:
    assert split_path("/a/b(c='d/e''f/g')/h") == ["a", "b(c='d/e''f/g')", "h"]
    assert split_path("a(b=(c/d))/e") == ["a(b=(c/d))", "e"]
