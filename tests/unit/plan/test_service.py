"""What the version and the vendor of a service say about how it is talked to."""

from __future__ import annotations

import pytest

from edmund.csdl.reader import parse_document
from edmund.model.elements import Model, TypeReference
from edmund.model.resolve import resolve_model
from edmund.plan.literals import url_literal
from edmund.plan.service import BatchFormat, ServiceTraits, traits_of
from edmund.surface.build import build_surface
from edmund.surface.declared_types import DeclaredTypes
from edmund.surface.elements import Surface

DOCUMENT = """<edmx:Edmx Version="{version}" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
  <edmx:DataServices>
    <Schema Namespace="{namespace}" xmlns="http://docs.oasis-open.org/odata/ns/edm">
      <EnumType Name="color"><Member Name="red"/></EnumType>
      <TypeDefinition Name="weight" UnderlyingType="Edm.Decimal"/>
      <ComplexType Name="place"/>
      <EntityContainer Name="service"/>
    </Schema>
  </edmx:DataServices>
</edmx:Edmx>"""
ANNOTATIONS = """<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
  <edmx:DataServices>
    <Schema Namespace="notes" xmlns="http://docs.oasis-open.org/odata/ns/edm"/>
  </edmx:DataServices>
</edmx:Edmx>"""


def model(version: str, namespace: str = "shop") -> Model:
    texts = (DOCUMENT.format(version=version, namespace=namespace), ANNOTATIONS)
    return resolve_model([parse_document(t.encode(), "m.csdl")[0] for t in texts])[0]


def surface(version: str, namespace: str = "shop") -> Surface:
    return build_surface(model(version, namespace))[0]


@pytest.mark.parametrize(
    ("version", "namespace", "expected"),
    [
        ("4.0", "shop", ServiceTraits("4.0", True, BatchFormat.MULTIPART)),
        ("4.01", "shop", ServiceTraits("4.01", False, BatchFormat.JSON)),
        ("4.0", "microsoft.graph", ServiceTraits("4.0", False, BatchFormat.JSON, 20, True)),
        ("4.0", "microsoft.graphics", ServiceTraits("4.0", True, BatchFormat.MULTIPART)),
    ],
)
def test_traits(version: str, namespace: str, expected: ServiceTraits) -> None:
    assert traits_of(surface(version, namespace)) == expected


@pytest.mark.parametrize(
    ("version", "type_", "expected"),
    [
        ("4.0", TypeReference("shop.color"), "shop.color"),
        ("4.01", TypeReference("shop.color"), "enum"),
        ("4.01", TypeReference("shop.color", collection=True), "json"),
        ("4.0", TypeReference("shop.weight"), "Edm.Decimal"),
        ("4.0", TypeReference("shop.place"), "json"),
        ("4.0", TypeReference("Edm.Guid"), "Edm.Guid"),
        ("4.0", TypeReference("Edm.GeographyPoint"), "json"),
    ],
)
def test_literals(version: str, type_: TypeReference, expected: str) -> None:
    declared = DeclaredTypes(model(version)).type(type_)
    assert url_literal(declared, surface(version), {"Edm.Decimal", "Edm.Guid"}) == expected
