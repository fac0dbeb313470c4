"""CSDL JSON is read into the same Document as CSDL XML, with places by line and column."""

from __future__ import annotations

import json
from typing import Any

import pytest

from edmund.csdl.canonical import canonical
from edmund.csdl.document import (
    Document,
    EntityTypeElement,
    EnumTypeElement,
    PropertyElement,
    ScaleKeyword,
    SchemaElement,
)
from edmund.csdl.expression import (
    AnnotationValue,
    Cast,
    CollectionExpression,
    Constant,
    ConstantKind,
    Expression,
    LabeledElement,
    LabeledElementReference,
    Logical,
    LogicalOperator,
    Null,
    Path,
    PathKind,
    Record,
    UrlRef,
)
from edmund.csdl.reader import parse_document
from edmund.diagnostics import EdmundError, Severity, Span

XML = """\
<edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx" Version="4.01">
<edmx:Reference Uri="core"><edmx:Include Namespace="Org.OData.Core.V1" Alias="Core"/>
<edmx:IncludeAnnotations TermNamespace="x.y" Qualifier="Q" TargetNamespace="shop"/></edmx:Reference>
<edmx:DataServices><Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="shop" Alias="self">
<EntityType Name="Thing" BaseType="self.Base" OpenType="true" HasStream="true">
  <Key><PropertyRef Name="Id"/><PropertyRef Name="At/Zip" Alias="Zip"/></Key>
  <Property Name="Id" Type="Edm.Int32" Nullable="false" DefaultValue="7"/>
  <Property Name="Price" Type="Edm.Decimal" Precision="9" Scale="variable"/>
  <Property Name="Tax" Type="Edm.Decimal"/>
  <Property Name="Tags" Type="Collection(Edm.String)" Nullable="false" MaxLength="9" Unicode="false"/>
  <Property Name="At" Type="self.Place" Nullable="true"/>
  <Property Name="Where" Type="Edm.GeographyPoint" SRID="variable"/>
  <NavigationProperty Name="Owner" Type="self.Thing" Partner="Owns" ContainsTarget="true">
    <ReferentialConstraint Property="OwnerId" ReferencedProperty="Id">
      <Annotation Term="Core.Description" String="on a constraint"/></ReferentialConstraint>
    <OnDelete Action="SetNull"><Annotation Term="Core.Description" String="on delete"/></OnDelete>
  </NavigationProperty>
  <Annotation Term="Core.Description" Qualifier="Q" String="a thing">
    <Annotation Term="Core.IsLanguageDependent"/></Annotation>
</EntityType>
<ComplexType Name="Place" Abstract="false"><Property Name="Zip" Type="Edm.String"/></ComplexType>
<EnumType Name="Colour" UnderlyingType="Edm.Byte" IsFlags="true">
  <Member Name="Red" Value="1"><Annotation Term="Core.Description" String="red"/></Member>
  <Member Name="Blue" Value="2"/></EnumType>
<EnumType Name="Size"><Member Name="S"/><Member Name="L"/></EnumType>
<TypeDefinition Name="Money" UnderlyingType="Edm.Decimal" Scale="2"/>
<Action Name="Go" IsBound="true" EntitySetPath="thing/Owner">
  <Parameter Name="thing" Type="self.Thing" Nullable="false"/></Action>
<Function Name="Find"><Parameter Name="q" Type="Edm.String"/>
  <ReturnType Type="Collection(self.Thing)"/></Function>
<Function Name="Find" IsComposable="true"><ReturnType Type="self.Thing"/></Function>
<Term Name="When" Type="Edm.Date" AppliesTo="Property Term" DefaultValue="2020-01-01"/>
<EntityContainer Name="Shop" Extends="other.Shop">
  <EntitySet Name="Things" EntityType="self.Thing" IncludeInServiceDocument="false">
    <NavigationPropertyBinding Path="Owner" Target="Things"/>
    <Annotation Term="Core.OptimisticConcurrency"><Collection><PropertyPath>Id</PropertyPath>
      </Collection></Annotation></EntitySet>
  <Singleton Name="Best" Type="self.Thing"/>
  <ActionImport Name="Go" Action="self.Go" EntitySet="Things"/>
  <FunctionImport Name="Find" Function="self.Find" IncludeInServiceDocument="true"/>
</EntityContainer>
<Annotations Target="self.Thing/Id">
  <Annotation Term="Core.Permissions" EnumMember="Core.Permission/Read Core.Permission/Write"/>
  <Annotation Term="self.When" Date="2024-02-29"/></Annotations>
</Schema></edmx:DataServices></edmx:Edmx>
"""
JSON = """\
{"$Version": "4.01", "$EntityContainer": "shop.Shop",
 "$Reference": {"core": {"$Include": [{"$Namespace": "Org.OData.Core.V1", "$Alias": "Core"}],
   "$IncludeAnnotations": [{"$TermNamespace": "x.y", "$Qualifier": "Q", "$TargetNamespace": "shop"}]}},
 "shop": {"$Alias": "self",
  "Thing": {"$Kind": "EntityType", "$BaseType": "self.Base", "$OpenType": true, "$HasStream": true,
   "$Key": ["Id", {"Zip": "At/Zip"}],
   "Id": {"$Type": "Edm.Int32", "$DefaultValue": 7},
   "Price": {"$Type": "Edm.Decimal", "$Nullable": true, "$Precision": 9},
   "Tax": {"$Type": "Edm.Decimal", "$Nullable": true, "$Scale": 0},
   "Tags": {"$Collection": true, "$Nullable": false, "$MaxLength": 9, "$Unicode": false},
   "At": {"$Type": "self.Place", "$Nullable": true},
   "Where": {"$Type": "Edm.GeographyPoint", "$Nullable": true, "$SRID": "variable"},
   "Owner": {"$Kind": "NavigationProperty", "$Type": "self.Thing", "$Nullable": true, "$Partner": "Owns",
    "$ContainsTarget": true,
    "$ReferentialConstraint": {"OwnerId": "Id", "OwnerId@Core.Description": "on a constraint"},
    "$OnDelete": "SetNull", "$OnDelete@Core.Description": "on delete"},
   "@Core.Description#Q": "a thing", "@Core.Description#Q@Core.IsLanguageDependent": true},
  "Place": {"$Kind": "ComplexType", "$Abstract": false, "Zip": {"$Nullable": true}},
  "Colour": {"$Kind": "EnumType", "$UnderlyingType": "Edm.Byte", "$IsFlags": true,
   "Red": 1, "Red@Core.Description": "red", "Blue": 2},
  "Size": {"$Kind": "EnumType", "S": 0, "L": 1},
  "Money": {"$Kind": "TypeDefinition", "$UnderlyingType": "Edm.Decimal", "$Scale": 2},
  "Go": [{"$Kind": "Action", "$IsBound": true, "$EntitySetPath": "thing/Owner",
   "$Parameter": [{"$Name": "thing", "$Type": "self.Thing"}]}],
  "Find": [
   {"$Kind": "Function", "$Parameter": [{"$Name": "q", "$Nullable": true}],
    "$ReturnType": {"$Collection": true, "$Type": "self.Thing"}},
   {"$Kind": "Function", "$IsComposable": true, "$ReturnType": {"$Type": "self.Thing", "$Nullable": true}}],
  "When": {"$Kind": "Term", "$Type": "Edm.Date", "$Nullable": true, "$AppliesTo": ["Property", "Term"],
   "$DefaultValue": "2020-01-01"},
  "Shop": {"$Kind": "EntityContainer", "$Extends": "other.Shop",
   "Things": {"$Collection": true, "$Type": "self.Thing", "$IncludeInServiceDocument": false,
    "$NavigationPropertyBinding": {"Owner": "Things"}, "@Core.OptimisticConcurrency": ["Id"]},
   "Best": {"$Type": "self.Thing"},
   "Go": {"$Action": "self.Go", "$EntitySet": "Things"},
   "Find": {"$Function": "self.Find", "$IncludeInServiceDocument": true}},
  "$Annotations": {"self.Thing/Id": {"@Core.Permissions": "Read,Write", "@self.When": "2024-02-29"}}}}
"""


def read(text: str) -> Document:
    document, diagnostics = parse_document(text.encode(), "in.json")
    assert diagnostics == ()
    return document


def read_schema(members: str) -> SchemaElement:
    return read(f'{{"$Version": "4.01", "a": {{"$Alias": "self", {members}}}}}').schemas[0]


def read_value(value: str) -> Expression | None:
    return read_schema(f'"@self.T": {value}').annotations[0].value


def errors(text: str) -> list[tuple[str, int, int]]:
    with pytest.raises(EdmundError) as failure:
        parse_document(text.encode(), "in.json")
    found = [d for d in failure.value.diagnostics if d.severity is Severity.ERROR]
    return [(d.code, d.span.line, d.span.column) for d in found if d.span]


def warnings(text: str) -> list[str]:
    return [found.code for found in parse_document(text.encode(), "in.json")[1]]


def test_the_same_document_in_both_notations() -> None:
    assert canonical(read(JSON)) == canonical(read(XML))


def test_every_place_is_where_the_name_begins() -> None:
    lines = JSON.splitlines()
    (schema,) = read(JSON).schemas
    named: list[Any] = [
        *schema.types,
        *schema.terms,
        *schema.containers,
        *schema.containers[0].entity_sets,
    ]
    for each in schema.types:
        if isinstance(each, EntityTypeElement):
            named += [*each.properties, *each.navigation_properties]
        if isinstance(each, EnumTypeElement):
            named += each.members
    assert len(named) > 15
    for item in named:
        assert item.span.file == "in.json"
        assert lines[item.span.line - 1][item.span.column - 1 :].startswith(f'"{item.name}"')


def test_columns_count_characters_and_lines_end_in_any_way() -> None:
    text = '{"$Version": "4.01",\r\n"a": {"é𝄞": 1,\r"B": 2}}'
    assert errors(text) == [("EDM109", 2, 7), ("EDM109", 3, 1)]


def test_defaults_are_those_of_json() -> None:
    schema = read_schema(
        '"C": {"$Kind": "ComplexType", "A": {}, "B": {"$Type": "Edm.Decimal"}, "D": {"$Collection": true}}'
    )
    (complex_type,) = schema.types
    assert not isinstance(complex_type, EnumTypeElement)
    properties: tuple[PropertyElement, ...] = getattr(complex_type, "properties", ())
    assert [(p.type, p.nullable) for p in properties] == [
        ("Edm.String", False),
        ("Edm.Decimal", False),
        ("Collection(Edm.String)", None),
    ]
    assert properties[1].facets.scale is ScaleKeyword.VARIABLE


A = Path(PathKind.PATH, "A")
EXPRESSIONS: dict[str, Expression] = {
    '"x\\n"': Constant(ConstantKind.STRING, "x\n"),
    "true": Constant(ConstantKind.BOOL, "true"),
    "null": Null(),
    "-12": Constant(ConstantKind.INT, "-12"),
    "1.50": Constant(ConstantKind.DECIMAL, "1.50"),
    "99999999999999999999": Constant(ConstantKind.DECIMAL, "99999999999999999999"),
    '{"$Date": "2020-02-29"}': Constant(ConstantKind.DATE, "2020-02-29"),
    '{"$Float": 1}': Constant(ConstantKind.FLOAT, "1"),
    '{"$EnumMember": "self.E/A self.E/B"}': Constant(ConstantKind.ENUM_MEMBER, "self.E/A self.E/B"),
    '{"$Path": "A"}': A,
    '{"$NavigationPropertyPath": "A"}': Path(PathKind.NAVIGATION_PROPERTY_PATH, "A"),
    '[{"$Path": "A"}, null]': CollectionExpression((A, Null())),
    '{"$Not": {"$Path": "A"}}': Logical(LogicalOperator.NOT, (A,)),
    '{"$In": [{"$Path": "A"}, []]}': Logical(LogicalOperator.IN, (A, CollectionExpression(()))),
    '{"$UrlRef": "http://x"}': UrlRef(Constant(ConstantKind.STRING, "http://x")),
    '{"$LabeledElement": {"$Path": "A"}, "$Name": "self.L"}': LabeledElement("L", A),
    '{"$LabeledElementReference": "self.L"}': LabeledElementReference("self.L"),
    '{"$Null": null, "@self.U": 1}': Null(
        annotations=(AnnotationValue("self.U", None, Constant(ConstantKind.INT, "1")),)
    ),
    '{"@type": "https://x.example/y.json#self.R"}': Record("self.R", ()),
}


@pytest.mark.parametrize("text", EXPRESSIONS)
def test_an_expression_is_read(text: str) -> None:
    assert read_value(text) == EXPRESSIONS[text]


def test_a_cast_keeps_its_facets() -> None:
    value = read_value('{"$Cast": {"$Path": "A"}, "$Type": "Edm.Decimal", "$Collection": true}')
    assert isinstance(value, Cast)
    assert value.type == "Collection(Edm.Decimal)"
    assert value.facets.scale is ScaleKeyword.VARIABLE


def test_a_record_has_annotations_of_its_own_and_of_its_properties() -> None:
    value = read_value('{"A": 1, "A@self.U": "of A", "@self.U": "of it"}')
    assert isinstance(value, Record)
    (prop,) = value.properties
    assert [a.value for a in prop.annotations] == [Constant(ConstantKind.STRING, "of A")]
    assert [a.value for a in value.annotations] == [Constant(ConstantKind.STRING, "of it")]


WRONG = {
    "[]": ("EDM109", 1, 1),
    '{"a": 1}': ("EDM110", 1, 1),
    '{"$Versoin": "4.01"}': ("EDM120", 1, 1),
    '{"$Version": "5.0", "a": {}}': ("EDM112", 1, 1),
    '{"$Version": 4.01, "a": {}}': ("EDM109", 1, 2),
    '{"$Version": "4.01"}': ("EDM113", 1, 1),
    '{"$Version": "4.01", "a": 1}': ("EDM109", 1, 22),
    '{"$Version": "4.01", "a": {"B": 1}}': ("EDM109", 1, 28),
    '{"$Version": "4.01", "a": {"B": {}}}': ("EDM109", 1, 28),
    '{"$Version": "4.01", "a": {"B": [1]}}': ("EDM109", 1, 34),
    '{"$Version": "4.01", "a": {"B": {"$Kind": "ComplexType", "C": 1}}}': ("EDM109", 1, 58),
    '{"$Version": "4.01", "a": {"B": {"$Kind": "ComplexType", "C": {"$Kind": "X"}}}}': (
        "EDM109",
        1,
        58,
    ),
    '{"$Version": "4.01", "a": {"B": {"$Kind": "ComplexType", "C": {"$Type": "X"}}}}': (
        "EDM134",
        1,
        58,
    ),
    '{"$Version": "4.01", "a": {"B": {"$Kind": "ComplexType", "C": {"$Nullable": 1}}}}': (
        "EDM109",
        1,
        64,
    ),
    '{"$Version": "4.01", "a": {"B": {"$Kind": "EntityType", "$Key": "Id"}}}': ("EDM109", 1, 57),
    '{"$Version": "4.01", "a": {"B": {"$Kind": "EnumType", "C": true}}}': ("EDM109", 1, 55),
    '{"$Version": "4.01", "a": {"B": {"$Kind": "EnumType", "C": 1e3}}}': ("EDM137", 1, 55),
    '{"$Version": "4.01", "$Reference": []}': ("EDM109", 1, 22),
}


@pytest.mark.parametrize("text", WRONG)
def test_what_is_wrong_is_told_at_its_place(text: str) -> None:
    assert WRONG[text] in errors(text)


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ('"B": {"$Kind": "ComplexType", "$Abstrct": true}', "EDM122"),
        ('"$Annotation": {}', "EDM122"),
        ('"B@self.T": 1', "EDM123"),
        ('"@self.T@self.U": 1', "EDM123"),
        ('"B": {"$Kind": "ComplexType", "C": {}, "C@self.T": 1}', "EDM123"),
        ('"B": {"$Kind": "ComplexType", "$Abstract": true, "$Abstract@self.T": 1}', "EDM123"),
        ('"@self.T": {"$Not": 1, "$Kindd": 1}', "EDM122"),
        ('"@self.T": {"$And": [1]}', "EDM142"),
        ('"@self.T": {"$Date": "tomorrow"}', "EDM141"),
    ],
)
def test_what_is_not_known_is_a_warning(members: str, code: str) -> None:
    assert warnings(f'{{"$Version": "4.01", "a": {{"$Alias": "self", {members}}}}}') == [code]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ({"openapi": "3.1.0"}, "OpenAPI"),
        ({"error": {"code": "401"}}, "error"),
        ({"@odata.context": "x", "value": []}, "data"),
    ],
)
def test_other_json_is_called_by_its_name(text: object, told: str) -> None:
    with pytest.raises(EdmundError) as failure:
        parse_document(json.dumps(text).encode(), "in.json")
    found, *_ = failure.value.diagnostics
    assert found.code == "EDM110"
    assert told in (found.hint or "")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_encodings_are_those_of_xml(encoding: str) -> None:
    document, _ = parse_document(JSON.encode(encoding), "in.json")
    assert canonical(document) == canonical(read(JSON))
    assert document.schemas[0].span == Span("in.json", 4, 2)
