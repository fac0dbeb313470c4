"""The schemas of real services: every type can be checked, and what their writers say is understood."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from shared_material import SHARED, needs_shared

from edmund.csdl.reader import parse_document
from edmund.model.resolve import resolve_model
from edmund.surface.declared_types import types_of
from edmund.surface.type_schema import TypeSchema
from edmund.surface.types import StructuredType
from edmund.validation.check import Operation, validate_payload

pytestmark = [pytest.mark.shared, needs_shared]
FILES = [
    "graph-v1.0-2026-08.csdl",
    "graph-v1.0-annotated-2023-05.xml",
    "oasis-ExampleService.xml",
    "oasis-Northwind.xml",
    "oasis-TripPin.xml",
    "oasis-csdl-16.1.xml",
]


@cache
def schema_of(file: str) -> TypeSchema:
    path = Path(SHARED) / "metadata" / file
    model, _ = resolve_model([parse_document(path.read_bytes(), file)[0]])
    return TypeSchema(types_of(model))


@pytest.mark.parametrize("file", FILES)
def test_every_type_can_be_checked(file: str) -> None:
    """An empty object lacks a type where the type is abstract, changes aside, and nothing else is wrong."""
    schema = schema_of(file)
    for type_ in schema.types.types:
        if not isinstance(type_, StructuredType):
            continue
        for operation in (None, Operation.CREATE, Operation.UPDATE):
            found = validate_payload(schema, type_.name, {}, operation)
            codes = {v.code for v in found if v.severity.value == "error"}
            unclear = type_.abstract and operation is not Operation.UPDATE
            assert codes == ({"abstract-type"} if unclear else set()), type_.name


def codes(
    file: str, type_name: str, payload: object, operation: Operation | None
) -> set[tuple[str, str]]:
    """What is found, but for what may be missing."""
    found = validate_payload(schema_of(file), type_name, payload, operation)
    return {(v.pointer, v.code) for v in found if v.code != "missing"}


def test_a_person_of_trippin() -> None:
    """What its annotations say: UserName is a read-only key, Concurrency computed, Trips not inserted along."""
    file, person = "oasis-TripPin.xml", "Microsoft.OData.SampleService.Models.TripPin.Person"
    sound = {
        "UserName": "a",
        "FirstName": "b",
        "LastName": "c",
        "Gender": "Female",
        "Emails": ["x"],
    }
    assert codes(file, person, sound, Operation.CREATE) == set()
    assert codes(file, person, {"UserName": "b"}, Operation.UPDATE) == {
        ("/UserName", "not-writable")
    }
    spoiled = {**sound, "Concurrency": 5, "Trips": [], "Gender": "unset", "Emails": [5]}
    assert codes(file, person, spoiled, Operation.CREATE) == {
        ("/Concurrency", "not-writable"),
        ("/Trips", "not-writable"),
        ("/Gender", "enum-member"),
        ("/Emails/0", "wrong-type"),
    }


def test_an_order_of_northwind() -> None:
    """Northwind has facets: MaxLength, Precision and Scale."""
    file, order = "oasis-Northwind.xml", "NorthwindModel.Order"
    assert codes(file, order, {"ShipName": "x" * 40, "Freight": 12.3456}, None) == set()
    assert codes(file, order, {"ShipName": "x" * 41, "Freight": 12.34567}, None) == {
        ("/ShipName", "max-length"),
        ("/Freight", "scale"),
    }


def test_a_user_of_graph() -> None:
    file, user = "graph-v1.0-2026-08.csdl", "microsoft.graph.user"
    payload = {
        "displayName": "Adele",
        "accountEnabled": True,
        "mailNickname": "adele",
        "userPrincipalName": "adele@contoso.example",
        "passwordProfile": {"forceChangePasswordNextSignIn": True, "password": "x"},
        "manager@odata.bind": "https://graph.microsoft.com/v1.0/users/1",
        "extension_1234_shoeSize": 43,  # user is an open type
    }
    assert codes(file, user, payload, Operation.CREATE) == set()
    assert codes(file, user, {**payload, "businessPhones": "1"}, Operation.CREATE) == {
        ("/businessPhones", "not-an-array")
    }
    assert codes(file, user, {"passwordProfile": {"pass": "x"}}, Operation.UPDATE) == {
        ("/passwordProfile/pass", "unknown-property")
    }


def test_a_message_of_graph() -> None:
    """The body of sendMail: an action's parameters with entities inside."""
    message = {
        "subject": "Hello",
        "body": {"contentType": "text", "content": "Hello"},
        "toRecipients": [{"emailAddress": {"address": "a@contoso.example"}}],
        "importance": "high",
    }
    file, mail = "graph-v1.0-2026-08.csdl", "microsoft.graph.sendMail"
    parameters = {"Message": message, "SaveToSentItems": False}
    assert codes(file, mail, parameters, None) == set()
    message["importance"] = "urgent"
    message["body"] = {"contentType": "text", "text": "Hello"}
    assert codes(file, mail, parameters, None) == {
        ("/Message/importance", "enum-member"),
        ("/Message/body/text", "unknown-property"),
    }
