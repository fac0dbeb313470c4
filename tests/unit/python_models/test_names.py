"""Identifiers for schema names. Expected names are those of the official SDK's users."""

from __future__ import annotations

import keyword

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edmund.naming import distinct as naming
from edmund.targets.python import names


@pytest.mark.parametrize(
    ("wire", "expected"),
    [
        ("displayName", "display_name"),
        ("cloudPCs", "cloud_p_cs"),
        ("hasMFA", "has_m_f_a"),
        ("riskEventTypes_v2", "risk_event_types_v2"),
        ("formulasR1C1", "formulas_r1_c1"),
        ("pkcs12Value", "pkcs12_value"),
        ("email_verified", "email_verified"),
        ("from", "from_"),
        ("class", "class_"),
        ("list", "list_"),
        ("property", "property_"),
        ("id", "id"),
        ("type", "type"),
        ("additionalData", "additional_data_property"),
        ("toJson", "to_json_property"),
        ("_ownerid_value", "ownerid_value"),
        ("__init__", "init__"),
        ("Iff", "iff"),
    ],
)
def test_attribute_names(wire: str, expected: str) -> None:
    assert names.attribute_name(wire) == expected


@pytest.mark.parametrize(
    ("wire", "expected"),
    [
        ("identityApiConnector", "IdentityApiConnector"),
        ("list", "List_"),
        ("property", "Property_"),
        ("none", "None_"),
        ("case", "Case"),
        ("import", "Import_"),
        ("TRUE", "TRUE_"),
        ("__class__", "Class__"),
        ("élan", "Élan"),
    ],
)
def test_class_and_member_names(wire: str, expected: str) -> None:
    assert names.class_name(wire) == expected
    assert names.member_name(wire) == expected


@pytest.mark.parametrize(
    ("wire", "expected"),
    [("oDataErrors", "o_data_errors"), ("list", "list_"), ("aux", "aux_"), ("COM1", "c_o_m1")],
)
def test_module_names(wire: str, expected: str) -> None:
    assert names.module_name(wire) == expected


def test_long_module_names_stay_apart_and_short_enough() -> None:
    one, two = "A" * 128, "A" * 127 + "B"
    assert names.module_name(one) != names.module_name(two)
    assert len(names.module_name(one)) <= 100


@pytest.mark.parametrize(
    "make",
    [names.attribute_name, names.class_name, names.member_name, names.module_name],
)
@given(name=st.text(min_size=1, max_size=40))
def test_any_name_gives_a_usable_public_identifier(make, name: str) -> None:  # type: ignore[no-untyped-def]
    made = make(name)
    assert made.isidentifier() and not keyword.iskeyword(made)
    assert not made.startswith("_")


def test_names_that_python_takes_for_one_are_one_here_too() -> None:
    # The parser applies NFKC: the ligature and two letters are one identifier.
    assert names.attribute_name("\ufb01eld") == names.attribute_name("field")


def test_distinct_keeps_the_first_and_numbers_the_rest() -> None:
    result = naming.distinct(["userName", "UserName", "user_name", "userName_2"], names.snake_case)
    assert result.names == {
        "userName": "user_name",
        "UserName": "user_name_3",
        "user_name": "user_name_4",
        "userName_2": "user_name_2",
    }
    assert [(c.name, c.given, c.winner) for c in result.clashes] == [
        ("UserName", "user_name_3", "userName"),
        ("user_name", "user_name_4", "userName"),
    ]


def test_distinct_by_file_key_sees_case() -> None:
    result = naming.distinct(["A", "a"], lambda name: name, key=naming.file_key)
    assert result.names == {"A": "A", "a": "a_2"}


def test_distinct_gives_way_to_what_is_taken() -> None:
    result = naming.distinct(["id"], names.snake_case, taken={"id"})
    assert result.names == {"id": "id_2"}
    assert result.clashes[0].winner is None


@given(st.lists(st.text(alphabet="aAbB_2", min_size=1, max_size=4), max_size=12))
def test_distinct_is_one_to_one(wire: list[str]) -> None:
    made = naming.distinct(wire, names.class_name, key=naming.file_key).names
    assert len({naming.file_key(name) for name in made.values()}) == len(made) == len(set(wire))
