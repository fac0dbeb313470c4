"""How values of unions are told apart, as targets get it."""

from edmund.plan.unions import planned_union, variant_name
from edmund.surface.json_kinds import JsonKind
from edmund.surface.types import (
    AnyJson,
    Discriminator,
    EnumMember,
    EnumType,
    ListOf,
    Literal,
    MapOf,
    Named,
    Nullable,
    Primitive,
    Rule,
    StructuredType,
    Types,
    UnionType,
)

PET = StructuredType("zoo.Pet")
CAT = StructuredType("zoo.Cat", base="zoo.Pet")
LION = StructuredType("zoo.Lion", base="zoo.Cat")
SIZE = EnumType("Size", (EnumMember("1", 1), EnumMember("big", "big")))


def test_a_value_leads_to_the_nearest_variant_or_to_the_union_that_has_it() -> None:
    inner = UnionType("Inner", (Named("Dog"), Named("Inner")))
    mapping = (("cat", "zoo.Cat"), ("lion", "zoo.Lion"), ("dog", "Dog"), ("fish", "Fish"))
    union = UnionType(
        "Any",
        (Named("zoo.Cat"), Named("Inner")),
        Rule.DISCRIMINATOR,
        Discriminator("kind", mapping),
    )
    types = Types((PET, CAT, LION, StructuredType("Dog"), StructuredType("Fish"), inner, union))
    planned = planned_union(union, types)
    assert planned.property == "kind"
    assert [(v.name, v.values) for v in planned.variants] == [
        ("Cat", ("cat", "lion")),
        ("Inner", ("dog",)),
    ]
    assert planned.variants[1].kinds == {JsonKind.OBJECT}


def test_a_member_tells_and_one_variant_is_what_is_left() -> None:
    union = UnionType(
        "Any", (Named("zoo.Pet"), Named("zoo.Cat")), Rule.MEMBER, telling=(("purr", "zoo.Cat"),)
    )
    planned = planned_union(union, Types((PET, CAT, union)))
    assert [v.member for v in planned.variants] == [None, "purr"]
    assert planned.property is None


def test_kinds_are_those_of_members_and_variants() -> None:
    union = UnionType("Any", (Named("Size"), ListOf(Named("Any"))), Rule.JSON_KIND)
    planned = planned_union(union, Types((SIZE, union)))
    assert [v.kinds for v in planned.variants] == [
        {JsonKind.NUMBER, JsonKind.STRING},
        {JsonKind.ARRAY},
    ]


def test_types_without_names_are_called_after_what_they_are_made_of() -> None:
    cats = ListOf(Nullable(Named("zoo.Cat")))
    named = (cats, MapOf(cats), Primitive("Edm.Int64"), Literal(1), AnyJson())
    assert [variant_name(each) for each in named] == ["CatList", "CatListMap", "Int64", "1", "Json"]
