"""OpenAPI 3.1 of a service, by OASIS's OData to OpenAPI Mapping."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
from machine import slowness
from openapi_spec_validator import validate
from shared_material import SHARED, needs_shared

from edmund.api import convert, load
from edmund.conversions.openapi import ServiceInfo, openapi_of
from edmund.surface.build import build_surface

EDM = "http://docs.oasis-open.org/odata/ns/edm"
EDMX = "http://docs.oasis-open.org/odata/ns/edmx"


def csdl(body: str, version: str = "4.01") -> bytes:
    return (
        f'<edmx:Edmx xmlns:edmx="{EDMX}" Version="{version}"><edmx:DataServices>'
        f'<Schema xmlns="{EDM}" Namespace="s.shop">{body}</Schema></edmx:DataServices></edmx:Edmx>'
    ).encode()


SHOP = """
<Annotation Term="Org.OData.Core.V1.Description" String="Shop"/>
<Annotation Term="Org.OData.Core.V1.LongDescription" String="A shop that sells things."/>
<Annotation Term="Org.OData.Core.V1.SchemaVersion" String="2.1.0"/>
<EnumType Name="Color"><Member Name="Red"/><Member Name="Blue"/></EnumType>
<ComplexType Name="Size"><Property Name="Width" Type="Edm.Decimal" Scale="2" Nullable="false"/></ComplexType>
<EntityType Name="Thing"><Key><PropertyRef Name="ID"/></Key>
<Property Name="ID" Type="Edm.String" Nullable="false" MaxLength="10"/>
<Property Name="Color" Type="s.shop.Color" Nullable="false"/>
<Property Name="Size" Type="s.shop.Size"/>
<Property Name="Sold" Type="Edm.Int64"/>
<Property Name="Made" Type="Edm.DateTimeOffset">
<Annotation Term="Org.OData.Core.V1.Computed"/></Property>
<NavigationProperty Name="Parts" Type="Collection(s.shop.Part)" ContainsTarget="true"/>
<NavigationProperty Name="Maker" Type="s.shop.Maker"/></EntityType>
<EntityType Name="Toy" BaseType="s.shop.Thing"><Property Name="Age" Type="Edm.Byte"/></EntityType>
<EntityType Name="Part"><Key><PropertyRef Name="ID"/></Key>
<Property Name="ID" Type="Edm.Int32" Nullable="false"/>
<NavigationProperty Name="Parts" Type="Collection(s.shop.Part)" ContainsTarget="true"/></EntityType>
<EntityType Name="Maker"><Key><PropertyRef Name="A"/><PropertyRef Name="B"/></Key>
<Property Name="A" Type="Edm.Int32" Nullable="false"/><Property Name="B" Type="Edm.String" Nullable="false"/>
</EntityType>
<Action Name="Paint" IsBound="true"><Parameter Name="t" Type="s.shop.Thing"/>
<Parameter Name="color" Type="s.shop.Color" Nullable="false"/></Action>
<Function Name="Near"><Parameter Name="size" Type="s.shop.Size"/><Parameter Name="text" Type="Edm.String"/>
<ReturnType Type="Collection(Edm.String)"/></Function>
<EntityContainer Name="Shop">
<EntitySet Name="Things" EntityType="s.shop.Thing"/>
<EntitySet Name="Makers" EntityType="s.shop.Maker">
<Annotation Term="Org.OData.Capabilities.V1.InsertRestrictions"><Record>
<PropertyValue Property="Insertable" Bool="false"/></Record></Annotation></EntitySet>
<FunctionImport Name="Near" Function="s.shop.Near"/></EntityContainer>
"""


@pytest.fixture(scope="module")
def shop() -> dict[str, Any]:
    text, told = convert(csdl(SHOP), "openapi")
    assert told == ()
    made: dict[str, Any] = json.loads(text)
    validate(made)
    return made


def test_the_service_as_a_whole(shop: dict[str, Any]) -> None:
    assert shop["openapi"] == "3.1.0"
    assert shop["info"] == {
        "title": "Shop",
        "version": "2.1.0",
        "description": "A shop that sells things.",
    }
    assert [tag["name"] for tag in shop["tags"]] == ["Things", "Makers", "Near", "Batch Requests"]


def test_paths(shop: dict[str, Any]) -> None:
    found = {
        path: sorted(method for method in item if method != "parameters")
        for path, item in shop["paths"].items()
    }
    assert found["/Things"] == ["get", "post"]
    assert found["/Things('{ID}')"] == ["delete", "get", "patch"]
    assert found["/Things('{ID}')/Parts"] == ["get", "post"]
    assert found["/Things('{ID}')/Parts({ID_1})"] == ["delete", "get", "patch"]
    assert found["/Things('{ID}')/s.shop.Paint"] == ["post"]
    assert found["/Makers"] == ["get"]
    assert found["/Makers(A={A},B='{B}')"] == ["delete", "get", "patch"]
    assert found["/Near(size=@size,text='{text}')"] == ["get"]
    assert found["/$batch"] == ["post"]
    # parts of parts are parts: entered once
    assert not any(path.count("/Parts") > 2 for path in found)


def test_parameters_of_a_path(shop: dict[str, Any]) -> None:
    one, other = shop["paths"]["/Things('{ID}')/Parts({ID_1})"]["parameters"]
    assert (one["name"], one["schema"]) == ("ID", {"type": "string", "maxLength": 10})
    assert (other["name"], other["schema"]) == ("ID_1", {"type": "integer", "format": "int32"})
    near = shop["paths"]["/Near(size=@size,text='{text}')"]
    assert [p["name"] for p in near["parameters"]] == ["text"]
    (alias,) = [p for p in near["get"]["parameters"] if p.get("name") == "@size"]
    assert alias["in"] == "query"
    assert "content" in alias


def test_query_options(shop: dict[str, Any]) -> None:
    asked = [p["$ref"] for p in shop["paths"]["/Things"]["get"]["parameters"]]
    assert "#/components/parameters/top" in asked
    parameters = shop["components"]["parameters"]
    assert all(p.rpartition("/")[2] in parameters for p in asked)
    assert parameters["s.shop.Thing-orderby"]["schema"]["items"]["enum"] == [
        each
        for name in ("ID", "Color", "Sold", "Made")
        for each in (name, f"{name} desc")
    ]  # fmt: skip
    assert parameters["s.shop.Thing-expand"]["schema"]["items"]["enum"] == ["*", "Parts", "Maker"]


def test_schemas(shop: dict[str, Any]) -> None:
    schemas = shop["components"]["schemas"]
    thing = schemas["s.shop.Thing"]["properties"]
    assert thing["Color"] == {"$ref": "#/components/schemas/s.shop.Color"}
    assert thing["Size"]["anyOf"] == [
        {"$ref": "#/components/schemas/s.shop.Size"},
        {"type": "null"},
    ]
    assert thing["Sold"]["anyOf"][0] == {"type": "integer", "format": "int64"}
    assert thing["Made"] == {"type": ["string", "null"], "format": "date-time", "readOnly": True}
    assert schemas["s.shop.Size"]["properties"]["Width"]["anyOf"][0]["multipleOf"] == 0.01
    assert "Made" not in schemas["s.shop.Thing-create"]["properties"]
    assert "ID" not in schemas["s.shop.Thing-update"]["properties"]
    assert schemas["s.shop.Color"]["enum"] == ["Red", "Blue"]
    toy = schemas["s.shop.Toy"]
    assert toy["allOf"][0] == {"$ref": "#/components/schemas/s.shop.Thing"}
    assert list(toy["allOf"][1]["properties"]) == ["Age"]


def test_answers(shop: dict[str, Any]) -> None:
    def answer(path: str, method: str, status: str) -> Any:
        return shop["paths"][path][method]["responses"][status]

    page = answer("/Things", "get", "200")["content"]["application/json"]["schema"]["properties"]
    assert page["value"]["items"] == {"$ref": "#/components/schemas/s.shop.Thing"}
    assert set(page) == {"@count", "value", "@nextLink"}
    assert "201" in shop["paths"]["/Things"]["post"]["responses"]
    assert list(shop["paths"]["/Things('{ID}')"]["delete"]["responses"]) == ["204", "4XX"]
    assert answer("/Things", "get", "4XX") == {"$ref": "#/components/responses/error"}
    painted = shop["paths"]["/Things('{ID}')/s.shop.Paint"]["post"]["requestBody"]
    assert painted["content"]["application/json"]["schema"]["required"] == ["color"]


def test_version_4_0_has_the_prefix_odata() -> None:
    text, _ = convert(csdl(SHOP, "4.0"), "openapi")
    assert '"@odata.count"' in text
    assert '"@count"' not in text


def test_older_services_wrap_what_they_answer() -> None:
    text, _ = convert(
        b'<edmx:Edmx xmlns:edmx="http://schemas.microsoft.com/ado/2007/06/edmx" Version="1.0"'
        b' xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata"><edmx:DataServices'
        b' m:DataServiceVersion="2.0"><Schema xmlns="http://schemas.microsoft.com/ado/2008/09/edm"'
        b' Namespace="n"><EntityType Name="T"><Key><PropertyRef Name="K"/></Key><Property Name="K"'
        b' Type="Edm.Int32" Nullable="false"/></EntityType><EntityContainer Name="C"><EntitySet Name="Ts"'
        b' EntityType="n.T"/><FunctionImport Name="F" ReturnType="n.T" EntitySet="Ts" m:HttpMethod="GET">'
        b'<Parameter Name="p" Type="Edm.Int32"/></FunctionImport></EntityContainer></Schema>'
        b"</edmx:DataServices></edmx:Edmx>",
        "openapi",
    )
    made = json.loads(text)
    validate(made)
    listed = made["paths"]["/Ts"]["get"]
    content = listed["responses"]["200"]["content"]["application/json"]["schema"]
    assert set(content["properties"]["d"]["properties"]) == {"__count", "results", "__next"}
    assert {"$ref": "#/components/parameters/inlinecount"} in listed["parameters"]
    (parameter,) = [p for p in made["paths"]["/F"]["get"]["parameters"] if "name" in p]
    assert (parameter["name"], parameter["in"]) == ("p", "query")


def test_names_that_no_component_may_have() -> None:
    text, _ = convert(csdl(SHOP.replace("Thing", "Ding\u00dc")), "openapi")
    made = json.loads(text)
    validate(made)
    assert "s.shop.Ding_xdc_" in made["components"]["schemas"]


def test_too_many_paths_are_told(tmp_path: Path) -> None:
    file = tmp_path / "shop.csdl"
    file.write_bytes(csdl(SHOP))
    surface, _ = build_surface(load(file).model)
    made, (told,) = openapi_of(surface, ServiceInfo("Shop"), 3)
    assert told.code == "EDM180"
    assert len(made["paths"]) == 4  # type: ignore[arg-type]


@needs_shared
@pytest.mark.shared
@pytest.mark.parametrize("name", ["oasis-ExampleService", "oasis-TripPin", "oasis-Northwind"])
def test_documents_of_others(name: str) -> None:
    text, _ = convert(SHARED / "metadata" / f"{name}.xml", "openapi")
    validate(json.loads(text))


@needs_shared
@pytest.mark.shared
def test_all_of_graph_takes_seconds() -> None:
    started = time.process_time()
    text, _ = convert(SHARED / "metadata" / "graph-v1.0-2026-08.csdl", "openapi")
    spent = time.process_time() - started
    assert spent < 10 or spent < 10 * slowness()
    assert len(json.loads(text)["paths"]) > 20_000
