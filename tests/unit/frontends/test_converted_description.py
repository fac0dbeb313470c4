"""A description that was converted to OpenAPI and read back has the types and calls of its CSDL.

What the conversion makes otherwise is undone here, cause by cause, and nothing else is: what a request takes is a
structure of its own (`Thing-create`, `Thing-update`), a number that not every JSON reader holds exactly may be a text, a
reference is the object that it
is in JSON, flags are a text, a type called Json is any JSON, what takes a stream answers nothing, and `$batch` is a path.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

import pytest
from shared_material import SHARED, needs_shared
from unit.frontends.described_calls import (
    CSDL,
    METADATA,
    Calls,
    answer_of,
    body_of,
    calls_of,
    calls_of_csdl,
    members,
    structured,
)

from edmund.config.inputs import InputFile, read_file
from edmund.conversions.openapi import ServiceInfo, openapi_of
from edmund.description import parse_description
from edmund.frontends.notation.references import OtherFile
from edmund.pipeline import load_model
from edmund.slicing.slice import Selection, slice_model
from edmund.surface.build import build_surface
from edmund.surface.elements import Surface
from edmund.surface.lookup import PathFinder
from edmund.surface.types import (
    AnyJson,
    EnumType,
    ListOf,
    Named,
    Nullable,
    Primitive,
    Type,
    Types,
    UnionType,
)

_STREAM = Primitive("Edm.Stream")
_TEXT = Primitive("Edm.String")
_NUMBERS = ("Edm.Int64", "Edm.Decimal", "Edm.Double", "Edm.Single")
_LARGE = ("/identity/**", "/policies/**", "/subscriptions/**")
_BATCH = ("POST", "/$batch")


def read_back(surface: Surface) -> Surface:
    """The surface of what the conversion writes down."""
    made, _ = openapi_of(surface, ServiceInfo("Service"), 100_000)
    text = json.dumps(made).encode()

    def alone(path: str) -> OtherFile:
        raise AssertionError(f"the description refers to {path}")

    return parse_description(InputFile("service.json", text), alone).surface


def calls_without_causes(openapi: Surface, csdl: Surface) -> Calls:
    """The calls of a description that was read back, as if its CSDL had said them."""
    types = openapi.types
    return {
        (
            call.method.value,
            resource.id,
            plainly(with_numbers(body_of(call.body, types), types), csdl.types),
            plainly(_answer(call.returns, types), csdl.types),
        )
        for resource in openapi.resources
        for call in resource.calls
        if (call.method.value, resource.id) != _BATCH
    }


def _answer(type_: Type | None, types: Types) -> object:
    if isinstance(type_, Named) and isinstance(types.by_name.get(type_.name), UnionType):
        return with_numbers(type_, types)
    return with_numbers(answer_of(type_, types), types)


def with_numbers(said: object, types: Types) -> object:
    """A body or answer in which a number that may be written as a text is that number."""
    match said:
        case Named() | ListOf() | Nullable():
            return number_in(said, types)
        case frozenset():
            return frozenset((name, number_in(type_, types)) for name, type_ in said)
    return said


def number_in(type_: Type, types: Types) -> Type:
    match type_:
        case Named(name):
            union = types.by_name.get(name)
            for variant in union.variants if isinstance(union, UnionType) else ():
                if isinstance(variant, Primitive) and variant.name in _NUMBERS:
                    return Primitive(variant.name)
        case ListOf(item):
            return replace(type_, item=number_in(item, types))
        case Nullable(inner):
            return replace(type_, type=number_in(inner, types))
    return type_


def plainly(said: object, types: Types) -> object:
    """A body or answer without what the conversion makes otherwise; `types` are those of the CSDL."""
    match said:
        case "reference":
            return _TEXT
        case AnyJson():
            return "any JSON"
        case Named(name):
            found = types.by_name.get(name.removesuffix("-create").removesuffix("-update"))
            if name.endswith(".Json"):
                return "any JSON"
            if name == "reference" or (isinstance(found, EnumType) and found.flags):
                return _TEXT
            return said if found is None else Named(found.name)
        case ListOf(item):
            return ("list", plainly(item, types))
        case Nullable(inner):
            value = plainly(inner, types)
            return value if value == "any JSON" else ("nullable", value)
        case frozenset():
            members = frozenset((name, plainly(type_, types)) for name, type_ in said)
            return _TEXT if {name for name, _ in members} == {"@odata.id"} else members
    return said


def calls_at(csdl: Surface, paths: Iterable[str]) -> Calls:
    """The calls that the CSDL has at these paths, none of which it does not know."""
    finder = PathFinder(csdl)
    calls: Calls = set()
    for path in paths:
        found = finder.find(path)
        assert found is not None, path
        calls |= {
            (
                method,
                path,
                plainly(body, csdl.types),
                None if body == _STREAM else plainly(answer, csdl.types),
            )
            for method, _, body, answer in calls_of(found.resource, path, csdl.types)
        }
    return calls


@pytest.fixture(scope="module")
def csdl() -> Surface:
    return build_surface(load_model([read_file(METADATA / name) for name in CSDL]).model)[0]


@pytest.fixture(scope="module")
def openapi(csdl: Surface) -> Surface:
    return read_back(csdl)


def test_the_calls_are_the_same(csdl: Surface, openapi: Surface) -> None:
    paths = {path for _, path, _, _ in calls_of_csdl(csdl)}
    assert calls_without_causes(openapi, csdl) == calls_at(csdl, paths)


def test_the_types_are_the_same(csdl: Surface, openapi: Surface) -> None:
    old = structured(csdl.types)
    new = {name: t for name, t in structured(openapi.types).items() if name in old}
    assert set(old) == set(new)
    lost: set[tuple[str, str]] = set()
    for name, type_ in old.items():
        # A base without members says nothing in a schema, and no schema is abstract.
        if type_.base is not None and old[type_.base].properties:
            assert type_.base == new[name].base, name
        assert set(members(type_)) == set(members(new[name])), name
        for member, (value, _, secret) in members(type_).items():
            assert number_in(members(new[name])[member][0], openapi.types) == value, member
            if members(new[name])[member][2] != secret:
                lost.add((name, member))
    # A text has one format, and this one is base64 already.
    assert lost == {("microsoft.graph.pkcs12Certificate", "pkcs12Value")}


@needs_shared
@pytest.mark.shared
def test_the_calls_of_a_large_slice_are_the_same() -> None:
    """Policies, identity and subscriptions of Graph: keys, casts, actions, functions, streams and references."""
    file = read_file(SHARED / "metadata" / "graph-v1.0-2026-08.csdl")
    model = load_model([file], whole=False).model
    csdl, _ = build_surface(slice_model(model, Selection((), _LARGE)).model)
    openapi = read_back(csdl)
    found = calls_without_causes(openapi, csdl)
    assert len(found) > 300
    assert found == calls_at(csdl, {path for _, path, _, _ in found})
