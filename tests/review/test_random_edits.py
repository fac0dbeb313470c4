"""Random edits to random models: all of them are found, and nothing else is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from edmund.model.elements import (
    EnumMember,
    EnumType,
    Facets,
    Model,
    NavigationProperty,
    Operation,
    OperationKind,
    Parameter,
    Property,
    PropertyRef,
    ReturnType,
    SchemaInfo,
    StructuredType,
    TypeKind,
    TypeReference,
)
from edmund.review.compare import review_models
from edmund.review.comparison import Comparison, Options
from edmund.review.findings import Finding
from edmund.review.rules.catalog import RULES
from edmund.review.shape import Shape

Pairs = set[tuple[str, str]]
Edit = tuple[Model, Pairs]
NUMBER = TypeReference("Edm.Int32")
TEXT = TypeReference("Edm.String")
TYPES = [NUMBER, TEXT, TypeReference("Edm.Guid", nullable=False), TypeReference("Edm.String", True)]
# Names that are not alike, so that no pair of them is taken for a rename.
WORDS = [
    "alpha",
    "bronze",
    "cupid",
    "dwelt",
    "fjord",
    "gypsum",
    "hotkey",
    "jumbo",
    "knelt",
    "mixup",
]


@st.composite
def models(draw: st.DrawFn) -> Model:
    """Complex and entity types that derive from each other, enumerations, actions and functions."""
    types: list[StructuredType | EnumType] = []
    structured: list[str] = []
    for index in range(draw(st.integers(1, 5))):
        names = draw(st.lists(st.sampled_from(WORDS), unique=True, max_size=5))
        # A name that an ancestor has would be a redeclaration, which is not valid CSDL.
        own = [f"{n}{index}" for n in names]
        base = draw(st.sampled_from([None, *structured])) if structured else None
        types.append(
            StructuredType(
                f"n.T{index}",
                TypeKind.ENTITY,
                base=base,
                key=() if base else (PropertyRef("id"),),
                open=False,
                properties=(
                    *(() if base else (Property("id", replace(TEXT, nullable=False)),)),
                    *(Property(n, draw(st.sampled_from(TYPES))) for n in own),
                ),
                navigation_properties=(
                    NavigationProperty(f"to{index}", TypeReference("n.T0", True)),
                ),
            )
        )
        structured.append(f"n.T{index}")
    members = draw(st.lists(st.sampled_from(WORDS), unique=True, min_size=1))
    types.append(EnumType("n.E", members=tuple(EnumMember(n, v) for v, n in enumerate(members))))
    operations = []
    for index in range(draw(st.integers(0, 3))):
        parameters = draw(st.lists(st.sampled_from(WORDS), unique=True, max_size=3))
        kind = draw(st.sampled_from(list(OperationKind)))
        operations.append(
            Operation(
                f"n.{WORDS[index]}Op",
                kind,
                bound=True,
                parameters=(
                    Parameter("it", TypeReference(draw(st.sampled_from(structured)))),
                    *(Parameter(p, TEXT) for p in parameters),
                ),
                return_type=ReturnType(NUMBER) if kind is OperationKind.FUNCTION else None,
            )
        )
    return Model((SchemaInfo("n"),), tuple(types), tuple(operations))


def with_type(model: Model, old: object, new: StructuredType | EnumType) -> Model:
    return replace(model, types=tuple(new if t is old else t for t in model.types))


def structured_of(model: Model) -> list[StructuredType]:
    return [t for t in model.types if isinstance(t, StructuredType)]


def enum_of(model: Model) -> EnumType:
    return next(t for t in model.types if isinstance(t, EnumType))


def plain_properties(t: StructuredType) -> list[Property]:
    return [p for p in t.properties if p.name != "id"]


def with_property(t: StructuredType, old: Property, new: Property) -> StructuredType:
    return replace(t, properties=tuple(new if p is old else p for p in t.properties))


def add_property(model: Model, draw: st.DrawFn) -> Edit:
    t = draw(st.sampled_from(structured_of(model)))
    added = replace(t, properties=(*t.properties, Property("ZZnew", TypeReference("Edm.Double"))))
    return with_type(model, t, added), {("property-added", f"{t.name}/ZZnew")}


def remove_property(model: Model, draw: st.DrawFn) -> Edit:
    t = draw(st.sampled_from(structured_of(model)))
    if not plain_properties(t):
        return model, set()
    gone = draw(st.sampled_from(plain_properties(t)))
    left = replace(t, properties=tuple(p for p in t.properties if p is not gone))
    return with_type(model, t, left), {("property-removed", f"{t.name}/{gone.name}")}


def retype_property(model: Model, draw: st.DrawFn) -> Edit:
    t = draw(st.sampled_from(structured_of(model)))
    if not plain_properties(t):
        return model, set()
    old = draw(st.sampled_from(plain_properties(t)))
    new = replace(old, type=replace(old.type, name="Edm.Date"))
    return (
        with_type(model, t, with_property(t, old, new)),
        {("property-type-changed", f"{t.name}/{old.name}")},
    )


def flip_nullable(model: Model, draw: st.DrawFn) -> Edit:
    t = draw(st.sampled_from(structured_of(model)))
    if not plain_properties(t):
        return model, set()
    old = draw(st.sampled_from(plain_properties(t)))
    new = replace(old, type=replace(old.type, nullable=not old.type.nullable))
    word = "tightened" if old.type.nullable else "relaxed"
    rule = f"collection-nullable-{word}" if old.type.collection else f"nullable-{word}"
    return with_type(model, t, with_property(t, old, new)), {(rule, f"{t.name}/{old.name}")}


def narrow_length(model: Model, draw: st.DrawFn) -> Edit:
    t = draw(st.sampled_from(structured_of(model)))
    if not plain_properties(t):
        return model, set()
    old = draw(st.sampled_from(plain_properties(t)))
    facets = Facets(max_length=draw(st.integers(1, 99)))
    new = replace(old, type=replace(old.type, facets=facets))
    return (
        with_type(model, t, with_property(t, old, new)),
        {("max-length-narrowed", f"{t.name}/{old.name}")},
    )


def add_type(model: Model, draw: st.DrawFn) -> Edit:
    new = StructuredType("n.Quiz", TypeKind.COMPLEX, properties=(Property("vex", NUMBER),))
    return replace(model, types=(new, *model.types)), {("type-added", "n.Quiz")}


def flip_containment(model: Model, draw: st.DrawFn) -> Edit:
    t = draw(st.sampled_from(structured_of(model)))
    if not t.navigation_properties:
        return model, set()
    (old,) = t.navigation_properties
    new = replace(old, contains_target=not old.contains_target)
    return (
        with_type(model, t, replace(t, navigation_properties=(new,))),
        {("navigation-containment-changed", f"{t.name}/{old.name}")},
    )


def open_type(model: Model, draw: st.DrawFn) -> Edit:
    t = draw(st.sampled_from(structured_of(model)))
    if t.open or any(a.open for a in Shape(model).ancestors(t.name)):
        return model, set()
    return with_type(model, t, replace(t, open=True)), {("open-type-added", t.name)}


def add_member(model: Model, draw: st.DrawFn) -> Edit:
    t = enum_of(model)
    new = replace(t, members=(*t.members, EnumMember("ZZlast", 1000)))
    return with_type(model, t, new), {("enum-member-added", "n.E/ZZlast")}


def move_member(model: Model, draw: st.DrawFn) -> Edit:
    t = enum_of(model)
    old = draw(st.sampled_from(t.members))
    new = tuple(replace(m, value=m.value + 500) if m is old else m for m in t.members)
    return (
        with_type(model, t, replace(t, members=new)),
        {("enum-member-value-changed", f"n.E/{old.name}")},
    )


def remove_operation(model: Model, draw: st.DrawFn) -> Edit:
    if not model.operations:
        return model, set()
    gone = draw(st.sampled_from(model.operations))
    left = tuple(o for o in model.operations if o is not gone)
    return replace(model, operations=left), {("operation-removed", gone.name)}


def shuffle(model: Model, draw: st.DrawFn) -> Edit:
    """Order says nothing."""
    types = tuple(
        (
            replace(t, properties=tuple(draw(st.permutations(t.properties))))
            if isinstance(t, StructuredType)
            else t
        )
        for t in draw(st.permutations(model.types))
    )
    operations = tuple(draw(st.permutations(model.operations)))
    return replace(model, types=types, operations=operations), set()


EDITS: tuple[Callable[[Model, st.DrawFn], Edit], ...] = (
    add_property,
    remove_property,
    retype_property,
    flip_nullable,
    narrow_length,
    add_type,
    flip_containment,
    open_type,
    add_member,
    move_member,
    remove_operation,
)


@st.composite
def edited(draw: st.DrawFn) -> tuple[Model, Model, Pairs]:
    """A model, the model after some edits of different kinds, and what must be found."""
    model = after = draw(models())
    expected: Pairs = set()
    touched: set[str] = set()
    for edit in draw(st.lists(st.sampled_from(EDITS), unique=True, max_size=4)):
        candidate, found = edit(after, draw)
        # Two edits to one element are one change of another kind: take those that do not meet.
        owners = {element for _, element in found} | {e.partition("/")[0] for _, e in found}
        if owners & touched:
            continue
        after, touched = candidate, touched | owners
        expected |= found
    after, _ = shuffle(after, draw)
    return model, after, expected


def found_between(old: Model, new: Model) -> Pairs:
    return {(f.id, f.element) for f in compared(old, new)}


def compared(old: Model, new: Model) -> list[Finding]:
    found = review_models(Comparison(Shape(old), Shape(new), options=Options()))
    return [f for f in found if not f.id.startswith("removed-")]  # these qualify removals


@settings(max_examples=150)
@given(edited())
def test_all_edits_are_found_and_nothing_else(case: tuple[Model, Model, Pairs]) -> None:
    old, new, expected = case
    assert found_between(old, new) == expected


@settings(max_examples=100)
@given(edited())
def test_swapped_each_edit_is_found_by_its_mirror(case: tuple[Model, Model, Pairs]) -> None:
    old, new, expected = case
    back = {(f.kind, f.element) for f in compared(new, old)}
    mirrors = {(RULES[rule].mirror or "", element) for rule, element in expected}
    assert back == {(RULES[mirror].umbrella, element) for mirror, element in mirrors}


@settings(max_examples=60)
@given(models(), models())
def test_any_two_models_can_be_compared_both_ways(old: Model, new: Model) -> None:
    there, back = found_between(old, new), found_between(new, old)
    assert bool(there) == bool(back)
    assert found_between(old, old) == set()
