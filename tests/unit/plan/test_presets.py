"""What an object has from the start."""

from edmund.plan.presets import presets_of
from edmund.surface.types import (
    Discriminator,
    Literal,
    Named,
    Nullable,
    Primitive,
    PropertyType,
    Rule,
    StructuredType,
    Types,
    UnionType,
    Writing,
)

REQUIRED = Writing(required_on_create=True)
TEXT = Primitive("Edm.String")


def property_(name: str, *, required: bool = True, value: str = "") -> PropertyType:
    type_ = Literal(value) if value else TEXT
    return PropertyType(name, type_, writing=REQUIRED if required else Writing())


def test_the_value_that_tells_a_type_is_set_where_it_is_the_only_one() -> None:
    mapping = (("cat", "Cat"), ("lion", "Cat"), ("dog", "Dog"), ("fish", "Fish"))
    pet = StructuredType(
        "Pet", properties=(property_("kind"),), discriminator=Discriminator("kind", mapping)
    )
    types = Types((pet, *(StructuredType(n, base="Pet") for n in ("Cat", "Dog", "Fish"))))
    assert presets_of(types) == {"Dog": {"kind": "dog"}, "Fish": {"kind": "fish"}}


def test_unions_that_disagree_and_types_without_the_property_set_nothing() -> None:
    def union(name: str, value: str) -> UnionType:
        told = Discriminator("kind", ((value, "Dog"), ("stone", "Stone")))
        return UnionType(name, (Named("Dog"), Named("Stone")), Rule.DISCRIMINATOR, told)

    dog = StructuredType("Dog", properties=(property_("kind"),))
    types = Types((dog, StructuredType("Stone"), union("A", "dog"), union("B", "hound")))
    assert presets_of(types) == {}
    open_stone = StructuredType("Stone", open=True)
    assert presets_of(Types((dog, open_stone, union("A", "dog")))) == {
        "Dog": {"kind": "dog"},
        "Stone": {"kind": "stone"},
    }


def test_required_literals_are_set_and_optional_ones_are_not() -> None:
    type_ = StructuredType(
        "Event",
        properties=(
            property_("type", value="event"),
            property_("note", required=False, value="none"),
            PropertyType("version", Literal(2), writing=REQUIRED),
            PropertyType("level", Nullable(Literal(3)), writing=REQUIRED),
            property_("text"),
        ),
    )
    assert presets_of(Types((type_,))) == {"Event": {"type": "event", "version": 2}}
