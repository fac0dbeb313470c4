"""A slice takes exactly the paths that the surface has, and its own surface still has them."""

import gzip
from functools import cache
from pathlib import Path

import pytest
from shared_material import SHARED, needs_shared

from edmund.csdl.document import Document
from edmund.csdl.reader import parse_document
from edmund.diagnostics import EdmundError
from edmund.model.elements import Model
from edmund.model.resolve import resolve_model
from edmund.slicing.slice import Selection, slice_model
from edmund.surface.build import build_surface
from edmund.surface.elements import CallKind, Edge, Surface
from edmund.surface.lookup import Found, PathFinder

SHOP = """<edmx:Edmx Version="4.01" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="shop">
<EntityType Name="Line"><Key><PropertyRef Name="Order"/><PropertyRef Name="No"/></Key>
  <Property Name="Order" Type="Edm.Int32" Nullable="false"/><Property Name="No" Type="Edm.Int32" Nullable="false"/>
  <Property Name="Code" Type="Edm.String" Nullable="false"/><Property Name="Place" Type="shop.Place"/>
  <NavigationProperty Name="Next" Type="shop.Line"/>
  <Annotation Term="Org.OData.Core.V1.AlternateKeys"><Collection><Record><PropertyValue Property="Key"><Collection>
    <Record><PropertyValue Property="Name" PropertyPath="Code"/><PropertyValue Property="Alias" String="code"/></Record>
  </Collection></PropertyValue></Record></Collection></Annotation></EntityType>
<EntityType Name="Gift" BaseType="shop.Line">
  <NavigationProperty Name="Giver" Type="shop.Person" ContainsTarget="true"/></EntityType>
<EntityType Name="Person"><Key><PropertyRef Name="Id"/></Key>
  <Property Name="Id" Type="Edm.String" Nullable="false"/></EntityType>
<ComplexType Name="Place"><Property Name="Inner" Type="shop.Inner"/></ComplexType>
<ComplexType Name="Inner"><NavigationProperty Name="Owner" Type="shop.Person"/></ComplexType>
<Function Name="near"><Parameter Name="at" Type="Edm.String"/><ReturnType Type="shop.Line"/></Function>
<Function Name="near"><Parameter Name="at" Type="Edm.String"/><Parameter Name="by" Type="Edm.Int32"/>
  <ReturnType Type="shop.Person"/></Function>
<Function Name="best" IsBound="true" IsComposable="true"><Parameter Name="them" Type="Collection(shop.Line)"/>
  <Parameter Name="of" Type="Edm.Int32"/><ReturnType Type="shop.Line"/></Function>
<EntityContainer Name="C"><EntitySet Name="Lines" EntityType="shop.Line"/>
  <FunctionImport Name="Near" Function="shop.near"/></EntityContainer>
</Schema></edmx:DataServices></edmx:Edmx>"""

OASIS = sorted((SHARED / "metadata").glob("oasis-*.xml"))
VENDORS = [
    path
    for path in sorted((SHARED / "vendors").glob("*"))
    if path.name.endswith((".xml", ".edmx", ".csdl")) and path.stat().st_size < 200_000
]
AT_MOST = 150


@cache
def shop() -> Model:
    return resolve_model([parse_document(SHOP.encode(), "shop.csdl")[0]])[0]


def printed(surface: Surface) -> list[Found]:
    """A shortest path to each resource, the plainest keys first, and every edge that the root has."""
    found: dict[str, tuple[Edge, ...]] = {surface.root: ()}
    for resource in surface.resources:
        for edge in resource.edges:
            found.setdefault(edge.target, (*found[resource.id], edge))
    return [Found(surface.by_id[id_], edges) for id_, edges in found.items() if edges]


def sliced_surface(model: Model, path: str) -> Surface:
    return build_surface(slice_model(model, Selection(include_paths=(path,))).model)[0]


def check(model: Model) -> int:
    paths = [found.path for found in printed(build_surface(model)[0])]
    step = max(1, len(paths) // AT_MOST)
    lost = [p for p in paths[::step] if PathFinder(sliced_surface(model, p)).find(p) is None]
    assert not lost
    return len(paths)


def test_each_path_of_a_small_service() -> None:
    assert check(shop()) >= 14


@pytest.mark.parametrize(
    "path",
    [
        "/Lines(Order={Order},No={No})/Next",
        "/Lines(No={No},Order={Order})",
        "/Lines(code={code})/Place/Inner/Owner",
        "/Lines({id})/shop.Gift/Giver",
        "/Lines/shop.best(of={of})/Next/Place",
        "/Near(at={at})",
        "/Near",
        "/Near()",
        "/Lines/$count",
    ],
)
def test_a_path_is_taken_where_the_surface_has_it(path: str) -> None:
    surface = build_surface(shop())[0]
    expected = PathFinder(surface).find(path) is not None or "{id}" in path
    try:
        slice_model(shop(), Selection(include_paths=(path,)))
        taken = True
    except EdmundError as error:
        assert [d.code for d in error.diagnostics] == ["EDM301"]
        taken = False
    assert taken is expected
    assert taken is (path != "/Near()")


@pytest.mark.parametrize(
    "path",
    [
        "/Lines/{id}/Code",
        "/Lines/{id}/$ref",
        "/Lines/{id}/$value",
        "/Lines(Order={Order})",
        "/Lines(wrong={wrong})",
        "/Near(by={by})",
        "/Near/Next",
        "/Lines/{id}/shop.Gift/shop.Gift",
    ],
)
def test_a_path_that_the_surface_lacks_is_refused(path: str) -> None:
    with pytest.raises(EdmundError) as caught:
        slice_model(shop(), Selection(include_paths=(path,)))
    assert [d.code for d in caught.value.diagnostics] == ["EDM301"]


def test_arguments_choose_the_overload() -> None:
    one = slice_model(shop(), Selection(include_paths=("/Near(at={at})",))).model
    assert [len(o.own_parameters) for o in one.operations] == [1]
    both = slice_model(shop(), Selection(include_paths=("/Near",))).model
    assert [len(o.own_parameters) for o in both.operations] == [1, 2]


def documents(path: Path) -> list[Document]:
    data = path.read_bytes()
    data = gzip.decompress(data) if path.suffix == ".gz" else data
    return [parse_document(data, path.name)[0]]


@pytest.mark.shared
@needs_shared
@pytest.mark.parametrize("path", [*OASIS, *VENDORS], ids=lambda path: path.name)
def test_each_path_of_a_published_service(path: Path) -> None:
    try:
        model = resolve_model(documents(path))[0]
    except EdmundError:
        pytest.skip("it is not to be read alone")
    check(model)


CLUB = """<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="club">
<EntityType Name="Object" Abstract="true"><Key><PropertyRef Name="Id"/></Key>
  <Property Name="Id" Type="Edm.String" Nullable="false"/></EntityType>
<EntityType Name="Person" BaseType="club.Object"/>
<EntityType Name="Group" BaseType="club.Object">
  <NavigationProperty Name="Members" Type="Collection(club.Person)"/>
  <NavigationProperty Name="Senders" Type="Collection(club.Person)" ContainsTarget="true"/>
  <NavigationProperty Name="Owner" Type="club.Person"/>
  <NavigationProperty Name="Anything" Type="club.Object"/></EntityType>
<EntityType Name="Tag"><Key><PropertyRef Name="Id"/></Key>
  <Property Name="Id" Type="Edm.String" Nullable="false"/></EntityType>
<EntityType Name="Box" BaseType="club.Object">
  <NavigationProperty Name="Tags" Type="Collection(club.Tag)" ContainsTarget="true"/></EntityType>
<EntityType Name="Lid" BaseType="club.Object">
  <NavigationProperty Name="Tag" Type="club.Tag" ContainsTarget="true"/></EntityType>
<EntityContainer Name="C"><EntitySet Name="People" EntityType="club.Person"/>
  <EntitySet Name="Groups" EntityType="club.Group"/><EntitySet Name="Boxes" EntityType="club.Box"/>
  <EntitySet Name="Lids" EntityType="club.Lid"/></EntityContainer>
</Schema></edmx:DataServices></edmx:Edmx>"""


def _segment(edge: Edge) -> tuple[object, ...]:
    return edge.kind, edge.name, edge.keys, edge.parameters


def differences(model: Model, whole: Surface, path: str) -> list[str]:
    """Where the slice for a path has other calls, or other roles, than the whole service has there."""
    part = sliced_surface(model, path)
    found: list[str] = []
    waiting = [(part.root, whole.root)]
    seen = set(waiting)
    while waiting:
        mine, other = waiting.pop()
        one, two = part.by_id[mine], whole.by_id[other]
        if (one.kind, one.calls) != (two.kind, two.calls):
            found.append(f"{path}: {mine} for {other}")
        theirs = {_segment(edge): edge.target for edge in two.edges}
        for edge in one.edges:
            pair = (edge.target, theirs[_segment(edge)])
            if pair not in seen:
                seen.add(pair)
                waiting.append(pair)
    return found


@pytest.mark.parametrize("text", [SHOP, CLUB], ids=["shop", "club"])
def test_a_slice_has_the_calls_that_the_whole_has_there(text: str) -> None:
    model = resolve_model([parse_document(text.encode(), "service.csdl")[0]])[0]
    whole = build_surface(model)[0]
    paths = [found.path for found in printed(whole)]
    assert not [line for path in paths for line in differences(model, whole, path)]


def test_what_lives_elsewhere_does_so_in_a_slice_too() -> None:
    """People have a set of their own: what a group merely refers to is not deleted through it, slice or not."""
    model = resolve_model([parse_document(CLUB.encode(), "club.csdl")[0]])[0]
    part = sliced_surface(model, "/Groups/{Id}/Senders/$ref")
    found = PathFinder(part).find("/Groups/{Id}/Senders/$ref")
    assert found is not None
    assert [call.kind for call in found.resource.calls] == [
        CallKind.LIST_REFERENCES,
        CallKind.ADD_REFERENCE,
        CallKind.REMOVE_REFERENCE,
    ]
    owner = PathFinder(sliced_surface(model, "/Groups/{Id}/Owner")).find("/Groups/{Id}/Owner")
    assert owner is not None and CallKind.DELETE not in {c.kind for c in owner.resource.calls}
