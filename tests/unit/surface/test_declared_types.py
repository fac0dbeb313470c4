"""What a model's types are to everything that knows no description format: annotations are fields."""

from __future__ import annotations

from decimal import Decimal

import pytest

from edmund.csdl.reader import parse_document
from edmund.model.resolve import resolve_model
from edmund.surface.declared_types import types_of
from edmund.surface.lineage import Lineage
from edmund.surface.shapes import Bound
from edmund.surface.type_schema import TypeSchema
from edmund.surface.types import (
    AnyJson,
    Constraints,
    Deprecation,
    EnumType,
    ListOf,
    Named,
    Nullable,
    Primitive,
    PropertyType,
    StructuredType,
    Types,
    Writing,
)

HEAD = (
    '<edmx:Edmx Version="4.01" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">'
    '<edmx:Reference Uri="https://example.com/core.xml">'
    '<edmx:Include Namespace="Org.OData.Core.V1" Alias="Core"/>'
    '<edmx:Include Namespace="Org.OData.Validation.V1" Alias="Validation"/>'
    '<edmx:Include Namespace="Org.OData.Capabilities.V1" Alias="Capabilities"/>'
    '<edmx:Include Namespace="Edmund.V1" Alias="Edmund"/></edmx:Reference>'
    '<edmx:DataServices><Schema Namespace="n.m" Alias="n" '
    'xmlns="http://docs.oasis-open.org/odata/ns/edm">'
)
TAIL = "</Schema></edmx:DataServices></edmx:Edmx>"
ID = '<Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/>'


def types(body: str) -> Types:
    document, _ = parse_document((HEAD + body + TAIL).encode(), "n.xml")
    return types_of(resolve_model([document])[0])


def members(body: str, name: str = "n.m.T") -> dict[str, PropertyType]:
    return dict(Lineage(types(body)).members(name))


def complex_type(properties: str) -> str:
    return f'<ComplexType Name="T">{properties}</ComplexType>'


@pytest.mark.parametrize(
    ("written", "type_"),
    [
        ('Type="Edm.Int32"', Nullable(Primitive("Edm.Int32"))),
        ('Type="Edm.Int32" Nullable="false"', Primitive("Edm.Int32")),
        ('Type="Collection(Edm.Int32)"', ListOf(Nullable(Primitive("Edm.Int32")))),
        ('Type="Collection(n.Color)" Nullable="false"', ListOf(Named("n.m.Color"))),
        ('Type="Edm.Untyped"', AnyJson()),
        ('Type="Edm.Untyped" Nullable="false"', AnyJson(null=False)),
        ('Type="Edm.ComplexType"', Nullable(Named("Edm.ComplexType"))),
        ('Type="Edm.String" MaxLength="max"', Nullable(Primitive("Edm.String"))),
        (
            'Type="n.Code" Nullable="false" MaxLength="3"',
            Primitive("Edm.String", Constraints(max_length=3, pattern="^a")),
        ),
        (
            'Type="n.Code" Nullable="false"',
            Primitive("Edm.String", Constraints(max_length=8, pattern="^a")),
        ),
    ],
)
def test_types_in_use(written: str, type_: object) -> None:
    """Type definitions are what they stand for, with what the use says of them first."""
    body = (
        '<EnumType Name="Color"><Member Name="red"/></EnumType>'
        '<TypeDefinition Name="Code" UnderlyingType="Edm.String" MaxLength="8">'
        '<Annotation Term="Validation.Pattern" String="^a"/></TypeDefinition>'
    )
    assert members(body + complex_type(f'<Property Name="p" {written}/>'))["p"].type == type_


def test_constraints_of_a_property_are_facts_of_its_type() -> None:
    body = (
        '<EnumType Name="Color"><Member Name="red"/><Member Name="blue"/></EnumType>'
        + complex_type(
            '<Property Name="price" Type="Edm.Decimal" Precision="9" Scale="2">'
            '<Annotation Term="Validation.Minimum" Decimal="0.5"><Annotation '
            'Term="Validation.Exclusive" Bool="true"/></Annotation>'
            '<Annotation Term="Validation.MultipleOf" Decimal="0.05"/></Property>'
            '<Property Name="tags" Type="Collection(Edm.String)">'
            '<Annotation Term="Validation.MaxItems" Int="3"/></Property>'
            '<Property Name="color" Type="n.Color"><Annotation Term="Validation.AllowedValues"><Collection>'
            '<Record><PropertyValue Property="Value" EnumMember="n.Color/red"/></Record>'
            "</Collection></Annotation></Property>"
        )
    )
    found = members(body)
    assert found["price"].type == Nullable(
        Primitive(
            "Edm.Decimal",
            Constraints(
                precision=9,
                scale=2,
                minimum=Bound(Decimal("0.5"), exclusive=True),
                multiple_of=Decimal("0.05"),
            ),
        )
    )
    assert found["tags"].type == ListOf(Nullable(Primitive("Edm.String")), max_items=3)
    assert found["color"].type == Nullable(Named("n.m.Color", Constraints(allowed_values=("red",))))


def test_documentation_secrecy_and_defaults_are_fields() -> None:
    body = complex_type(
        '<Property Name="clientSecret" Type="Edm.String" DefaultValue="x">'
        '<Annotation Term="Core.Description" String="What it is."/>'
        '<Annotation Term="Core.Revisions"><Collection><Record>'
        '<PropertyValue Property="Kind" EnumMember="Core.RevisionKind/Deprecated"/>'
        '<PropertyValue Property="Description" String="Use y."/></Record></Collection></Annotation>'
        "</Property>"
        '<Property Name="keyCount" Type="Edm.Int32"/>'
    )
    found = members(body)
    secret = found["clientSecret"]
    assert secret.secret and secret.default == "x"
    assert secret.documentation.description == "What it is."
    assert secret.documentation.deprecation == Deprecation("Use y.")
    assert not found["keyCount"].secret


def test_types_that_a_value_may_have_are_named_in_full() -> None:
    body = '<ComplexType Name="A"/><ComplexType Name="B" BaseType="n.A"/>' + complex_type(
        '<Property Name="p" Type="n.A">'
        '<Annotation Term="Validation.DerivedTypeConstraint"><Collection><String>n.B</String></Collection>'
        '</Annotation><Annotation Term="Edmund.WritableTypes"><Collection><String>n.m.B</String>'
        "</Collection></Annotation></Property>"
    )
    wanted = Named("n.m.A", types=("n.m.B",), writable_types=("n.m.B",))
    assert members(body)["p"].type == Nullable(wanted)


WRITTEN = (
    f'<EntityType Name="A">{ID}<Property Name="name" Type="Edm.String" Nullable="false"/>'
    '<Property Name="made" Type="Edm.Date"><Annotation Term="Core.Computed" Bool="true"/></Property>'
    '<NavigationProperty Name="owner" Type="n.A"/></EntityType>'
    '<EntityType Name="B" BaseType="n.A"/>'
    '<EntityContainer Name="C"><EntitySet Name="As" EntityType="n.A"/><EntitySet Name="Bs" EntityType="n.B">'
    '<Annotation Term="Capabilities.InsertRestrictions"><Record><PropertyValue Property="RequiredProperties">'
    "<Collection><PropertyPath>name</PropertyPath></Collection></PropertyValue></Record></Annotation>"
    "</EntitySet></EntityContainer>"
)


def test_what_may_be_written_is_a_fact_of_each_property() -> None:
    found = members(WRITTEN, "n.m.A")
    assert found["name"].writing == Writing(expected_on_create=True)
    assert found["made"].writing == Writing(insertable=False, updatable=False, computed=True)
    assert found["id"].writing == Writing()
    assert found["owner"].navigation and not found["name"].navigation
    assert list(found) == ["id", "name", "made", "owner"]


def test_a_derived_type_says_what_holds_there_of_inherited_properties() -> None:
    """The set of the derived type asks for a name; that of the base, which may hold its entities too, does not."""
    only_derived = WRITTEN.replace('<EntitySet Name="As" EntityType="n.A"/>', "")
    declared = types(only_derived)
    derived = declared.structured("n.m.B")
    assert derived is not None and derived.properties == ()
    wanted = Writing(required_on_create=True, expected_on_create=True)
    assert derived.inherited_writing == (("name", wanted),)
    assert Lineage(declared).members("n.m.B")["name"].writing == wanted
    shape = TypeSchema(declared).structured("n.m.B")
    assert shape is not None and shape.properties["name"].required_on_create
    plain = types(WRITTEN).structured("n.m.B")
    assert plain is not None and plain.inherited_writing == ()


def test_named_types_namespaces_and_operations() -> None:
    body = (
        '<EnumType Name="Color" IsFlags="true" UnderlyingType="Edm.Int64"><Member Name="red" Value="4"/></EnumType>'
        '<ComplexType Name="Json"/><ComplexType Name="Base" Abstract="true"/>'
        '<ComplexType Name="Open" BaseType="n.Base" OpenType="true"/>'
        '<TypeDefinition Name="Weight" UnderlyingType="Edm.Decimal" Scale="2"/>'
        '<Action Name="Ship"><Parameter Name="to" Type="Edm.String" Nullable="false"/>'
        '<Parameter Name="note" Type="Edm.String"/><ReturnType Type="n.Open" Nullable="false"/></Action>'
    )
    declared = types(body)
    color = declared.by_name["n.m.Color"]
    assert isinstance(color, EnumType) and color.flags and color.underlying == "Edm.Int64"
    assert [(m.name, m.value, m.number) for m in color.members] == [("red", "red", 4)]
    json, opened = declared.structured("n.m.Json"), declared.structured("n.m.Open")
    assert json is not None and json.opaque
    assert opened is not None and opened.says_type and opened.open and opened.base == "n.m.Base"
    assert declared.defined == {"n.m.Weight": Primitive("Edm.Decimal", Constraints(scale=2))}
    assert "n.m.Weight" not in declared.by_name
    assert declared.aliases == {"n": "n.m"}
    (ship,) = declared.operations
    assert (ship.name, ship.has_body, ship.binding) == ("n.m.Ship", True, None)
    assert ship.returns == Named("n.m.Open")
    assert [(p.name, p.writing.required_on_create) for p in ship.parameters] == [
        ("to", True),
        ("note", False),
    ]


def test_lineage_answers_for_types_that_are_given() -> None:
    declared = types(
        f'<EntityType Name="A" HasStream="true">{ID}</EntityType>'
        '<EntityType Name="B" BaseType="n.A" OpenType="true"/><EntityType Name="C" BaseType="n.B"/>'
        '<ComplexType Name="D"/><EnumType Name="E"/>'
    )
    lineage = Lineage(declared)
    assert [t.name for t in lineage.ancestors("n.m.C")] == ["n.m.B", "n.m.A"]
    assert lineage.descendants("n.m.A") == ("n.m.B", "n.m.C")
    assert lineage.key("n.m.C") == ("id",)
    assert lineage.is_open("n.m.C") and not lineage.is_open("n.m.A")
    assert lineage.has_stream("n.m.C") and not lineage.has_stream("n.m.D")
    assert lineage.is_assignable("n.m.C", "n.m.A") and not lineage.is_assignable("n.m.A", "n.m.C")
    assert lineage.is_assignable("n.m.C", "Edm.EntityType")
    assert lineage.is_assignable("n.m.D", "Edm.ComplexType")
    assert not lineage.is_assignable("n.m.D", "Edm.EntityType")
    assert lineage.is_assignable("n.m.E", "Edm.PrimitiveType")
    assert lineage.is_assignable("Edm.Guid", "Edm.PrimitiveType")
    assert not lineage.is_assignable("Edm.Nothing", "Edm.PrimitiveType")
    assert lineage.members("n.m.Nothing") == {}


def test_a_redefined_property_keeps_its_place() -> None:
    first, second = PropertyType("a", AnyJson()), PropertyType("b", AnyJson())
    again = PropertyType("a", Primitive("Edm.String"))
    declared = Types(
        (
            StructuredType("n.A", properties=(first, second)),
            StructuredType("n.B", base="n.A", properties=(again,)),
        )
    )
    assert list(Lineage(declared).members("n.B").values()) == [again, second]
