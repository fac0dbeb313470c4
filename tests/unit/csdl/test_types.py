"""Types and their members, element by element (CSDL XML 4.01, sections 6 to 11)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from edmund.csdl.document import (
    ComplexTypeElement,
    EntityTypeElement,
    EnumTypeElement,
    FacetAttributes,
    MaxLength,
    ScaleKeyword,
    SchemaElement,
    TypeDefinitionElement,
)
from edmund.diagnostics import Span

Read = Callable[[str], SchemaElement]
Found = Callable[[str], list[tuple[str, int]]]


def test_an_entity_type_with_everything(read_schema: Read) -> None:
    schema = read_schema(
        """<EntityType Name="Product" BaseType="self.Thing" Abstract="true" OpenType="false"
            HasStream="1">
          <Key><PropertyRef Name="ID"/><PropertyRef Name="Address/City" Alias="City"/></Key>
          <Property Name="ID" Type="Edm.Int32" Nullable="false"/>
          <NavigationProperty Name="Category" Type="self.Category"/>
          <Property Name="Names" Type="Collection(Edm.String)"/>
          <Annotation Term="self.T"/>
        </EntityType>"""
    )
    (entity,) = schema.types
    assert isinstance(entity, EntityTypeElement)
    assert (entity.name, entity.base_type) == ("Product", "self.Thing")
    assert (entity.abstract, entity.open_type, entity.has_stream) == (True, False, True)
    assert entity.key is not None
    assert [(r.name, r.alias) for r in entity.key.property_refs] == [
        ("ID", None),
        ("Address/City", "City"),
    ]
    assert [(p.name, p.type, p.nullable) for p in entity.properties] == [
        ("ID", "Edm.Int32", False),
        ("Names", "Collection(Edm.String)", None),
    ]
    assert [n.name for n in entity.navigation_properties] == ["Category"]
    assert [a.term for a in entity.annotations] == ["self.T"]
    assert entity.span == Span("in.csdl", 4, 1)
    assert entity.key.span == Span("in.csdl", 6, 11)
    assert entity.key.property_refs[1].span == Span("in.csdl", 6, 40)


def test_absent_attributes_are_none(read_schema: Read) -> None:
    (entity,) = read_schema('<EntityType Name="E"/>').types
    assert isinstance(entity, EntityTypeElement)
    assert entity == EntityTypeElement(
        "E", None, None, None, None, None, (), (), (), Span("in.csdl", 4, 1)
    )


def test_a_complex_type(read_schema: Read) -> None:
    (found,) = read_schema(
        '<ComplexType Name="C" BaseType="self.B" OpenType="true"><Property Name="P" Type="self.D"/>'
        '<NavigationProperty Name="N" Type="self.E"/></ComplexType>'
    ).types
    assert isinstance(found, ComplexTypeElement)
    assert (found.name, found.base_type, found.abstract, found.open_type) == (
        "C",
        "self.B",
        None,
        True,
    )
    assert [p.name for p in found.properties] == ["P"]
    assert [n.name for n in found.navigation_properties] == ["N"]


def test_a_property_with_all_facets(read_schema: Read) -> None:
    (found,) = read_schema(
        '<ComplexType Name="C"><Property Name="P" Type="Edm.Decimal" Nullable="true" MaxLength="20"'
        ' Precision="5" Scale="2" Unicode="false" SRID="4326" DefaultValue="1.5"/></ComplexType>'
    ).types
    assert isinstance(found, ComplexTypeElement)
    (prop,) = found.properties
    assert prop.facets == FacetAttributes(20, 5, 2, False, 4326)
    assert (prop.nullable, prop.default_value) == (True, "1.5")


@pytest.mark.parametrize(
    ("attribute", "expected"),
    [
        ('MaxLength="max"', FacetAttributes(max_length=MaxLength.MAX)),
        ('MaxLength="0"', FacetAttributes(max_length=0)),
        ('Scale="variable"', FacetAttributes(scale=ScaleKeyword.VARIABLE)),
        ('Scale="Variable"', FacetAttributes(scale=ScaleKeyword.VARIABLE)),
        ('Scale="floating"', FacetAttributes(scale=ScaleKeyword.FLOATING)),
        ('SRID="variable"', FacetAttributes(srid=ScaleKeyword.VARIABLE)),
        ('Unicode="0"', FacetAttributes(unicode=False)),
        ("", FacetAttributes()),
    ],
)
def test_symbolic_facets(read_schema: Read, attribute: str, expected: FacetAttributes) -> None:
    (found,) = read_schema(
        f'<TypeDefinition Name="D" UnderlyingType="Edm.String" {attribute}/>'
    ).types
    assert isinstance(found, TypeDefinitionElement)
    assert found.facets == expected


@pytest.mark.parametrize(
    "attribute",
    ['MaxLength="-1"', 'MaxLength="maximum"', 'Precision="1); x"', 'Precision="1.0"', 'Scale="-2"',
     'Scale="max"', 'SRID="floating"', 'SRID="x"', 'Unicode="yes"', 'Nullable="Yes"', 'Nullable=""',
     'MaxLength="99999999999"', 'Precision="１"'],
)  # fmt: skip
def test_bad_facets_are_errors_at_the_property(refused: Found, attribute: str) -> None:
    body = f'<ComplexType Name="C">\n<Property Name="P"\n Type="Edm.String" {attribute}/></ComplexType>'
    assert refused(body) == [("EDM121", 5)]


def test_a_navigation_property_with_everything(read_schema: Read) -> None:
    (found,) = read_schema(
        """<EntityType Name="E"><NavigationProperty Name="N" Type="Collection(self.E)" Nullable="false"
          Partner="Up/Down" ContainsTarget="true">
          <ReferentialConstraint Property="A" ReferencedProperty="B/C"><Annotation Term="self.T"/>
          </ReferentialConstraint>
          <ReferentialConstraint Property="D" ReferencedProperty="E"/>
          <OnDelete Action="SetNull"><Annotation Term="self.U"/></OnDelete>
          <Annotation Term="self.V"/></NavigationProperty></EntityType>"""
    ).types
    assert isinstance(found, EntityTypeElement)
    (navigation,) = found.navigation_properties
    assert (navigation.type, navigation.nullable) == ("Collection(self.E)", False)
    assert (navigation.partner, navigation.contains_target) == ("Up/Down", True)
    assert [(c.property, c.referenced_property) for c in navigation.referential_constraints] == [
        ("A", "B/C"),
        ("D", "E"),
    ]
    assert navigation.referential_constraints[0].annotations[0].term == "self.T"
    assert navigation.on_delete is not None
    assert navigation.on_delete.action == "SetNull"
    assert navigation.on_delete.annotations[0].term == "self.U"
    assert [a.term for a in navigation.annotations] == ["self.V"]


@pytest.mark.parametrize("action", ["Cascade", "None", "SetNull", "SetDefault"])
def test_on_delete_actions(read_schema: Read, refused: Found, action: str) -> None:
    body = (
        '<EntityType Name="E"><NavigationProperty Name="N" Type="self.E">'
        '<OnDelete Action="{}"/></NavigationProperty></EntityType>'
    )
    (found,) = read_schema(body.format(action)).types
    assert isinstance(found, EntityTypeElement)
    assert found.navigation_properties[0].on_delete is not None
    assert refused(body.format(action.lower() + "x")) == [("EDM121", 4)]


def test_enumerations(read_schema: Read) -> None:
    plain, flags, empty = read_schema(
        """<EnumType Name="Plain"><Member Name="A"/><Member Name="B" Value="-7"/>
           <Annotation Term="self.T"/></EnumType>
           <EnumType Name="Flags" UnderlyingType="Edm.Int64" IsFlags="true">
             <Member Name="import" Value="9223372036854775807"><Annotation Term="self.T"/></Member>
           </EnumType>
           <EnumType Name="Empty"/>"""
    ).types
    assert isinstance(plain, EnumTypeElement)
    assert isinstance(flags, EnumTypeElement)
    assert isinstance(empty, EnumTypeElement)
    assert [(m.name, m.value) for m in plain.members] == [("A", None), ("B", -7)]
    assert (plain.underlying_type, plain.is_flags) == (None, None)
    assert (flags.underlying_type, flags.is_flags) == ("Edm.Int64", True)
    assert [(m.name, m.value) for m in flags.members] == [("import", 2**63 - 1)]
    assert [a.term for a in flags.members[0].annotations] == ["self.T"]
    assert [a.term for a in plain.annotations] == ["self.T"]
    assert empty.members == ()


@pytest.mark.parametrize(
    ("underlying", "value"),
    [("Edm.Byte", "256"), ("Edm.SByte", "-129"), ("Edm.Int16", "40000"), ("Edm.Int32", "2147483648"),
     ("Edm.Int32", "1); x(2"), ("Edm.Int32", ""), ("Edm.Int32", "0x1"), ("Edm.Int32", "1" * 5000)],
)  # fmt: skip
def test_a_member_value_is_of_the_underlying_type(
    refused: Found, underlying: str, value: str
) -> None:
    body = f'<EnumType Name="E" UnderlyingType="{underlying}">\n<Member Name="A" Value="{value}"/></EnumType>'
    assert refused(body) == [("EDM137", 5)]


def test_an_underlying_type_is_one_of_five(refused: Found) -> None:
    assert refused('<EnumType Name="E" UnderlyingType="Edm.String"/>') == [("EDM138", 4)]


def test_a_type_definition_has_an_underlying_type(read_schema: Read, refused: Found) -> None:
    (found,) = read_schema(
        '<TypeDefinition Name="D" UnderlyingType="Edm.String"><Annotation Term="self.T"/>'
        "</TypeDefinition>"
    ).types
    assert isinstance(found, TypeDefinitionElement)
    assert (found.name, found.underlying_type) == ("D", "Edm.String")
    assert refused('<TypeDefinition Name="D"/>') == [("EDM120", 4)]


@pytest.mark.parametrize("name", ["case", "import", "__class__", "None", "self", "名前", "Größe"])
def test_keywords_dunders_and_other_scripts_are_names(read_schema: Read, name: str) -> None:
    (found,) = read_schema(
        f'<ComplexType Name="{name}"><Property Name="{name}" Type="a.b.{name}"/></ComplexType>'
    ).types
    assert isinstance(found, ComplexTypeElement)
    assert found.properties[0].type == f"a.b.{name}"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ('<EntityType Name=""/>', "EDM130"),
        ('<EntityType Name="a&#x202e;b"/>', "EDM130"),
        ("<EntityType/>", "EDM120"),
        ('<EntityType name="E"/>', "EDM120"),
        ('<EntityType Name="E" BaseType="E"/>', "EDM133"),
        ('<EntityType Name="E" BaseType="Collection(self.E)"/>', "EDM133"),
        ('<ComplexType Name="C"><Property Name="P"/></ComplexType>', "EDM120"),
        ('<ComplexType Name="C"><Property Name="P" Type="String"/></ComplexType>', "EDM134"),
        ('<ComplexType Name="C"><Property Name="P" Type="Collection(a.b"/></ComplexType>', "EDM134"),
        ('<ComplexType Name="C"><Property Name="P" Type=""/></ComplexType>', "EDM134"),
        ('<EntityType Name="E"><Key/></EntityType>', "EDM128"),
        ('<EntityType Name="E"><Key><PropertyRef/></Key></EntityType>', "EDM120"),
        ('<EntityType Name="E"><Key><PropertyRef Name=""/></Key></EntityType>', "EDM135"),
        ('<EntityType Name="E"><NavigationProperty Name="N" Type="self.E" Partner=""/></EntityType>', "EDM135"),
        ('<EntityType Name="E"><NavigationProperty Name="N" Type="self.E" Partner="a&#10;b"/></EntityType>', "EDM135"),
        ('<EntityType Name="E" Abstract="yes"/>', "EDM121"),
    ],
)  # fmt: skip
def test_bad_input(refused: Found, body: str, code: str) -> None:
    assert refused(body) == [(code, 4)]


def test_a_second_key_names_the_first(refused: Found) -> None:
    key = '<Key><PropertyRef Name="P"/></Key>'
    assert refused(f'<EntityType Name="E">{key}\n{key}</EntityType>') == [("EDM126", 5)]


def test_a_second_on_delete(refused: Found) -> None:
    body = (
        '<EntityType Name="E"><NavigationProperty Name="N" Type="self.E"><OnDelete Action="None"/>\n'
        '<OnDelete Action="Cascade"/></NavigationProperty></EntityType>'
    )
    assert refused(body) == [("EDM126", 5)]


def test_all_errors_of_a_document_are_found_in_order(refused: Found) -> None:
    body = (
        '<EnumType Name=""/>\n<ComplexType Name="C">\n<Property Name="P" Type="x" Nullable="y"/>\n'
        '</ComplexType>\n<EntityType Name="E"><Key/></EntityType>'
    )
    assert refused(body) == [("EDM130", 4), ("EDM134", 6), ("EDM121", 6), ("EDM128", 8)]
