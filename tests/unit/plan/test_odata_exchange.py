"""What calls of OData send and answer: the forms that all languages spell."""

from __future__ import annotations

import pytest

from edmund.config.inputs import InputFile
from edmund.pipeline import load_model
from edmund.plan.odata_exchange import (
    Answer,
    AnswerForm,
    Body,
    BodyForm,
    Payload,
    PayloadRole,
    Purpose,
    answer_of,
    body_of,
    payloads_of,
    purpose_of,
)
from edmund.surface.answers import listed_in
from edmund.surface.build import build_surface
from edmund.surface.elements import Call, CallKind, Resource, Surface

CSDL = """<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="shop" xmlns="http://docs.oasis-open.org/odata/ns/edm">
  <EnumType Name="Color"><Member Name="Red"/></EnumType>
  <EntityType Name="Tool">
    <Key><PropertyRef Name="id"/></Key>
    <Property Name="id" Type="Edm.Int32" Nullable="false"/>
    <Property Name="picture" Type="Edm.Stream"/>
    <NavigationProperty Name="parts" Type="Collection(shop.Tool)"/>
    <NavigationProperty Name="maker" Type="shop.Tool"/>
  </EntityType>
  <Action Name="lend" IsBound="true">
    <Parameter Name="it" Type="shop.Tool"/>
    <Parameter Name="days" Type="Edm.Int32"/>
    <ReturnType Type="Edm.Int32"/>
  </Action>
  <Action Name="rest" IsBound="true"><Parameter Name="it" Type="shop.Tool"/></Action>
  <Function Name="near" IsBound="true">
    <Parameter Name="it" Type="shop.Tool"/>
    <ReturnType Type="Collection(shop.Tool)"/>
  </Function>
  <Function Name="colors" IsBound="true">
    <Parameter Name="it" Type="shop.Tool"/>
    <ReturnType Type="Collection(shop.Color)"/>
  </Function>
  <Function Name="best" IsBound="true">
    <Parameter Name="it" Type="shop.Tool"/>
    <ReturnType Type="shop.Tool"/>
  </Function>
  <EntityContainer Name="Container">
    <EntitySet Name="tools" EntityType="shop.Tool">
      <NavigationPropertyBinding Path="parts" Target="tools"/>
      <NavigationPropertyBinding Path="maker" Target="tools"/>
    </EntitySet>
  </EntityContainer>
</Schema></edmx:DataServices></edmx:Edmx>"""


@pytest.fixture(scope="module")
def surface() -> Surface:
    loaded = load_model([InputFile("shop.csdl", CSDL.encode())])
    return build_surface(loaded.model)[0]


def _calls(surface: Surface, kind: CallKind) -> list[Call]:
    return [c for r in surface.resources for c in r.calls if c.kind is kind]


def _invoked(surface: Surface, operation: str) -> tuple[Resource, Call]:
    return next(
        (r, c) for r in surface.resources for c in r.calls if c.operation == f"shop.{operation}"
    )


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (CallKind.LIST, Answer(AnswerForm.PAGE, "shop.Tool", iterable=True)),
        (CallKind.READ, Answer(AnswerForm.OBJECT, "shop.Tool")),
        (CallKind.CREATE, Answer(AnswerForm.OBJECT, "shop.Tool")),
        (CallKind.DELETE, Answer(AnswerForm.NOTHING)),
        (CallKind.COUNT, Answer(AnswerForm.COUNT)),
        (CallKind.READ_STREAM, Answer(AnswerForm.STREAM)),
        (CallKind.LIST_REFERENCES, Answer(AnswerForm.REFERENCES, iterable=True)),
        (CallKind.READ_REFERENCE, Answer(AnswerForm.REFERENCE)),
    ],
)
def test_answers_by_the_kind_of_the_call(
    surface: Surface, kind: CallKind, expected: Answer
) -> None:
    paged = {each.name for each in listed_in(surface)}
    calls = _calls(surface, kind)
    assert calls
    assert {answer_of(call, surface.types, paged) for call in calls} == {expected}


@pytest.mark.parametrize(
    ("operation", "expected"),
    [
        ("near", Answer(AnswerForm.WRAPPED, "shop.Tool", iterable=True)),
        ("colors", Answer(AnswerForm.WRAPPED, "shop.Color")),
        ("lend", Answer(AnswerForm.WRAPPED, "Edm.Int32")),
        ("best", Answer(AnswerForm.OBJECT, "shop.Tool")),
        ("rest", Answer(AnswerForm.NOTHING)),
    ],
)
def test_answers_of_operations(surface: Surface, operation: str, expected: Answer) -> None:
    _, call = _invoked(surface, operation)
    assert answer_of(call, surface.types, ()) == expected


def test_a_list_without_a_type_for_its_pages_is_a_collection(surface: Surface) -> None:
    call = _calls(surface, CallKind.LIST)[0]
    assert answer_of(call, surface.types, ()) == Answer(AnswerForm.COLLECTION, "shop.Tool")


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (CallKind.READ, None),
        (CallKind.CREATE, Body(BodyForm.OBJECT, "shop.Tool")),
        (CallKind.UPDATE, Body(BodyForm.OBJECT, "shop.Tool")),
        (CallKind.WRITE_STREAM, Body(BodyForm.STREAM)),
        (CallKind.ADD_REFERENCE, Body(BodyForm.NEW_REFERENCE)),
        (CallKind.SET_REFERENCE, Body(BodyForm.REFERENCE)),
    ],
)
def test_bodies_by_the_kind_of_the_call(
    surface: Surface, kind: CallKind, expected: Body | None
) -> None:
    calls = _calls(surface, kind)
    assert calls
    assert {body_of(call) for call in calls} == {expected}


def test_an_action_with_parameters_has_a_body_of_its_own(surface: Surface) -> None:
    resource, call = _invoked(surface, "lend")
    assert body_of(call) == Body(BodyForm.PARAMETERS)
    body, answer = payloads_of(resource, surface.types)
    assert body == Payload(PayloadRole.BODY, "PostRequestBody", "shop.lend", call.parameters)
    assert (answer.role, answer.suffix, answer.paged) == (
        PayloadRole.ANSWER,
        "PostResponse",
        False,
    )
    assert [field.name for field in answer.fields] == ["value"]


def test_functions_and_actions_without_parameters_send_nothing(surface: Surface) -> None:
    assert body_of(_invoked(surface, "rest")[1]) is None
    assert body_of(_invoked(surface, "near")[1]) is None
    (answer,) = payloads_of(_invoked(surface, "near")[0], surface.types)
    assert (answer.suffix, answer.paged) == ("GetResponse", True)
    assert payloads_of(_invoked(surface, "best")[0], surface.types) == ()


def test_purposes(surface: Surface) -> None:
    assert purpose_of(_calls(surface, CallKind.CREATE)[0]) is Purpose.CREATE
    assert purpose_of(_calls(surface, CallKind.UPDATE)[0]) is Purpose.UPDATE
    assert purpose_of(_invoked(surface, "lend")[1]) is Purpose.INVOKE
    assert purpose_of(_calls(surface, CallKind.READ)[0]) is None
