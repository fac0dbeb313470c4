"""What the package says of itself, and numbers of the schema that nobody can write out."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from edmund.csdl.reader import parse_document
from edmund.model.resolve import resolve_model
from edmund.render.environment import TemplateSet
from edmund.render.templates import render_files
from edmund.surface.build import build_surface
from edmund.targets.contract import TargetOptions
from edmund.targets.typescript.package import _registry
from edmund.targets.typescript.schema_tables import scalar_source
from edmund.targets.typescript.target import TYPESCRIPT


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Decimal("1E999999999"), '"1E+999999999"'),
        (Decimal("-1E999999999"), '"-1E+999999999"'),
        (Decimal("1E-999999999"), '"1E-999999999"'),
        (Decimal("NaN"), '"NaN"'),
        (Decimal("-Infinity"), '"-INF"'),
        (Decimal("1E3"), "1000"),
        (Decimal("1.5"), '"1.5"'),
        (2**53, f'"{2**53}"'),
        (-5, "-5"),
    ],
)
def test_numbers_of_any_size_are_not_expanded(value: Decimal | int, expected: str) -> None:
    assert scalar_source(value).source == expected


def test_the_registry_is_told_what_was_set() -> None:
    settings = {"license": "MIT", "author": 'A "B" <a@b.example>', "keywords": "odata, graph,"}
    members = json.loads("{" + ",".join(_registry(TargetOptions("x", settings=settings))) + "}")
    assert members == {
        "license": "MIT",
        "author": 'A "B" <a@b.example>',
        "keywords": ["odata", "graph"],
    }
    assert not list(_registry(TargetOptions("x")))
    assert settings.keys() <= TYPESCRIPT.settings.keys()


DOCUMENT = """<edmx:Edmx Version="{version}" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
  <edmx:DataServices>
    <Schema Namespace="{namespace}" xmlns="http://docs.oasis-open.org/odata/ns/edm">
      <EnumType Name="color"><Member Name="red"/></EnumType>
      <Function Name="paint"><Parameter Name="as" Type="{namespace}.color"/>
        <Parameter Name="at" Type="Edm.GeographyPoint"/><ReturnType Type="Edm.String"/></Function>
      <EntityContainer Name="service"><FunctionImport Name="paint" Function="{namespace}.paint"/>
      </EntityContainer>
    </Schema>
  </edmx:DataServices>
</edmx:Edmx>"""


@pytest.mark.parametrize(
    ("version", "namespace", "kind", "traits"),
    [
        (
            "4.0",
            "shop",
            "shop.color",
            ['version: "4.0"', 'batchFormat: "multipart"', "qualifiedEnumerations: true"],
        ),
        ("4.01", "shop", "enum", ['version: "4.01"', 'batchFormat: "json"']),
        (
            "4.0",
            "microsoft.graph",
            "enum",
            ['version: "4.0"', 'batchFormat: "json"', "batchLimit: 20", "batchLeadingSlash: true"],
        ),
    ],
)
def test_the_client_knows_how_its_service_talks(
    version: str, namespace: str, kind: str, traits: list[str]
) -> None:
    text = DOCUMENT.format(version=version, namespace=namespace)
    model, _ = resolve_model([parse_document(text.encode(), "m.csdl")[0]])
    surface, _ = build_surface(model, None)
    lowered = TYPESCRIPT.lower(surface, TargetOptions("shop"))
    texts = {f.path: f.text for f in render_files(lowered.files, TemplateSet("typescript"), 1)}
    assert f'"{kind}"]' in texts["src/tables/builders.ts"]
    assert '["at", "Edm.GeographyPoint"]' in texts["src/tables/builders.ts"]
    (client,) = (text for path, text in texts.items() if path.endswith("Client.ts"))
    made = client[client.index("product:") :].splitlines()
    assert [line.strip().rstrip(",") for line in made[1 : 1 + len(traits)]] == traits
    assert made[1 + len(traits)].strip() == "},"
