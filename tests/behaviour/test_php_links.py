"""What stands in the URLs of a PHP client for parameters of functions."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from toolchains import needs

sys.path.insert(0, str(Path(__file__).resolve().parent))
from behaviour.php_client import PhpClient, document

pytestmark = [needs("php"), pytest.mark.xdist_group("php")]


def test_shapes_and_values_that_say_their_type_are_literals(tmp_path: Path) -> None:
    client = PhpClient(
        tmp_path,
        document(
            '<TypeDefinition Name="place" UnderlyingType="Edm.GeographyPoint" />'
            '<Function Name="near"><Parameter Name="at" Type="Edm.GeographyPoint" />'
            '<Parameter Name="around" Type="Shop.place" /><ReturnType Type="Edm.String" /></Function>'
            '<Function Name="like"><Parameter Name="it" Type="Edm.PrimitiveType" />'
            '<ReturnType Type="Edm.String" /></Function>'
            '<Function Name="all"><Parameter Name="of" Type="Collection(Edm.GeometryPoint)" />'
            '<ReturnType Type="Edm.String" /></Function>',
            '<FunctionImport Name="near" Function="Shop.near" />'
            '<FunctionImport Name="like" Function="Shop.like" />'
            '<FunctionImport Name="all" Function="Shop.all" />',
        ),
    )
    found = client.run("""
        $at = (object) ['type' => 'Point', 'coordinates' => [142.1, 64]];
        $requests = [
            $client->near($at, null),
            $client->near(null, $at),
            $client->like(3),
            $client->like("it's"),
            $client->like(true),
            $client->all([$at]),
        ];
        return array_map(static fn ($it) => rawurldecode($it->toGetRequestInformation()->url), $requests);
        """)
    point = "geography'SRID=4326;Point(142.1 64)'"
    root = "https://service.example/v1"
    assert found == [
        f"{root}/near(at={point},around=null)",
        f"{root}/near(at=null,around={point})",
        f"{root}/like(it=3)",
        f"{root}/like(it='it''s')",
        f"{root}/like(it=true)",
        f"{root}/all(of=@p0)?@p0=" '[{"type":"Point","coordinates":[142.1,64]}]',
    ]
