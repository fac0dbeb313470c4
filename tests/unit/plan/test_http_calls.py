"""What a call over HTTP is: paths and parameters, security, servers, paging; all of real descriptions too."""

from __future__ import annotations

from dataclasses import replace

import pytest
from shared_material import SHARED, needs_shared
from unit.plan.planned import calls_of, calls_of_file, surface_of

from edmund.config.inputs import InputFile
from edmund.description import parse_description
from edmund.frontends.notation.references import no_files
from edmund.plan.contents import ContentForm
from edmund.plan.homes import arrivals_of
from edmund.plan.http_calls import planned_call, planned_calls, segment_parameters
from edmund.plan.http_security import NeededScheme, schemes_of
from edmund.surface.exchange import Location, Pages, Paging, Style
from edmund.surface.lineage import Lineage
from edmund.surface.types import ListOf, Named

CHAINS = """
paths:
  /shops/{shop}:
    get: {responses: {204: {description: ok}}}
  /shops/{id}/pets/{id2}:
    get:
      parameters:
      - {name: id, in: path, required: true, schema: {type: string}}
      - {name: id2, in: path, required: true, style: label, schema: {type: integer}}
      responses: {204: {description: ok}}
  /shops/{x}/pets/{shop}/toys/{shop.2}:
    get: {responses: {204: {description: ok}}}
"""


def test_the_path_has_the_names_of_the_chain_and_each_of_them_once() -> None:
    calls = calls_of(CHAINS)
    assert list(calls) == [
        "GET /shops/{shop}",
        "GET /shops/{shop}/pets/{id2}",
        "GET /shops/{shop}/pets/{id2}/toys/{shop.2}",
    ]
    of_pet = calls["GET /shops/{shop}/pets/{id2}"].path_parameters
    assert [(each.name, each.style) for each in of_pet] == [
        ("shop", Style.SIMPLE),
        ("id2", Style.LABEL),
    ]


def test_a_name_that_comes_again_in_a_path_has_a_number() -> None:
    calls = calls_of("""
        paths:
          /a/{id}: {get: {responses: {204: {description: ok}}}}
          /a/{x}/b/{id}: {get: {responses: {204: {description: ok}}}}
        """)
    assert list(calls) == ["GET /a/{id}", "GET /a/{id}/b/{id.2}"]


def labels(parameters: str) -> dict[tuple[str, str], str]:
    (call,) = calls_of(
        f"paths: {{/pets: {{get: {{responses: {{204: {{description: ok}}}}, parameters: [{parameters}]}}}}}}"
    ).values()
    return {(each.location.value, each.name): each.label for each in call.parameters}


def test_a_header_gives_way_to_the_query_and_a_cookie_to_both() -> None:
    assert labels(
        "{name: page_size, in: cookie, schema: {}}, {name: Page-Size, in: header, schema: {}},"
        "{name: pageSize, in: query, schema: {}}, {name: other, in: header, schema: {}}"
    ) == {
        ("query", "pageSize"): "pageSize",
        ("header", "Page-Size"): "Page-Size header",
        ("header", "other"): "other",
        ("cookie", "page_size"): "page_size cookie",
    }


@pytest.mark.parametrize("order", [("filter[]", "filter"), ("filter", "filter[]")])
def test_the_order_of_a_description_decides_no_name(order: tuple[str, str]) -> None:
    given = ", ".join(f"{{name: '{name}', in: query, schema: {{}}}}" for name in order)
    assert labels(given) == {("query", "filter"): "filter", ("query", "filter[]"): "filter[] 2"}


SECURED = """
servers: [{url: 'https://pets.example'}]
security: [{key: []}]
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
    token: {type: oauth2, flows: {}}
    tls: {type: mutualTLS}
paths:
  /default: {get: {responses: {204: {description: ok}}}}
  /none: {get: {security: [], responses: {204: {description: ok}}}}
  /optional: {get: {security: [{}, {key: []}], responses: {204: {description: ok}}}}
  /both: {get: {security: [{key: [], token: [read, write]}, {token: [all]}, {token: [all]}], responses: {204: {description: ok}}}}
  /tls: {get: {security: [{tls: []}], responses: {204: {description: ok}}}}
  /tls-and-key: {get: {security: [{tls: [], key: []}], responses: {204: {description: ok}}}}
"""


def test_security_are_alternatives_of_schemes() -> None:
    calls = {call.path: call.security for call in calls_of(SECURED).values()}
    key = (NeededScheme("key"),)
    assert (calls["/default"].alternatives, calls["/default"].is_optional) == ((key,), False)
    assert (calls["/none"].alternatives, calls["/none"].is_optional) == ((), True)
    assert (calls["/optional"].alternatives, calls["/optional"].is_optional) == ((key,), True)
    assert calls["/both"].alternatives == (
        (NeededScheme("key"), NeededScheme("token", ("read", "write"))),
        (NeededScheme("token", ("all",)),),
    )
    assert (calls["/tls"].alternatives, calls["/tls"].is_optional) == ((), True)
    assert (calls["/tls-and-key"].alternatives, calls["/tls-and-key"].is_optional) == (
        (key,),
        False,
    )


def test_a_client_takes_credentials_for_all_schemes_that_calls_need() -> None:
    key, token = schemes_of(surface_of(SECURED))
    assert (key.name, key.location, key.parameter) == ("key", Location.HEADER, "X-Key")
    assert (token.name, token.scopes) == ("token", ("all", "read", "write"))


def test_a_call_may_have_a_server_of_its_own() -> None:
    calls = calls_of("""
        servers: [{url: 'https://pets.example'}]
        paths:
          /a: {get: {responses: {204: {description: ok}}}}
          /b: {get: {servers: [{url: 'https://{x}.example', variables: {x: {default: files}}}], responses: {204: {description: ok}}}}
          /c: {servers: [{url: /files}], get: {responses: {204: {description: ok}}}}
        """)
    assert [call.base_url for call in calls.values()] == [None, "https://files.example", "/files"]


PAGED = """
components:
  schemas:
    Pet: {type: object, properties: {name: {type: string}}}
    Page: {type: object, properties: {total: {type: integer}, pets: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}
    Two: {type: object, properties: {a: {type: array, items: {}}, b: {type: array, items: {}}}}
paths:
  /list: {get: {responses: {200: {description: ok, headers: {link: {schema: {type: string}}}, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}}}}}
  /page: {get: {responses: {200: {description: ok, headers: {Link: {schema: {type: string}}}, content: {application/json: {schema: {$ref: '#/components/schemas/Page'}}}}}}}
  /two: {get: {responses: {200: {description: ok, headers: {Link: {schema: {type: string}}}, content: {application/json: {schema: {$ref: '#/components/schemas/Two'}}}}}}}
  /failed: {get: {responses: {200: {description: ok, content: {application/json: {schema: {type: array, items: {}}}}}, 400: {description: no, headers: {Link: {schema: {type: string}}}}}}}
"""


def test_a_link_header_of_a_list_says_that_there_are_pages() -> None:
    calls = {call.path: call.paging for call in calls_of(PAGED).values()}
    of_list, of_page = calls["/list"], calls["/page"]
    assert of_list is not None and of_page is not None
    assert (of_list.kind, of_list.items, of_list.item) == (Paging.LINK_HEADER, (), Named("Pet"))
    assert (of_page.kind, of_page.items, of_page.item) == (
        Paging.LINK_HEADER,
        ("pets",),
        Named("Pet"),
    )
    # Which of two lists has the items nobody knows, and errors have no pages.
    assert (calls["/two"], calls["/failed"]) == (None, None)


@needs_shared
def test_the_museum() -> None:
    calls = calls_of_file(SHARED / "openapi" / "museum-3.1.yaml")
    buy = calls["POST /tickets"]
    assert buy.bodies[0].form is ContentForm.JSON and buy.body_required
    assert [answer.status for answer in buy.answers] == ["201", "400", "404"]
    assert [answer.status for answer in buy.errors] == ["400", "404"]
    code = calls["GET /tickets/{ticketId}/qr"].success
    assert (code.form, calls["GET /tickets/{ticketId}/qr"].accept) == (
        ContentForm.BYTES,
        "image/png, application/problem+json;q=0.9",
    )
    hours = calls["GET /museum-hours"]
    assert [each.name for each in hours.parameters] == ["startDate", "page", "limit"]
    assert hours.security.alternatives == ((NeededScheme("MuseumPlaceholderAuth"),),)


@needs_shared
def test_apicurio() -> None:
    calls = calls_of_file(SHARED / "openapi" / "apicurio-registry-v2.json")
    assert len(calls) == 69
    create = calls["POST /groups/{groupId}/artifacts"]
    assert [(body.form, body.media_type, body.is_of_caller) for body in create.bodies] == [
        (ContentForm.JSON, "application/create.extended+json", False),
        (ContentForm.JSON, "application/vnd.create.extended+json", False),
        (ContentForm.BYTES, "application/octet-stream", True),
    ]
    listed = calls["GET /groups/{groupId}/artifacts"]
    assert isinstance(listed.success.type, Named)
    assert isinstance(calls["GET /admin/rules"].success.type, ListOf)


PAGES = """
components:
  schemas:
    Meta: {type: object, properties: {next: {type: string}}}
    Page: {type: object, properties: {meta: {$ref: '#/components/schemas/Meta'}, a: {type: array, items: {type: string}}, b: {type: array, items: {}}}}
paths:
  /pets: {get: {parameters: [{name: cursor, in: query, schema: {type: string}}], responses: {200: {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Page'}}}}}}}
"""


@pytest.mark.parametrize(
    ("pages", "wanted"),
    [
        (
            Pages(Paging.CURSOR, ("a",), ("meta", "next"), "cursor"),
            (Paging.CURSOR, ("a",), "cursor"),
        ),
        (Pages(Paging.PAGE, ("b",), (), "cursor", 0), (Paging.PAGE, ("b",), "cursor")),
        (Pages(Paging.NEXT_LINK, ("a",), ("meta", "next")), (Paging.NEXT_LINK, ("a",), None)),
        (Pages(Paging.CURSOR, ("a",), ("meta", "next"), "gone"), None),
        (Pages(Paging.CURSOR, ("meta",), ("meta", "next"), "cursor"), None),
        (Pages(Paging.CURSOR, (), ("meta", "next"), "cursor"), None),
    ],
)
def test_pages_follow_as_somebody_says(pages: Pages, wanted: object) -> None:
    surface = surface_of(PAGES)
    resource = surface.by_id["/pets"]
    (call,) = resource.calls
    assert call.http is not None
    planned = planned_call(
        resource, call, replace(call.http, pages=pages), Lineage(surface.types)
    ).paging
    found = planned and (planned.kind, planned.items, planned.parameter and planned.parameter.name)
    assert found == wanted


@pytest.mark.parametrize(
    ("pageable", "wanted"),
    [
        ("{nextLinkName: next, itemName: a}", Pages(Paging.NEXT_LINK, ("a",), ("next",))),
        ("{nextLinkName: nextLink}", Pages(Paging.NEXT_LINK, ("value",), ("nextLink",))),
        ("{nextLinkName: null}", None),
    ],
)
@pytest.mark.parametrize("version", ["swagger: '2.0'", "openapi: 3.0.3"])
def test_pages_by_the_extension_of_autorest(
    version: str, pageable: str, wanted: Pages | None
) -> None:
    text = (
        f"{version}\ninfo: {{title: Shop, version: '1'}}\npaths: {{/pets: {{get: {{x-ms-pageable: {pageable},"
        " responses: {'204': {description: ok}}}}}"
    )
    surface = parse_description(InputFile("shop.yaml", text.encode()), no_files).surface
    (call,) = surface.by_id["/pets"].calls
    assert call.http is not None
    assert call.http.pages == wanted


def test_parameters_of_a_segment_are_those_of_the_first_call_below() -> None:
    surface = surface_of("""
        paths:
          /shops/{id}/pets/{a}...{b}:
            get:
              parameters:
              - {name: id, in: path, required: true, schema: {type: string}}
              - {name: a, in: path, required: true, style: label, schema: {type: integer}}
              - {name: b, in: path, required: true, schema: {type: integer}}
              responses: {204: {description: ok}}
          /shops/{shop}/owner:
            get:
              parameters:
              - {name: shop, in: path, required: true, style: matrix, schema: {type: string}}
              responses: {204: {description: ok}}
    """)
    found = segment_parameters(surface, planned_calls(surface), arrivals_of(surface))
    styles = {place: [p.style for p in parameters] for place, parameters in found.items()}
    assert styles == {
        "/shops/{id}": [Style.MATRIX],
        "/shops/{id}/pets/{a}...{b}": [Style.LABEL, Style.SIMPLE],
    }
