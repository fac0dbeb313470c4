"""A type in use, by the parts that languages spell."""

from __future__ import annotations

import pytest

from edmund.surface.type_parts import (
    is_edm,
    is_list,
    item_of,
    list_of,
    name_of,
    takes_null,
    type_of,
)
from edmund.surface.types import AnyJson, ListOf, Literal, MapOf, Named, Nullable, Primitive, Type

TEXT = Primitive("Edm.String")


@pytest.mark.parametrize(
    ("type_", "name", "many", "null"),
    [
        (TEXT, "Edm.String", False, False),
        (Nullable(TEXT), "Edm.String", False, True),
        (ListOf(TEXT), "Edm.String", True, False),
        (ListOf(Nullable(TEXT)), "Edm.String", True, True),
        (Nullable(ListOf(TEXT)), "Edm.String", True, False),
        (Named("n.T"), "n.T", False, False),
        (AnyJson(), "Edm.Untyped", False, True),
        (AnyJson(null=False), "Edm.Untyped", False, False),
        (ListOf(AnyJson()), "Edm.Untyped", True, True),
        (Literal("on"), "Edm.String", False, False),
        (Literal(True), "Edm.Untyped", False, False),
        (MapOf(TEXT), "Edm.Untyped", False, False),
        (ListOf(ListOf(TEXT)), "Edm.Untyped", True, False),
    ],
)
def test_parts(type_: Type, name: str, many: bool, null: bool) -> None:
    """What has no name of its own goes by that of any JSON."""
    assert (name_of(type_), is_list(type_), takes_null(type_)) == (name, many, null)
    assert is_edm(type_) is name.startswith("Edm.")


def test_items_are_without_null() -> None:
    assert item_of(Nullable(ListOf(Nullable(TEXT)))) == TEXT
    assert item_of(Nullable(TEXT)) == TEXT


@pytest.mark.parametrize(
    ("name", "type_"),
    [
        ("Edm.String", TEXT),
        ("n.T", Named("n.T")),
        ("Edm.EntityType", Named("Edm.EntityType")),
        ("Edm.Untyped", AnyJson(null=False)),
    ],
)
def test_types_of_names(name: str, type_: Type) -> None:
    assert type_of(name) == type_
    assert list_of(name) == ListOf(type_)
    nullable = AnyJson() if name == "Edm.Untyped" else Nullable(type_)
    assert type_of(name, nullable=True) == nullable
