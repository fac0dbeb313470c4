"""A chain of thousands of entity types, each of which an entity set may hold, takes time by its length."""

from __future__ import annotations

import time

import pytest
from machine import best_of

from edmund.config.inputs import InputFile
from edmund.pipeline import Recipe, compile_model, load_model
from edmund.slicing.slice import Selection
from edmund.targets.contract import TargetOptions

_START = """\
<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="N" xmlns="http://docs.oasis-open.org/odata/ns/edm"><EntityType Name="c0">
<Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/>
<NavigationProperty Name="next" Type="Collection(N.c0)"/></EntityType>"""
_END = """<EntityContainer Name="C"><EntitySet Name="s" EntityType="N.c0"/></EntityContainer></Schema>
</edmx:DataServices></edmx:Edmx>"""


def seconds(length: int, target: str, package: str) -> float:
    chain = (f'<EntityType Name="c{i}" BaseType="N.c{i - 1}"/>' for i in range(1, length))
    text = f"{_START}{''.join(chain)}{_END}"
    started = time.process_time()
    loaded = load_model([InputFile("m.csdl", text.encode())])
    compile_model(loaded, Recipe(Selection(), target, TargetOptions(package)), workers=1)
    return time.process_time() - started


@pytest.mark.slow
@pytest.mark.parametrize(
    ("target", "package"),
    [("python", "shop"), ("csharp", "Shop"), ("php", "Shop"), ("typescript", "shop")],
)
def test_a_chain_takes_time_by_its_length(target: str, package: str) -> None:
    short = best_of(2, lambda: seconds(250, target, package))
    long = best_of(2, lambda: seconds(1000, target, package))
    assert long < 8 * short  # four times as long; by the square it would be sixteen times
