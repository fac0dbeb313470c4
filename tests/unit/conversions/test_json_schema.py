"""JSON Schema 2020-12 of the types of a service."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from shared_material import SHARED, needs_shared

from edmund.api import convert

HEAD = (
    '<edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx" Version="4.01"><edmx:DataServices>'
    '<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="n">'
)
TAIL = "</Schema></edmx:DataServices></edmx:Edmx>"


def schema_of(body: str) -> dict[str, Any]:
    text, _ = convert((HEAD + body + TAIL).encode(), "json-schema")
    made: dict[str, Any] = json.loads(text)
    Draft202012Validator.check_schema(made)
    return made


def takes(attributes: str, value: object, inside: str = "") -> bool:
    made = schema_of(
        f'<ComplexType Name="T"><Property Name="p" {attributes}>{inside}</Property></ComplexType>'
        '<EnumType Name="E"><Member Name="A"/></EnumType>'
        '<EnumType Name="F" IsFlags="true"><Member Name="A" Value="1"/><Member Name="B" Value="2"/></EnumType>'
    )
    validator = Draft202012Validator({**made, "$ref": "#/$defs/n.T"})
    return bool(validator.is_valid({"p": value}))


@pytest.mark.parametrize(
    ("attributes", "good", "bad"),
    [
        ('Type="Edm.String" MaxLength="3"', ["abc", None], ["abcd", 3]),
        ('Type="Edm.String" Nullable="false"', ["a"], [None]),
        ('Type="Edm.Boolean"', [True], [1, "true"]),
        ('Type="Edm.Byte"', [0, 255], [-1, 256, 1.5]),
        ('Type="Edm.Int16"', [32767], [32768]),
        ('Type="Edm.Int64"', [9, "9007199254740993"], [1.5, True]),
        ('Type="Edm.Decimal" Scale="2"', [1.25, "1.25"], [1.255]),
        ('Type="Edm.Double"', [1.5, "INF", "NaN", None], ["1.5"]),
        ('Type="Edm.Guid"', ["6f9619ff-8b86-d011-b42d-00c04fc964ff"], [1]),
        ('Type="Edm.Binary" MaxLength="3"', ["AAEC"], ["AAECAwQF"]),
        ('Type="Collection(Edm.Int32)" Nullable="false"', [[1], []], [[None], 1, None]),
        ('Type="Collection(Edm.Int32)"', [[None]], [["1"]]),
        ('Type="n.E"', ["A", None], ["B"]),
        ('Type="n.F"', ["A,B"], [3]),
        ('Type="n.T"', [{"p": None}, None], ["x"]),
        ('Type="Edm.Untyped"', [1, "x", None, []], []),
        ('Type="Edm.GeographyPoint"', [{"type": "Point", "coordinates": [1, 2]}], [{"type": "Line"}]),
    ],
)  # fmt: skip
def test_values(attributes: str, good: list[object], bad: list[object]) -> None:
    assert [value for value in good if not takes(attributes, value)] == []
    assert [value for value in bad if takes(attributes, value)] == []


def test_constraints() -> None:
    least = '<Annotation Term="Org.OData.Validation.V1.Minimum" Int="3"/>'
    assert takes('Type="Edm.Int32"', 3, least)
    assert not takes('Type="Edm.Int32"', 2, least)
    huge = '<Annotation Term="Org.OData.Validation.V1.Minimum" Decimal="1E999999"/>'
    assert takes('Type="Edm.Decimal"', 2, huge)  # no JSON number reaches it: nothing is said
    pattern = '<Annotation Term="Org.OData.Validation.V1.Pattern" String="^[a-z]+$"/>'
    assert takes('Type="Edm.String"', "abc", pattern)
    assert not takes('Type="Edm.String"', "ABC", pattern)


def test_what_derives_is_the_base_and_more() -> None:
    made = schema_of(
        '<ComplexType Name="B"><Property Name="b" Type="Edm.Int32"/></ComplexType>'
        '<ComplexType Name="D" BaseType="n.B"><Property Name="d" Type="Edm.Int32"/></ComplexType>'
    )
    derived = Draft202012Validator({**made, "$ref": "#/$defs/n.D"})
    assert derived.is_valid({"b": 1, "d": 2, "more": "x", "@odata.type": "#n.D"})
    assert not derived.is_valid({"b": "1"})
    assert not derived.is_valid({"d": "1"})


@needs_shared
@pytest.mark.shared
@pytest.mark.parametrize("name", ["oasis-ExampleService", "oasis-TripPin"])
def test_documents_of_others(name: str) -> None:
    text, _ = convert(SHARED / "metadata" / f"{name}.xml", "json-schema")
    Draft202012Validator.check_schema(json.loads(text))
