"""A chain of thousands of entity types, each of which an entity set may hold, takes time by its length."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from machine import best_of

from edmund.config.inputs import InputFile
from edmund.pipeline import Recipe, compile_model, load_model
from edmund.slicing.slice import Selection
from edmund.surface.declared_types import types_of
from edmund.surface.type_schema import TypeSchema
from edmund.targets.contract import TargetOptions

_START = """\
<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="N" xmlns="http://docs.oasis-open.org/odata/ns/edm"><EntityType Name="c0">
<Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/>
<NavigationProperty Name="next" Type="Collection(N.c0)"/></EntityType>"""
_END = """<EntityContainer Name="C"><EntitySet Name="s" EntityType="N.c0"/></EntityContainer></Schema>
</edmx:DataServices></edmx:Edmx>"""


def without_members(at: int) -> str:
    return f'<EntityType Name="c{at}" BaseType="N.c{at - 1}"/>'


def with_members(at: int) -> str:
    return (
        f'<EntityType Name="c{at}" BaseType="N.c{at - 1}">'
        f'<Property Name="p{at}" Type="Edm.String"/></EntityType>'
    )


def seconds(link: Callable[[int], str], length: int, target: str, package: str) -> float:
    text = f"{_START}{''.join(link(at) for at in range(1, length))}{_END}"
    started = time.process_time()
    loaded = load_model([InputFile("m.csdl", text.encode())])
    compile_model(loaded, Recipe(Selection(), target, TargetOptions(package)), workers=1)
    return time.process_time() - started


@pytest.mark.slow
@pytest.mark.parametrize("link", [without_members, with_members])
@pytest.mark.parametrize(
    ("target", "package"),
    [("python", "shop"), ("csharp", "Shop"), ("php", "Shop"), ("typescript", "shop")],
)
def test_a_chain_takes_time_by_its_length(
    link: Callable[[int], str], target: str, package: str
) -> None:
    short = best_of(2, lambda: seconds(link, 250, target, package))
    long = best_of(2, lambda: seconds(link, 1000, target, package))
    assert long < 8 * short  # four times as long; by the square it would be sixteen times


def test_an_inherited_property_has_one_shape() -> None:
    """A validator needs it with each type that has it, and it is made once."""
    text = f"{_START}{''.join(with_members(at) for at in range(1, 4))}{_END}"
    schema = TypeSchema(types_of(load_model([InputFile("m.csdl", text.encode())]).model))
    shapes = [schema.structured(f"N.c{at}") for at in range(1, 4)]
    first = [shape.properties["p1"] for shape in shapes if shape is not None]
    assert len(first) == 3
    assert all(shape is first[0] for shape in first)
