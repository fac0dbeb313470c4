"""The API connectors are described twice, as CSDL and as OpenAPI: the surface has the same types and calls."""

from __future__ import annotations

from dataclasses import replace

import pytest
from unit.frontends.described_calls import (
    CSDL,
    METADATA,
    calls_of_csdl,
    calls_of_openapi,
    members,
    structured,
)

from edmund.config.inputs import read_file
from edmund.description import load_description
from edmund.pipeline import load_model
from edmund.surface.build import build_surface
from edmund.surface.elements import Surface


@pytest.fixture(scope="module")
def csdl() -> Surface:
    return build_surface(load_model([read_file(METADATA / name) for name in CSDL]).model)[0]


@pytest.fixture(scope="module")
def openapi() -> Surface:
    return load_description(METADATA / "graph-identity.openapi.yaml").surface


def test_both_have_the_same_types(csdl: Surface, openapi: Surface) -> None:
    old, new = structured(csdl.types), structured(openapi.types)
    assert set(old) == set(new)
    for name, type_ in old.items():
        other = new[name]
        assert (type_.base, type_.abstract) == (other.base, other.abstract), name
        assert members(type_) == members(other), name


def test_both_have_the_same_calls(csdl: Surface, openapi: Surface) -> None:
    assert calls_of_csdl(csdl) == calls_of_openapi(openapi)


def test_a_difference_would_be_seen(csdl: Surface, openapi: Surface) -> None:
    root, *rest = openapi.resources
    fewer = replace(
        openapi, resources=(root, *(replace(each, calls=each.calls[:1]) for each in rest))
    )
    assert calls_of_csdl(csdl) != calls_of_openapi(fewer)
