"""What the version and the vendor of a service say about how it is talked to."""

from __future__ import annotations

import pytest

from edmund.csdl.reader import parse_document
from edmund.model.elements import Model, TypeReference
from edmund.model.resolve import resolve_model
from edmund.plan.literals import url_literal
from edmund.plan.service import BatchFormat, ServiceTraits, client_stem, traits_of
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


@pytest.mark.parametrize(
    ("package", "stem"),
    [
        ("shop", "Shop"),
        ("myapp.clients.shop", "Shop"),
        ("example.com/pet-store/v2", "PetStore"),
        ("Example\\Shop", "Shop"),
        ("@scope/my_shop", "MyShop"),
        ("example.com/v1", "Com"),
        ("3d", "Service3d"),
    ],
)
def test_a_client_of_no_container_is_called_after_its_package(package: str, stem: str) -> None:
    """The title of a description is prose: rewriting it renames nothing."""
    assert client_stem(Surface("/", (), version="", names=("Pet Store API v2",)), package) == stem


def test_a_client_of_odata_is_called_after_the_container() -> None:
    assert client_stem(Surface("root", (), names=("shop.Container",)), "elsewhere") == "Container"
    assert client_stem(Surface("root", ()), "elsewhere") == "Service"
