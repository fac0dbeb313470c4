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
    assert found[-1].severity is severity


def test_codes_are_unique_and_of_this_stage() -> None:
    assert len({code.value for code in Code}) == len(Code)
    assert all(code.value.startswith("EDM1") for code in Code)


def test_a_document_without_a_fault_says_nothing() -> None:
    assert findings(schema()) == ()
