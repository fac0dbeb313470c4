"""Java clients go through all pages, however they follow each other, and make no request too many."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))
from generated_java import HARNESS, workplace
from toolchains import java, needs

from edmund.description import load_description
from edmund.pipeline import Recipe, compile_surface
from edmund.slicing.slice import Selection
from edmund.surface.elements import Resource, Surface
from edmund.surface.exchange import Pages, Paging
from edmund.targets.contract import TargetOptions

pytestmark = [needs("java"), pytest.mark.xdist_group("java")]

CALL = """\
  /{name}:
    get:
      parameters: [{{name: at, in: query, schema: {{type: {type}}}}}, {{name: q, in: query, schema: {{type: string}}}}]
      responses: {{200: {{description: ok, content: {{application/json: {{schema: {{$ref: '#/components/schemas/Page'}}}}}}}}}}
"""
TYPES = """\
components:
  schemas:
    Page: {type: object, properties: {next: {type: string}, data: {$ref: '#/components/schemas/Data'}}}
    Data: {type: object, properties: {items: {type: array, items: {type: string}}}}
"""
PAGES = {
    "link": Pages(Paging.NEXT_LINK, ("data", "items"), ("next",)),
    "cursor": Pages(Paging.CURSOR, ("data", "items"), ("next",), "at"),
    "offset": Pages(Paging.OFFSET, ("data", "items"), (), "at"),
    "page": Pages(Paging.PAGE, ("data", "items"), (), "at", 0),
}


def said(resource: Resource) -> Resource:
    """The resource whose calls have pages that follow as is said for its name."""
    pages = PAGES.get(resource.id.removeprefix("/"))
    calls = [
        replace(call, http=replace(call.http, pages=pages)) if call.http else call
        for call in resource.calls
    ]
    return replace(resource, calls=tuple(calls))


@cache
def classes() -> tuple[Path, ...]:
    folder = workplace() / "http-pages"
    folder.mkdir()
    document = "openapi: 3.1.0\ninfo: {title: Shop, version: '1'}\npaths:\n"
    for name in PAGES:
        document += CALL.format(name=name, type="string" if name == "cursor" else "integer")
    (folder / "pages.yaml").write_text(document + TYPES, "utf-8")
    surface = load_description(folder / "pages.yaml").surface
    made = Surface(
        surface.root, tuple(map(said, surface.resources)), surface.types, surface.names, ""
    )
    recipe = Recipe(Selection(), "java", TargetOptions("shop"))
    files = []
    for file in compile_surface(made, recipe, workers=1).files:
        if file.path.endswith(".java"):
            path = folder / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(file.text, "utf-8")
            files.append(path)
    runner = sorted((HARNESS / "http").glob("*.java"))
    java.compile_java([*files, *runner], folder / "classes")
    return (folder / "classes",)


def gone_through(
    name: str, fields: dict[str, Any], *pages: dict[str, Any]
) -> tuple[Any, list[str]]:
    """The items, and the URLs that were asked for."""
    classpath = classes()
    header = {"content-type": "application/json"}
    question = {
        "kind": "call",
        "base_url": "https://shop.example",
        "client": "ShopClient",
        "chain": [{"name": name, "values": []}],
        "fields": fields,
        "verb": "get",
        "all pages": True,
        "credentials": {},
        "answers": [{"status": 200, "headers": header, "text": json.dumps(p)} for p in pages],
    }
    file = workplace() / "http-pages" / "question.json"
    file.write_text(json.dumps([question]), "utf-8")
    (answer,) = json.loads(java.run_java("shop.runtime.HttpRunner", [str(file)], classpath))
    urls = [request["url"].removeprefix("https://shop.example") for request in answer["requests"]]
    return answer.get("items", answer.get("refused")), urls


def page(*items: str, next_: str | None = None) -> dict[str, Any]:
    return {"data": {"items": list(items)}, "next": next_}


def test_a_url_in_the_page() -> None:
    pages = page("a", next_="/link?x=2"), page(next_="?x=3"), page("b", next_="")
    assert gone_through("link", {}, *pages) == (["a", "b"], ["/link", "/link?x=2", "/link?x=3"])


def test_a_url_of_another_origin_is_not_asked_for() -> None:
    refused, urls = gone_through("link", {}, page("a", next_="https://evil.example/link"))
    assert "UnsafeUrl" in refused
    assert urls == ["/link"]


def test_a_page_that_was_there_already_ends_it() -> None:
    refused, urls = gone_through("cursor", {}, page("a", next_="x"), page("b", next_="x"))
    assert "PagingStopped" in refused
    assert urls == ["/cursor", "/cursor?at=x"]


def test_a_cursor_takes_the_place_of_the_one_before() -> None:
    pages = page("a", next_="x&y"), page("b", next_="z"), page("c")
    expected = ["/cursor?at=w&q=1", "/cursor?q=1&at=x%26y", "/cursor?q=1&at=z"]
    assert gone_through("cursor", {"at": "w", "q": "1"}, *pages) == (["a", "b", "c"], expected)


def test_an_offset_grows_by_the_items() -> None:
    pages = page("a", "b"), page("c"), page()
    assert gone_through("offset", {}, *pages) == (
        ["a", "b", "c"],
        ["/offset", "/offset?at=2", "/offset?at=3"],
    )
    assert gone_through("offset", {"at": 5}, *pages[1:])[1] == ["/offset?at=5", "/offset?at=6"]


def test_a_page_s_number_grows_by_one_from_the_first() -> None:
    pages = page("a"), page("b"), page()
    assert gone_through("page", {}, *pages) == (["a", "b"], ["/page", "/page?at=1", "/page?at=2"])
    assert gone_through("page", {"at": 7}, *pages[1:])[1] == ["/page?at=7", "/page?at=8"]
