"""Members that new objects have from the start."""

from __future__ import annotations

from edmund.plan.said_members import said_members
from edmund.surface.types import (
    Discriminator,
    EnumMember,
    EnumType,
    Literal,
    Named,
    Primitive,
    PropertyType,
    Rule,
    StructuredType,
    Type,
    Types,
    UnionType,
)

TEXT = Primitive("Edm.String")


def structured(name: str, base: str | None = None, **members: Type) -> StructuredType:
    properties = tuple(PropertyType(n, t, required=True) for n, t in members.items())
    return StructuredType(name, base, properties=properties)


def test_a_required_member_of_one_value_has_it() -> None:
    optional = PropertyType("b", Literal("no"))
    type_ = StructuredType("T", properties=(PropertyType("a", Literal(3), required=True), optional))
    heir = structured("Heir", "T", c=Literal(True))
    found = said_members(Types((type_, heir)))
    assert found == {"T": {"a": 3}, "Heir": {"a": 3, "c": True}}


def test_one_value_of_a_discriminator_is_said_and_two_are_not() -> None:
    mapping = (("base", "Base"), ("one", "One"), ("two", "Two"), ("deux", "Two"))
    base = StructuredType("Base", discriminator=Discriminator("kind", mapping))
    types = Types((base, structured("One", "Base"), structured("Two", "Base")))
    assert said_members(types) == {"Base": {"kind": "base"}, "One": {"kind": "one"}, "Two": {}}


def test_the_value_is_one_of_the_member() -> None:
    numbers = EnumType("N", (EnumMember("1", 1), EnumMember("2", 2)))
    told = Discriminator("kind", (("1", "One"), ("2", "Two")))
    one, two = structured("One", kind=Named("N")), structured("Two", kind=Primitive("Edm.Int32"))
    union = UnionType("U", (Named("One"), Named("Two")), Rule.DISCRIMINATOR, told)
    found = said_members(Types((numbers, one, two, union)))
    assert found == {"One": {"kind": 1}, "Two": {"kind": 2}}


def test_discriminators_that_disagree_say_nothing() -> None:
    one = structured("One", kind=TEXT)
    unions = [
        UnionType(
            name, (Named("One"),), Rule.DISCRIMINATOR, Discriminator("kind", ((said, "One"),))
        )
        for name, said in (("A", "a"), ("B", "b"))
    ]
    assert said_members(Types((one, *unions))) == {"One": {}}
