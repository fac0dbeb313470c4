"""Pages of OpenAPI descriptions: all calls and types, linked, and nothing of a description is markup or a path."""

from __future__ import annotations

import re

import pytest
from unit.plan.planned import surface_of

from edmund.pages.blocks import Page
from edmund.pages.formats import PageFormat, written
from edmund.pages.http_pages import HttpPages

DOCUMENT = """
components:
  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}, token: {type: oauth2, flows: {}}}
  schemas:
    Pet: {type: object, required: [name], description: A pet., properties: {name: {type: string, maxLength: 9}, color: {$ref: '#/components/schemas/Color'}, toys: {type: object, additionalProperties: {type: array, items: {$ref: '#/components/schemas/Toy'}}}}}
    Toy: {oneOf: [{type: string}, {$ref: '#/components/schemas/Pet'}]}
    Color: {type: string, enum: [red, '']}
    '../../etc/passwd': {type: object, description: '<script>alert(1)</script> [x](javascript:1)', properties: {'`|<b>': {type: string}}}
    pet: {type: object, properties: {a: {type: string}}}
paths:
  /pets/{petId}:
    get:
      operationId: getPet
      summary: 'Get <b>one</b>'
      security: [{key: [], token: [read]}, {}]
      parameters: [{name: petId, in: path, required: true, schema: {type: string}}, {name: 'x|y', in: query, deprecated: true, schema: {type: array, items: {type: integer}}}]
      responses: {200: {description: It is there., content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}, 404: {description: gone}}
    put:
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}, text/plain: {}}}
      responses: {204: {description: ok}}
  /x/{anything}/../<b>: {get: {responses: {}}}
"""


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    return {page.path: page for page in HttpPages(surface_of(DOCUMENT), "Shop <i>").pages()}


def text(page: Page) -> str:
    return written(page, PageFormat.MARKDOWN)


def test_every_call_and_type_has_a_page_of_its_own(pages: dict[str, Page]) -> None:
    assert len({path.casefold() for path in pages}) == len(pages) == 1 + 3 + 5
    assert all(re.fullmatch(r"index|(calls|types)/[A-Za-z0-9_-]+", path) for path in pages)


def test_all_links_lead_to_pages(pages: dict[str, Page]) -> None:
    for page in pages.values():
        folder = page.path.rpartition("/")[0]
        for link in re.findall(r"\]\(([^)]*)\.md\)", text(page)):
            target = link.removeprefix("../") if link.startswith("../") else f"{folder}/{link}"
            assert target.strip("/") in pages, (page.path, link)


def test_a_call_says_what_it_takes_and_answers(pages: dict[str, Page]) -> None:
    shown = text(pages["calls/GET-pets-petId"])
    assert "`key`, `token` (`read`)" in shown
    assert "| None. |" in shown
    assert "list of Int64" in shown and "Deprecated." in shown
    assert "`application/json`: [Pet](../types/Pet.md)" in shown
    assert "`404` Not Found" in shown
    body = text(pages["calls/PUT-pets-petId"])
    assert "`application/json`" in body and "`text/plain`" in body


def test_a_type_says_what_it_has(pages: dict[str, Page]) -> None:
    pet = text(pages["types/Pet"])
    assert "Required." in pet and "At most 9 characters." in pet
    assert "map of list of [Toy](../types/Toy.md)" in pet
    assert "`red`" in text(pages["types/Color"])
    assert "String" in text(pages["types/Toy"])


def test_no_text_of_the_description_is_markup(pages: dict[str, Page]) -> None:
    for page in pages.values():
        outside = re.sub(r"```.*?```|(`+).*?\1", "", text(page), flags=re.DOTALL)
        assert "<" not in outside, page.path
        assert not re.search(r"(?<!\\)\]\(javascript", outside)


def test_a_call_is_found_whatever_its_parameters_are_called() -> None:
    found = HttpPages(surface_of(DOCUMENT), "Shop")
    page = found.call("get /pets/{id}")
    assert page is not None and page.path == "calls/GET-pets-petId"
    assert found.call("GET /pet/{id}") is None
