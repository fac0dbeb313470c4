"""Likeness: sure enough, once each, and stable."""

from __future__ import annotations

from edmund.model.elements import Property, StructuredType, TypeKind, TypeReference
from edmund.review.likeness import match_casing, match_names, match_types, name_likeness

TEXT = TypeReference("Edm.String")


def complex_type(name: str, *members: str) -> StructuredType:
    return StructuredType(
        name, TypeKind.COMPLEX, properties=tuple(Property(m, TEXT) for m in members)
    )


def test_names_are_alike_by_letters() -> None:
    assert name_likeness("permanentlyDeleted", "permanentlyDelete") > 0.9
    assert name_likeness("displayName", "mailNickname") == 0.0


def test_casing_needs_one_candidate_on_each_side() -> None:
    assert match_casing(["Name"], ["name"]) == {"Name": "name"}
    assert match_casing(["Name", "NAME"], ["name"]) == {}


def test_names_need_equal_types_and_are_used_once() -> None:
    found = match_names({"colour": 1, "colours": 1}, {"color": 1})
    assert {old: m.new for old, m in found.items()} == {"colour": "color"}
    assert match_names({"colour": 1}, {"color": 2}) == {}


def test_types_of_few_common_members_are_not_alike() -> None:
    old = complex_type("n.userSettings", "id", "displayName")
    assert match_types([old], [complex_type("n.printerShare", "id", "displayName")]) == {}


def test_a_moved_type_is_surer_than_a_renamed_one() -> None:
    members = ("one", "two", "three", "four")
    old = complex_type("n.location", *members)
    moved, renamed = complex_type("m.location", *members), complex_type("n.locations", *members)
    assert match_types([old], [renamed, moved])["n.location"].new == "m.location"
    assert match_types([old], [renamed])["n.location"].likeness < 1


def test_another_kind_is_no_rename() -> None:
    old = complex_type("n.location", "a", "b")
    other = StructuredType("m.location", TypeKind.ENTITY, properties=old.properties)
    assert match_types([old], [other]) == {}
