"""Slices of a surface whose paths form a tree."""

from __future__ import annotations

import pytest

from edmund.config.inputs import InputFile
from edmund.description import parse_description
from edmund.diagnostics import EdmundError
from edmund.frontends.notation.references import no_files
from edmund.slicing.slice import Selection
from edmund.slicing.surface_slice import slice_surface
from edmund.surface.elements import Surface

DOCUMENT = b"""
openapi: 3.1.0
info: {title: Shop, version: '1'}
paths:
  /shops/{shop}/pets:
    get: {responses: {200: {description: all, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}}}}
  /shops/{shop}/pets/{pet}/photo:
    put:
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Photo'}}}}
      responses: {default: {description: failed, content: {application/json: {schema: {$ref: '#/components/schemas/Failure'}}}}}
  /orders:
    get: {responses: {200: {description: all, content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}}}
components:
  schemas:
    Pet: {type: object, required: [kind], discriminator: {propertyName: kind}, properties: {kind: {type: string}}}
    Dog: {allOf: [{$ref: '#/components/schemas/Pet'}, {type: object, properties: {toy: {$ref: '#/components/schemas/Toy'}}}]}
    Toy: {type: object, properties: {name: {type: string}}}
    Photo: {type: object, additionalProperties: {$ref: '#/components/schemas/Size'}}
    Size: {type: object, properties: {width: {type: integer}}}
    Failure: {type: object, properties: {message: {type: string}}}
    Order: {type: object, properties: {pet: {$ref: '#/components/schemas/Pet'}}}
    Unused: {type: object, properties: {a: {type: string}}}
"""


@pytest.fixture(scope="module")
def surface() -> Surface:
    return parse_description(InputFile("shop.yaml", DOCUMENT), no_files).surface


def paths(surface: Surface) -> set[str]:
    return {resource.id for resource in surface.resources if resource.calls}


def types(surface: Surface) -> set[str]:
    return {type_.name for type_ in surface.types.types}


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        ("/orders", {"/orders"}),
        ("/Orders/", {"/orders"}),
        ("/shops/{any}/pets", {"/shops/{shop}/pets"}),
        ("/shops/*/pets", {"/shops/{shop}/pets"}),
        ("/shops/**", {"/shops/{shop}/pets", "/shops/{shop}/pets/{pet}/photo"}),
        ("/shops/{shop}/pets/**", {"/shops/{shop}/pets", "/shops/{shop}/pets/{pet}/photo"}),
        ("**/photo", {"/shops/{shop}/pets/{pet}/photo"}),
        ("/**/pets/**", {"/shops/{shop}/pets", "/shops/{shop}/pets/{pet}/photo"}),
        ("/**", {"/orders", "/shops/{shop}/pets", "/shops/{shop}/pets/{pet}/photo"}),
    ],
)
def test_a_pattern_chooses_the_calls_of_paths(
    surface: Surface, pattern: str, wanted: set[str]
) -> None:
    sliced = slice_surface(surface, Selection((), (pattern,))).surface
    assert paths(sliced) == wanted
    there = {resource.id for resource in sliced.resources}
    assert {edge.target for each in sliced.resources for edge in each.edges} == there - {"/"}


def test_calls_bring_the_types_that_they_need(surface: Surface) -> None:
    sliced = slice_surface(surface, Selection((), ("/orders",)))
    assert types(sliced.surface) == {"Order", "Pet", "Dog", "Toy"}
    assert sliced.reasons["Toy"] == (
        "Order is used by GET /orders, selected by path '/orders'",
        "Order needs Pet",
        "Pet needs Dog",
        "Dog needs Toy",
    )
    photo = slice_surface(surface, Selection((), ("**/photo",))).surface
    assert types(photo) == {"Size", "Failure"}  # a photo is a map, which has no class


def test_types_are_chosen_by_name(surface: Surface) -> None:
    sliced = slice_surface(surface, Selection(("Toy",))).surface
    assert (types(sliced), paths(sliced)) == ({"Toy"}, set())


def test_all_that_matches_nothing_is_told(surface: Surface) -> None:
    with pytest.raises(EdmundError) as failure:
        slice_surface(surface, Selection(("Toys",), ("/order", "/orders/{id}")))
    told = [(each.code, each.hint) for each in failure.value.diagnostics]
    assert told[0] == ("EDM302", "did you mean 'Toy'?")
    assert [code for code, _ in told] == ["EDM302", "EDM301", "EDM301"]


def test_everything_is_a_selection_too(surface: Surface) -> None:
    assert slice_surface(surface, Selection()).surface is surface
