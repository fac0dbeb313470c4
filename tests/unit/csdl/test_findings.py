"""Every code of reading has a document that provokes it, and says no more than that."""

from __future__ import annotations

import pytest

from edmund.csdl.findings import MAX_FINDINGS, Code
from edmund.csdl.reader import parse_document
from edmund.csdl.writing.json_document import write_json
from edmund.diagnostics import Diagnostic, EdmundError, Severity

EDMX = "http://docs.oasis-open.org/odata/ns/edmx"
EDM = "http://docs.oasis-open.org/odata/ns/edm"


def edmx(inside: str, attributes: str = 'Version="4.01"') -> str:
    return f'<e:Edmx xmlns:e="{EDMX}" xmlns="{EDM}" {attributes}>{inside}</e:Edmx>'


def schema(inside: str = "", attributes: str = 'Namespace="a"', before: str = "") -> str:
    return edmx(f"{before}<e:DataServices><Schema {attributes}>{inside}</Schema></e:DataServices>")


def reference(inside: str, uri: str = "x") -> str:
    return schema(before=f'<e:Reference Uri="{uri}">{inside}</e:Reference>')


def old(inside: str, wrapper: str = "1.0") -> str:
    """A document of OData 2."""
    ado = "http://schemas.microsoft.com/ado"
    return (
        f'<e:Edmx xmlns:e="{ado}/2007/06/edmx" Version="{wrapper}" xmlns:sap="http://www.sap.com/Protocols/SAPData" '
        f'xmlns:m="{ado}/2007/08/dataservices/metadata"><e:DataServices m:DataServiceVersion="2.0">'
        f'<Schema Namespace="a" xmlns="{ado}/2008/09/edm">{inside}</Schema></e:DataServices></e:Edmx>'
    )


def entities(name: str, more: str = "") -> str:
    key = '<Key><PropertyRef Name="K"/></Key><Property Name="K" Type="Edm.Int32" Nullable="false"/>'
    return f'<EntityType Name="{name}">{key}{more}</EntityType>'


def joined(constraint: str = "") -> str:
    """Two types and their association, which the first one leads along."""
    way = '<NavigationProperty Name="N" Relationship="a.R" FromRole="E" ToRole="F"/>'
    ends = "".join(f'<End Role="{r}" Type="a.{r}" Multiplicity="1"/>' for r in "EF")
    association = f'<Association Name="R">{ends}{constraint}</Association>'
    return entities("E", way) + entities("F") + association


SAMPLES = {
    Code.EMPTY: "",
    Code.ENCODING: '<?xml version="1.0" encoding="utf-7"?><a/>',
    Code.DOCTYPE: "<!DOCTYPE a><a/>",
    Code.NOT_XML: "<a>",
    Code.LIMIT: "<a>" * 200,
    Code.NOT_JSON: '{"a": 01}',
    Code.REPEATED_MEMBER: '{"$Version": "4.01", "a": {}, "a": {}}',
    Code.TEXT: '{"$Version": "\\ud800"}',
    Code.SHAPE: '{"$Version": "4.01", "a": {"B": {"$Kind": "Kind"}}}',
    Code.NOT_CSDL: "<a/>",
    Code.NAMESPACE: "<Edmx/>",
    Code.VERSION: edmx("<e:DataServices><Schema Namespace='a'/></e:DataServices>", 'Version="9"'),
    Code.STRUCTURE: edmx(""),
    Code.MISSING_ATTRIBUTE: schema("<EntityType/>"),
    Code.ATTRIBUTE_VALUE: schema('<EntityType Name="E" Abstract="x"/>'),
    Code.UNKNOWN_ATTRIBUTE: schema('<EntityType Name="E" X="x"/>'),
    Code.UNKNOWN_ELEMENT: schema("<X/>"),
    Code.FOREIGN_ATTRIBUTE: schema('<EntityType Name="E" xmlns:x="urn:x" x:y="z"/>'),
    Code.FOREIGN_ELEMENT: schema('<x xmlns="urn:x"/>'),
    Code.REPEATED_ELEMENT: schema(
        '<EntityType Name="E">' + '<Key><PropertyRef Name="P"/></Key>' * 2 + "</EntityType>"
    ),
    Code.STRAY_TEXT: schema("text"),
    Code.MISSING_ELEMENT: schema('<Function Name="F"/>'),
    Code.XML_BASE: schema('<EntityType Name="E" xml:base="x"/>'),
    Code.NAME: schema('<EntityType Name="1"/>'),
    Code.NAMESPACE_NAME: schema(attributes='Namespace="a..b"'),
    Code.RESERVED_NAMESPACE: schema(attributes='Namespace="Edm"'),
    Code.QUALIFIED_NAME: schema('<EntityType Name="E" BaseType="B"/>'),
    Code.TYPE_REFERENCE: schema('<Term Name="T" Type="Tag"/>'),
    Code.PATH: schema('<Annotations Target=" "/>'),
    Code.DEFAULT_VALUE: schema('<Term Name="T" Type="Edm.Byte" DefaultValue="-1"/>'),
    Code.MEMBER_VALUE: schema('<EnumType Name="E"><Member Name="M" Value="x"/></EnumType>'),
    Code.UNDERLYING_TYPE: schema('<EnumType Name="E" UnderlyingType="Edm.Guid"/>'),
    Code.QUALIFIER: schema('<Annotation Term="a.T" Qualifier="b.c"/>'),
    Code.VALUE_TWICE: schema('<Annotation Term="a.T" Int="1" Bool="true"/>'),
    Code.CONSTANT: schema('<Annotation Term="a.T" Int="x"/>'),
    Code.OPERANDS: schema('<Annotation Term="a.T"><Not/></Annotation>'),
    Code.REFERENCE_URI: reference('<e:Include Namespace="b"/>', uri=""),
    Code.EMPTY_REFERENCE: reference(""),
    Code.DUPLICATE_ALIAS: reference(
        '<e:Include Namespace="b" Alias="x"/><e:Include Namespace="c" Alias="x"/>'
    ),
    Code.UNSPEAKABLE: schema('<ComplexType Name="A@b"/>'),
    Code.MIXED_VERSIONS: old('<Action Name="A"/>'),
    Code.OLD_NAMESPACE: old('<EnumType Name="E"><Member Name="M"/></EnumType>', wrapper="4.0"),
    Code.ASSOCIATION: old(
        entities("E", '<NavigationProperty Name="N" Relationship="a.R" FromRole="E" ToRole="F"/>')
    ),
    Code.ASSOCIATION_SET: old(
        joined()
        + '<EntityContainer Name="C"><AssociationSet Name="S" Association="a.R">'
        + '<End Role="E" EntitySet="Es"/><End Role="F" EntitySet="Fs"/></AssociationSet></EntityContainer>'
    ),
    Code.NO_MEANING: old(
        '<ComplexType Name="C"><Property Name="P" Type="Edm.String" m:FC_TargetPath="x"/></ComplexType>'
    ),
    Code.OLD_CONSTRAINT: old(
        joined(
            '<ReferentialConstraint><Principal Role="G"><PropertyRef Name="K"/></Principal>'
            '<Dependent Role="E"><PropertyRef Name="K"/></Dependent></ReferentialConstraint>'
        )
    ),
    Code.OLD_METHOD: old(
        '<EntityContainer Name="C"><FunctionImport Name="F" ReturnType="Edm.Int32"/></EntityContainer>'
    ),
    Code.OLD_NAME: old(
        '<EntityContainer Name="C"><FunctionImport Name="F" ReturnType="Edm.Int32" m:HttpMethod="GET">'
        '<Parameter Name="u" Type="Edm.String"/><Parameter Name="u" Type="Edm.String"/>'
        "</FunctionImport></EntityContainer>"
    ),
    Code.OLD_VALUE: old(
        '<ComplexType Name="C"><Property Name="P" Type="Edm.String" sap:sortable="no"/></ComplexType>'
    ),
    Code.OLD_TYPE: old('<ComplexType Name="C"><Property Name="P" Type="Edm.Text"/></ComplexType>'),
    Code.TOO_MANY: schema("".join(f"<X{i}/>" for i in range(MAX_FINDINGS + 1))),
}
WARNINGS = {
    Code.UNKNOWN_ATTRIBUTE,
    Code.UNKNOWN_ELEMENT,
    Code.FOREIGN_ATTRIBUTE,
    Code.FOREIGN_ELEMENT,
    Code.STRAY_TEXT,
    Code.XML_BASE,
    Code.NAME,
    Code.PATH,
    Code.DEFAULT_VALUE,
    Code.VALUE_TWICE,
    Code.CONSTANT,
    Code.OPERANDS,
    Code.QUALIFIER,
    Code.EMPTY_REFERENCE,
    Code.OLD_NAMESPACE,
    Code.OLD_METHOD,
    Code.OLD_NAME,
    Code.OLD_VALUE,
    Code.OLD_TYPE,
    Code.TOO_MANY,
}


def findings(text: str) -> tuple[Diagnostic, ...]:
    try:
        document, found = parse_document(text.encode(), "in.csdl")
        return (*found, *write_json(document)[1])
    except EdmundError as failed:
        return failed.diagnostics


@pytest.mark.parametrize("code", Code, ids=lambda code: code.name)
def test_a_sample_of_each_code(code: Code) -> None:
    found = findings(SAMPLES[code])
    expected = {code.value, "EDM123"} if code is Code.TOO_MANY else {code.value}
    assert {d.code for d in found} == expected
    severity = Severity.WARNING if code in WARNINGS else Severity.ERROR
    if code is Code.NO_MEANING:
        severity = Severity.INFO
    assert found[-1].severity is severity


def test_codes_are_unique_and_of_this_stage() -> None:
    assert len({code.value for code in Code}) == len(Code)
    assert all(code.value.startswith("EDM1") for code in Code)


def test_a_document_without_a_fault_says_nothing() -> None:
    assert findings(schema()) == ()
