"""What stands in the URLs of a Java client for parameters of functions: literals by type and by value."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

import pytest
from generated_java import HARNESS, client_classes, write_as
from toolchains import java, needs

from edmund.config.inputs import InputFile
from edmund.pipeline import Compilation, Recipe, compile_model, load_model
from edmund.slicing.slice import Selection
from edmund.targets.contract import TargetOptions

pytestmark = [needs("java"), pytest.mark.xdist_group("java")]

FUNCTIONS = {
    "painted": "Shop.color",
    "granted": "Shop.rights",
    "near": "Edm.GeographyPoint",
    "within": "Edm.Geometry",
    "like": "Edm.PrimitiveType",
}
TYPES = (
    '<EnumType Name="color"><Member Name="Red"/></EnumType>'
    '<EnumType Name="rights" IsFlags="true"><Member Name="Read" Value="1"/></EnumType>'
    '<ComplexType Name="grant"><Property Name="each" Type="Collection(Shop.rights)"/></ComplexType>'
)


def compilation(version: str) -> Compilation:
    functions = "".join(
        f'<Function Name="{name}"><Parameter Name="it" Type="{type_}"/><ReturnType Type="Edm.String"/></Function>'
        for name, type_ in FUNCTIONS.items()
    )
    imports = "".join(f'<FunctionImport Name="{n}" Function="Shop.{n}"/>' for n in FUNCTIONS)
    text = (
        f'<edmx:Edmx Version="{version}" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">'
        '<edmx:DataServices><Schema Namespace="Shop" xmlns="http://docs.oasis-open.org/odata/ns/edm">'
        f'{TYPES}{functions}<EntityContainer Name="service">{imports}</EntityContainer>'
        "</Schema></edmx:DataServices></edmx:Edmx>"
    )
    loaded = load_model([InputFile("m.csdl", text.encode())])
    options = TargetOptions("com.microsoft.graph")
    return compile_model(loaded, Recipe(Selection(), "java", options), workers=1)


def test_literals_of_parameters(tmp_path: Path) -> None:
    files = [HARNESS / "UrlRunner.java"]
    for package, version in (("v40", "4.0"), ("v401", "4.01")):
        files += write_as(compilation(version), tmp_path, package)
    java.compile_java(files, tmp_path / "classes", [client_classes()])
    printed = java.run_java("UrlRunner", (), (tmp_path / "classes", client_classes()))
    urls = [unquote(line).removeprefix("https://service.example/") for line in printed.splitlines()]
    refused = "IllegalArgumentException"
    assert urls == [
        "painted(it=Shop.color'Red')",
        "painted(it=Shop.color'Red')",
        "painted(it='Red')",
        "painted(it='Red')",
        "granted(it='Read,Write''s')",
        '{"each":["Read,Write","Read"]}[Read,Write, Read]',
        "near(it=geography'SRID=4326;Point(142.1 64)')",
        "near(it=geography'SRID=25832;Point(1 2 3)')",
        *[refused] * 3,
        "near(it=null)",
        "within(it=geometry'SRID=0;Point(142.1 64)')",
        "within(it=geometry'SRID=0;LineString(1 2,3 4)')",
        "within(it=geometry'SRID=0;Polygon((1 2,3 4))')",
        "within(it=geometry'SRID=0;MultiPoint((1 2),(3 4))')",
        "within(it=geometry'SRID=0;MultiLineString((1 2,3 4),(1 2,3 4))')",
        "within(it=geometry'SRID=0;MultiPolygon(((1 2,3 4)))')",
        "within(it=geometry'SRID=0;Collection(Point(142.1 64),Collection(Collection()))')",
        *[refused] * 2,
        "like(it=3)",
        "like(it=4)",
        "like(it='it''s')",
        "like(it=true)",
        "like(it=1.5)",
        "like(it=INF)",
        "like(it=2.50)",
        "like(it=2020-02-29)",
        "like(it=duration'PT2S')",
        "like(it=00000000-0000-0000-0000-000000000001)",
        "like(it=binary'AQ==')",
        "like(it=Shop.color'Red')",
        "like(it=null)",
        *[refused] * 2,
    ]
