"""The API connectors are described twice, as CSDL and as OpenAPI: the surface has the same types and calls."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from edmund.config.inputs import read_file
from edmund.description import load_description
from edmund.pipeline import load_model
from edmund.surface.build import build_surface
from edmund.surface.elements import Surface
from edmund.surface.lookup import spelled_edge
from edmund.surface.types import (
    Constraints,
    ListOf,
    Named,
    Nullable,
    Primitive,
    StructuredType,
    Type,
    Types,
)

METADATA = Path(__file__).resolve().parents[3] / "metadata"
CSDL = ("graph-identity.csdl", "graph-identity.annotations.csdl", "edmund.vocabulary.csdl")

# Method, path, type of the body, type of the answer.
Calls = set[tuple[str, str, object, object]]


@pytest.fixture(scope="module")
def csdl() -> Surface:
    return build_surface(load_model([read_file(METADATA / name) for name in CSDL]).model)[0]


@pytest.fixture(scope="module")
def openapi() -> Surface:
    return load_description(METADATA / "graph-identity.openapi.yaml").surface


def plain(type_: Type) -> Type:
    """A type without what only one of the two can say: which types a request may carry, text that is base64."""
    match type_:
        case Nullable(inner):
            return Nullable(plain(inner))
        case ListOf(item):
            return ListOf(plain(item))
        case Named(name):
            return Named(name)
        case Primitive(name, constraints):
            return Primitive(name, Constraints(is_url=constraints.is_url))
    return type_


def members(type_: StructuredType) -> dict[str, tuple[Type, bool, bool]]:
    """The type of each property, whether a request may set it, and whether it is a secret."""
    return {
        member.name: (
            plain(member.type),
            member.writing.insertable,
            member.secret,
        )
        for member in type_.properties
    }


def structured(types: Types) -> dict[str, StructuredType]:
    return {
        each.name: each
        for each in types.types
        if isinstance(each, StructuredType) and each.name.startswith("microsoft.graph.")
    }


def test_both_have_the_same_types(csdl: Surface, openapi: Surface) -> None:
    old, new = structured(csdl.types), structured(openapi.types)
    assert set(old) == set(new)
    for name, type_ in old.items():
        other = new[name]
        assert (type_.base, type_.abstract) == (other.base, other.abstract), name
        assert members(type_) == members(other), name


def body_of(type_: Type | None, types: Types) -> object:
    """A body by its name, one without a name of the service's own by its members."""
    if isinstance(type_, Named) and not type_.name.startswith("microsoft.graph."):
        found = types.structured(type_.name)
        assert found is not None
        return frozenset((member.name, plain(member.type)) for member in found.properties)
    return None if type_ is None else plain(type_)


def answer_of(type_: Type | None, types: Types) -> object:
    """An answer; a page is the list of what is in it, null is no answer."""
    if isinstance(type_, Nullable):
        type_ = type_.type
    if isinstance(type_, Named) and not type_.name.startswith("microsoft.graph."):
        found = types.structured(type_.name)
        assert found is not None
        return next(plain(member.type) for member in found.properties if member.name == "value")
    return None if type_ is None else plain(type_)


def calls_of_csdl(surface: Surface) -> Calls:
    found: Calls = set()
    waiting = [("", surface.root)]
    while waiting:
        path, name = waiting.pop()
        resource = surface.by_id[name]
        for call in resource.calls:
            body: object = body_of(call.body, surface.types)
            if call.parameters:
                body = frozenset((each.name, plain(each.type)) for each in call.parameters)
            answer = answer_of(call.returns, surface.types)
            found.add((call.method.value, path, body, answer))
        waiting += [(path + spelled_edge(edge), edge.target) for edge in resource.edges]
    return found


def calls_of_openapi(surface: Surface) -> Calls:
    return {
        (
            call.method.value,
            resource.id,
            body_of(call.body, surface.types),
            answer_of(call.returns, surface.types),
        )
        for resource in surface.resources
        for call in resource.calls
    }


def test_both_have_the_same_calls(csdl: Surface, openapi: Surface) -> None:
    assert calls_of_csdl(csdl) == calls_of_openapi(openapi)


def test_a_difference_would_be_seen(csdl: Surface, openapi: Surface) -> None:
    root, *rest = openapi.resources
    fewer = replace(
        openapi, resources=(root, *(replace(each, calls=each.calls[:1]) for each in rest))
    )
    assert calls_of_csdl(csdl) != calls_of_openapi(fewer)
