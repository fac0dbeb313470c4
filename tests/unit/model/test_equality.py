"""Two models are equal when they mean the same."""

from __future__ import annotations

import pickle

import pytest
from unit.model.conftest import Csdl

from edmund.model.elements import Model

PRODUCT = """<EntityType Name="Product" HasStream="true"><Key><PropertyRef Name="ID"/></Key>
  <Property Name="ID" Type="Edm.Int32" Nullable="false"/>
  <Property Name="Category" Type="{p}Category"/>{inline}</EntityType>"""
CATEGORY = '<ComplexType Name="Category"><Property Name="Name" Type="Edm.String"/></ComplexType>'
CONTAINER = '<EntityContainer Name="C"><EntitySet Name="Products" EntityType="{p}Product"/></EntityContainer>'
NOTE = '<Annotation Term="v.Note" String="n"/>'


def one_file(csdl: Csdl, prefix: str = "ns.", alias: str | None = None) -> Model:
    body = PRODUCT.format(p=prefix, inline=NOTE) + CATEGORY + CONTAINER.format(p=prefix)
    return csdl.of(body, alias=alias).good


def test_an_alias_is_only_a_spelling(csdl: Csdl) -> None:
    plain, aliased = one_file(csdl), one_file(csdl, "self.", "self")
    assert plain == aliased and hash(plain) == hash(aliased)


def test_the_split_over_files_does_not_matter(csdl: Csdl) -> None:
    structure = csdl.document(CATEGORY + PRODUCT.format(p="ns.", inline=""))
    annotations = csdl.document(
        f'<Annotations Target="ns.Product">{NOTE}</Annotations>',
        namespace="notes",
        source="b.csdl",
    )
    container = csdl.document(CONTAINER.format(p="ns."), source="c.csdl")
    for documents in ((structure, annotations, container), (container, annotations, structure)):
        split = csdl.resolve(*documents).good
        assert split == one_file(csdl) and hash(split) == hash(one_file(csdl))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('Name="Name" Type="Edm.String"', 'Name="Name" Type="Edm.String" Nullable="false"'),
        ('Name="Name" Type="Edm.String"', 'Name="Name" Type="Edm.String" MaxLength="5"'),
        ('Name="Name"', 'Name="name"'),
        (NOTE, NOTE.replace('"n"', '"m"')),
        (NOTE, ""),
        ('HasStream="true"', ""),
        ('Name="Products"', 'Name="products"'),
    ],
)
def test_any_difference_in_meaning_counts(csdl: Csdl, old: str, new: str) -> None:
    body = PRODUCT.format(p="ns.", inline=NOTE) + CATEGORY + CONTAINER.format(p="ns.")
    assert old in body
    assert csdl.of(body.replace(old, new)).good != one_file(csdl)


def test_the_order_of_properties_counts(csdl: Csdl) -> None:
    """They are the order of members in generated code."""
    two = '<Property Name="a" Type="Edm.String"/><Property Name="b" Type="Edm.String"/>'
    other = '<Property Name="b" Type="Edm.String"/><Property Name="a" Type="Edm.String"/>'
    first = csdl.of(f'<ComplexType Name="C">{two}</ComplexType>').good
    assert first != csdl.of(f'<ComplexType Name="C">{other}</ComplexType>').good


def test_a_model_survives_pickling_with_its_places(csdl: Csdl) -> None:
    model = one_file(csdl)
    assert model.types_by_name  # A cached lookup is not carried along.
    copy = pickle.loads(pickle.dumps(model))
    assert copy == model and hash(copy) == hash(model)
    assert copy.types[0].span == model.types[0].span is not None
    assert "types_by_name" not in vars(copy)


def test_a_model_is_no_other_thing(csdl: Csdl) -> None:
    assert one_file(csdl) != "a model"
