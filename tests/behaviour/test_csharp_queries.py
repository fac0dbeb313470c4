"""Queries as code in C#: the vectors, what users write, what goes together with text, and what is refused before sending."""

from __future__ import annotations

import json
from typing import Any

import pytest
from behaviour import csharp_harness as harness
from toolchains import csharp, needs
from vector_files import ROOT, Vector, vectors

pytestmark = [needs("csharp"), pytest.mark.xdist_group("csharp")]

RUNNER = harness.SOURCES.parent / "csharp_queries"
SHOP = ROOT / "tests" / "vectors" / "queries.csdl"
# A call with a shape in its URL, which the document of the vectors does not have.
NEAR = (
    '<Function Name="Near"><Parameter Name="place" Type="Edm.GeographyPoint" />'
    '<ReturnType Type="Collection(shop.Product)" /></Function>'
)
IMPORTED = (
    '<FunctionImport Name="Near" Function="shop.Near" EntitySet="Products" /></EntityContainer>'
)
PRODUCTS = "https://shop.example/Products?"
VECTORS = list(vectors("queries"))
LAMBDAS = {
    "closures": "startswith(Name,'A') and Stores/any(s:s/City eq 'O''Hara') or Price gt 6",
    "lists": "Name in ('a','b') and not (Rating in (1)) and Tags/any(x:x eq 't')",
    "counts": "Tags/$count gt 1 and Parts/$count gt 2",
    "texts in order": "Name gt 'm' and Name le 'z'",
    "sums of texts": "concat(Name,'x') eq 'ax'",
    "null": "Category eq null and Price ne null",
    "a value on the left": "'Red' eq Colour",
    "raw": "(Rating gt 3 or Fragile) and Price gt 1",
    "cast": "cast(ID,Edm.String) eq '1' and ex.shop.Book/Author eq 'a'",
    "the same name twice": "Parts/any(p:p/Name eq 'a') and Parts/all(p:p/Price gt 1)",
    "text and code": (
        f"{PRODUCTS}$filter=(Rating gt 3) and (Fragile eq true)&$orderby=Rating,Price desc"
        "&$select=ID,Origin/City"
    ),
    "expanded": (
        f"{PRODUCTS}$expand=Category($expand=Products($select=ID)),"
        "Parts($filter=Name eq 'a;b)';$orderby=Name;$select=ID;$top=3;$levels=max)"
    ),
    "one object": "https://shop.example/Best?$select=Author&$expand=Category",
    "selected by what cannot be filtered": "https://shop.example/Orders?$select=Secret",
    "filtered by what cannot be": (
        "UnsupportedQueryException: 'Secret' cannot be filtered; it can be selected"
    ),
    "filtered by a part of what cannot be": (
        "UnsupportedQueryException: 'Stores/City' cannot be filtered; it can be sorted by and selected"
    ),
    "sorted by what cannot be": (
        "UnsupportedQueryException: 'Secret' cannot be sorted by; it can be selected"
    ),
    "expanded by what cannot be": (
        "UnsupportedQueryException: 'Hidden' cannot be expanded; it can be filtered and sorted by and selected"
    ),
    "a place in a path": (
        "https://shop.example/Near(place=geography'SRID=4326;Point(142.1 64.1)')"
    ),
    "a place of another system": (
        "https://shop.example/Near(place=geography'SRID=3857;Point(1 2)')"
    ),
    "an area that is a line": (
        "ArgumentException: the value is no Edm.GeographyPoint (Parameter 'shape')"
    ),
    "all shapes": (
        "geometry'SRID=0;MultiPoint((1 2),(3 4))' geometry'SRID=0;LineString(1 2,3 4)'"
        " geometry'SRID=0;Polygon((1 2,3 4,5 6,1 2))' geometry'SRID=0;MultiLineString((1 2,3 4),(5 6,7 8))'"
        " geometry'SRID=0;MultiPolygon(((1 2,3 4,5 6,1 2)))'"
        " geometry'SRID=0;Collection(Point(1 2),LineString(1 2,3 4))'"
    ),
    "any primitive value": "1.50 true 'a''b'",
    "unsaid": "NotSupportedException: a query cannot say String.Normalize",
    "unsaid property": "NotSupportedException: 'OdataType' is no property of the schema",
}


@pytest.fixture(scope="module")
def answers() -> dict[str, Any]:
    """Texts by the vectors' ids and the lambdas' names; those of a service of 4.0 behind `4.0 `."""
    root = harness.folder()
    text = SHOP.read_text("utf-8").replace("</EntityContainer>", IMPORTED)
    text = text.replace("<EntityContainer ", f"{NEAR}<EntityContainer ")
    shop, older = root / "shop.csdl", root / "older.csdl"
    shop.write_text(text, "utf-8")
    older.write_text(text.replace('Version="4.01"', 'Version="4.0"'), "utf-8")
    asked = {v.id: v.case for v in VECTORS} | {name: {"lambda": name} for name in LAMBDAS}
    questions = root / "questions.json"
    questions.write_text(json.dumps(list(asked.values())), "utf-8")
    jobs = []
    for name, document in (("", shop), ("4.0 ", older)):
        output = harness.generate(
            root / f"output{name.strip()}", document, package="Vectors", client="ShopClient"
        )
        program = root / f"program{name.strip()}" / "Runner.dll"
        program.parent.mkdir()
        jobs.append(csharp.Compilation(program, [output, RUNNER], exe=True))
    compiled = csharp.compiled(*jobs)
    assert compiled == [[]] * len(jobs), compiled
    found: dict[str, Any] = {}
    for before, job in zip(("", "4.0 "), jobs, strict=True):
        assert job.output is not None
        done = csharp.run(job.output, str(questions))
        assert done.returncode == 0, done.stderr
        given = json.loads(done.stdout)
        found |= {f"{before}{name}": text for name, text in zip(asked, given, strict=True)}
    return found


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector.id)
def test_vectors(vector: Vector, answers: dict[str, Any]) -> None:
    assert answers[vector.id] == vector.case["text"]


@pytest.mark.parametrize("name", LAMBDAS)
def test_as_users_write_them(name: str, answers: dict[str, Any]) -> None:
    assert answers[name] == LAMBDAS[name]


def test_members_have_their_type_where_the_version_wants_it(answers: dict[str, Any]) -> None:
    assert answers["4.0 a value on the left"] == "ex.shop.Colour'Red' eq Colour"
