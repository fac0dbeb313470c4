"""What is not as the specification has it, and changes neither the wire nor the code: warnings."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from edmund.csdl.document import Document
from edmund.csdl.reader import parse_document
from edmund.diagnostics import Severity

from .conftest import wrap

Warned = Callable[[str], list[tuple[str, int]]]
Refused = Callable[..., list[tuple[str, int]]]


def read(body: str) -> Document:
    return parse_document(wrap(body).encode(), "in.csdl")[0]


@pytest.mark.parametrize(
    "name",
    [
        "request-id",
        "Copy$",
        "Unit Price",
        "640x480",
        "Carbon/Emery",
        "it's",
        "a.b",
        "n" * 129,
        "ü-é",
    ],
)
def test_any_name_that_can_be_written_is_taken_as_it_is(warned: Warned, name: str) -> None:
    body = (
        f'<EnumType Name="E"><Member Name="{name}"/></EnumType>'
        f'<ComplexType Name="C"><Property Name="{name}" Type="Edm.String"/></ComplexType>'
    )
    assert warned(body) == [("EDM130", 4), ("EDM130", 4)]
    enumeration, complex_type = read(body).schemas[0].types
    assert [one.name for one in enumeration.members] == [name]  # type: ignore[union-attr]
    assert [one.name for one in complex_type.properties] == [name]  # type: ignore[union-attr]


@pytest.mark.parametrize("name", ["", " ", "a&#x202e;b", "a&#10;b", "n" * 512])
def test_a_name_that_nobody_can_see_is_refused(refused: Refused, name: str) -> None:
    assert refused(f'<ComplexType Name="{name}"/>') == [("EDM130", 4)]


def test_references_to_such_names_are_read(warned: Warned) -> None:
    body = (
        '<ComplexType Name="Copy$"/>\n'
        '<ComplexType Name="D" BaseType="self.Copy$">'
        '<Property Name="P" Type="Collection(self.Copy$)"/></ComplexType>'
    )
    assert warned(body) == [("EDM130", 4)]


@pytest.mark.parametrize(("text", "means"), [("True", True), ("TRUE", True), ("False", False)])
def test_booleans_in_capitals(warned: Warned, text: str, means: bool) -> None:
    body = f'<Action Name="A" IsBound="{text}"/>'
    assert warned(body) == [("EDM121", 4)]
    assert read(body).schemas[0].actions[0].is_bound is means


def test_a_default_that_is_no_literal_is_left_out(warned: Warned) -> None:
    body = (
        '<ComplexType Name="C"><Property Name="P" Type="Edm.Single" DefaultValue="51.2f"/>'
        '<Property Name="Q" Type="Edm.Single" DefaultValue="51.2"/></ComplexType>'
        '<Term Name="T" Type="Edm.Boolean" DefaultValue="x"/>'
    )
    assert warned(body) == [("EDM136", 4), ("EDM136", 4)]
    schema = read(body).schemas[0]
    properties = schema.types[0].properties  # type: ignore[union-attr]
    assert [one.default_value for one in properties] == [None, "51.2"]
    assert schema.terms[0].default_value is None


@pytest.mark.parametrize(
    ("attributes", "codes"),
    [
        ('Namespace="System"', ["EDM132"]),
        ('Namespace="a.b" Alias="System"', ["EDM132"]),
        ('Namespace="a.b" Alias="a.b.c"', ["EDM130"]),
    ],
)
def test_namespaces_and_aliases(attributes: str, codes: list[str]) -> None:
    text = wrap("").replace('Namespace="a.b" Alias="self"', attributes)
    _, found = parse_document(text.encode(), "in.csdl")
    assert [one.code for one in found] == codes
    assert {one.severity for one in found} == {Severity.WARNING}


@pytest.mark.parametrize("target", ["", 'Target=""'])
def test_annotations_of_nothing_are_left_out(warned: Warned, target: str) -> None:
    body = f'<Annotations {target}><Annotation Term="self.T"/></Annotations>'
    assert [code for code, _ in warned(body)] in (["EDM120"], ["EDM135"])
    assert read(body).schemas[0].external_annotations == ()
