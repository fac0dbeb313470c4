"""Accessors of all languages against those of the official Python SDK's users, which the oracle holds.

All official clients are made from one description of the service, so that a chain differs between them by
casing alone. `test_surface_oracle` holds Python's names against the oracle's operations; here each other
language's names of all edges of Microsoft Graph are held against Python's.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

import pytest
from shared_material import SHARED, needs_shared

from edmund.csdl.reader import parse_document
from edmund.model.resolve import resolve_model
from edmund.surface.build import build_surface
from edmund.surface.elements import Edge, Resource, SegmentKind, Surface
from edmund.targets.python.chain_names import KIOTA
from edmund.targets.python.names import snake_case
from edmund.targets.registry import TARGETS

pytestmark = [pytest.mark.shared, needs_shared]

KEYS = (SegmentKind.KEY, SegmentKind.KEY_PREDICATE)


@pytest.fixture(scope="module")
def graph() -> Surface:
    source = SHARED / "metadata" / "graph-v1.0-2026-08.csdl"
    model, _ = resolve_model([parse_document(source.read_bytes(), source.name)[0]])
    surface, _ = build_surface(model, None)
    return surface


def names_in(language: str) -> Callable[[Resource], tuple[str, ...]]:
    spelling = import_module(f"edmund.targets.{language}.spelling").KIOTA
    found: Callable[[Resource], tuple[str, ...]] = spelling.accessors.of
    return found


def plain(language: str, name: str) -> str:
    """The name in Python's casing, without what a language or ours adds to a reserved or a taken name."""
    snake = snake_case(name).rstrip("_")
    return snake.removesuffix("_escaped").removesuffix("_path")


def is_named(language: str, edge: Edge) -> bool:
    """Whether the edge has a name in this language: keys are indexers in C#."""
    return language != "csharp" or edge.kind not in KEYS


@pytest.mark.parametrize("language", sorted(set(TARGETS) - {"python"}))
def test_accessors_differ_by_casing_alone(language: str, graph: Surface) -> None:
    spell = names_in(language)
    different: dict[str, str] = {}
    compared = 0
    for resource in graph.resources:
        pairs = zip(resource.edges, KIOTA.of(resource), spell(resource), strict=True)
        for edge, python, own in pairs:
            if is_named(language, edge):
                compared += 1
                if plain("python", python) != plain(language, own):
                    different[python] = own
    assert compared > 10_000
    print(f"{language}: {len(different)} of {compared} differ: {different}")
    assert len(different) <= 4, different
