"""Queries as code in PHP: the vectors, what goes together with text, and what is refused before sending."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from generated_package import generate
from toolchains import needs
from toolchains import php as toolchain
from vector_files import ROOT, Vector, vectors

sys.path.insert(0, str(Path(__file__).resolve().parent))
from behaviour.php_client import PhpClient

RUNNER = Path(__file__).resolve().parent / "php" / "query_runner.php"
SHOP = ROOT / "tests" / "vectors" / "queries.csdl"
VECTORS = list(vectors("queries"))
_NAMES = ("filter", "orderby", "select", "expand")

pytestmark = [needs("php"), pytest.mark.xdist_group("php")]


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The query of each vector's request, decoded."""
    folder = tmp_path_factory.mktemp("php-queries")
    generate([SHOP], folder / "client", "Vectors", target="php")
    document = folder / "cases.json"
    document.write_text(json.dumps([vector.case for vector in VECTORS]), "utf-8")
    done = toolchain.run([str(RUNNER), str(document), "ContainerClient"], folder / "client")
    return dict(zip([v.id for v in VECTORS], json.loads(done.stdout), strict=True))


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector.id)
def test_vectors(vector: Vector, texts: dict[str, str]) -> None:
    name = next((name for name in _NAMES if name in vector.case), "filter")
    assert texts[vector.id] == f"${name}={vector.case['text']}"


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> PhpClient:
    made = PhpClient(tmp_path_factory.mktemp("php-query-shop"), SHOP.read_text("utf-8"))
    made.client = "ContainerClient"
    return made


def answers(shop: PhpClient, asked: dict[str, str]) -> list[Any]:
    """What each expression gives: the text, or the class of what was thrown and what it says."""
    tries = ",".join(f"fn (): mixed => {code}" for code in asked.values())
    lines = f"""
    $p = new Shop\\Generated\\Queries\\ProductPath();
    $asked = static fn (mixed ...$options): Shop\\Runtime\\RequestConfiguration
        => new Shop\\Runtime\\RequestConfiguration(
            queryParameters: Shop\\Runtime\\RequestConfiguration::createQueryParameters(...$options)
        );
    $url = static fn (mixed ...$options): string
        => rawurldecode(explode('?', $client->products()->toGetRequestInformation($asked(...$options))->url)[1]);
    $limited = static fn (mixed ...$options): string
        => rawurldecode(explode('?', $client->orders()->toGetRequestInformation($asked(...$options))->url)[1]);
    $count = static fn (mixed ...$options): string
        => $client->orders()->count()->toGetRequestInformation($asked(...$options))->url;
    $item = static fn (mixed ...$options): string
        => $client->orders()->byId(1)->toGetRequestInformation($asked(...$options))->url;
    return array_map(static function (Closure $try): mixed {{
        try {{
            return (string) $try();
        }} catch (Throwable $error) {{
            return [basename(strtr($error::class, '\\\\', '/')), $error->getMessage()];
        }}
    }}, [{tries}]);
    """
    found: list[Any] = shop.run(lines)
    return found


TAKEN = {
    "text and code": ("$p->name->eq('a')->and('b or c')", "Name eq 'a' and (b or c)"),
    "text alone": (
        "$url(filter: \"Name eq 'x'\", orderby: [$p->name, 'Price desc'], select: ['ID'])",
        "$select=ID&$filter=Name eq 'x'&$orderby=Name,Price desc",
    ),
    "expanded": ("$url(expand: [$p->category])", "$expand=Category"),
    "variables within each other": (
        "$p->parts->any(fn ($p) => $p->parts->any(fn ($p) => $p->name->eq('x')))",
        "Parts/any(p:p/Parts/any(p1:p1/Name eq 'x'))",
    ),
    "a variable with an underscore": (
        "$p->tags->any(fn ($_) => $_->eq('x'))",
        "Tags/any(x:x eq 'x')",
    ),
    "a derived type within a path": (
        "$p->category->products->any(fn ($x) => $x->as(Shop\\Generated\\Queries\\BookPath::class)->author->ne(null))",
        "Category/Products/any(x:x/ex.shop.Book/Author ne null)",
    ),
    "a number of another kind": ("$p->rating->lt(2.5)", "Rating lt 2.5"),
    "a day from a moment": (
        "$p->released->eq(new DateTimeImmutable('2020-02-29T23:00:00Z'))",
        "Released eq 2020-02-29",
    ),
    "not forbidden here": ("$url(filter: $p->secret->eq('x'))", "$filter=Secret eq 'x'"),
    "not forbidden at all": (
        "$limited(filter: $p->name->eq('x'), orderby: [$p->rank])",
        "$filter=Name eq 'x'&$orderby=Rank",
    ),
    "text is the caller's own": ("$limited(filter: \"Secret eq 'x'\")", "$filter=Secret eq 'x'"),
    "a chain of many": (
        "strlen((string) $p->id->eq(0)->or(...array_map($p->id->eq(...), range(1, 3000)))) . ''",
        str(sum(len(f"ID eq {n}") for n in range(3001)) + 3000 * len(" or ")),
    ),
}

REFUSED = {
    "a number for text": ("$p->name->eq(5)", "TypeError", "Edm.String is asked for here, not int"),
    "a number for a boolean": ("$p->fragile->eq(1)", "TypeError", "Edm.Boolean"),
    "an interval for a number": ("$p->rating->eq(new DateInterval('P1D'))", "TypeError", "Int32"),
    "text that is no number": (
        "$p->rating->eq('1 or 1 eq 1')",
        "InvalidArgumentException",
        "is no Edm.Int32",
    ),
    "text that is no GUID": ('$p->code->eq("x\' or 1")', "InvalidArgumentException", "Edm.Guid"),
    "a time without an offset": (
        "$p->sold->gt('2020-01-01T00:00:00')",
        "InvalidArgumentException",
        "Edm.DateTimeOffset",
    ),
    "bytes": ('$p->name->eq("\\xff")', "InvalidArgumentException", "UTF-8"),
    "NUL": ('$url(filter: $p->name->eq("a\\0b"))', "InvalidArgumentException", "NUL"),
    "a misspelt property": ("$p->origin->cty", "Error", "did you mean 'city'?"),
    "a property of a collection": ("$p->stores->city", "Error", "is a collection"),
    "a value for a condition": ("$url(filter: $p->name)", "TypeError", "filter"),
    "a condition of a value": ("$p->fragile->and($p->name)", "TypeError", "Condition"),
    "an order for a selection": (
        "$url(select: [$p->name->desc()])",
        "InvalidArgumentException",
        "select takes no order",
    ),
    "a call for a selection": (
        "$url(select: [$p->name->toLower()])",
        "InvalidArgumentException",
        "cannot stand in select",
    ),
    "an object in an order": (
        "$url(orderby: [$p->category])",
        "InvalidArgumentException",
        "an object cannot stand in orderby",
    ),
    "a filter": (
        "$limited(filter: $p->secret->eq('x'))",
        "QueryError",
        "'Secret' cannot be filtered; it can be selected",
    ),
    "a filter deep inside": (
        "$limited(filter: $p->name->eq('x')->or($p->secret->startsWith('x')->not()))",
        "QueryError",
        "'Secret' cannot be filtered",
    ),
    "a filter of a part": (
        "$limited(filter: $p->origin->city->eq('x'))",
        "QueryError",
        "'Origin/City' cannot be filtered; it can be sorted by and selected",
    ),
    "a filter of items": (
        "$limited(filter: $p->stores->any(fn ($s) => $s->city->eq('x')))",
        "QueryError",
        "'Stores/City' cannot",
    ),
    "an order": (
        "$limited(orderby: [$p->name, $p->secret->desc()])",
        "QueryError",
        "'Secret' cannot be sorted by",
    ),
    "an expansion": (
        "$limited(expand: [$p->hidden->with(top: 1)])",
        "QueryError",
        "'Hidden' cannot be expanded",
    ),
    "an expansion of one": ("$item(expand: [$p->hidden])", "QueryError", "'Hidden' cannot"),
    "a count": ("$count(filter: $p->secret->eq('x'))", "QueryError", "'Secret' cannot"),
}


def test_what_is_taken(shop: PhpClient) -> None:
    found = answers(shop, {name: code for name, (code, _) in TAKEN.items()})
    assert dict(zip(TAKEN, found, strict=True)) == {name: text for name, (_, text) in TAKEN.items()}


def test_what_is_refused(shop: PhpClient) -> None:
    found = answers(shop, {name: code for name, (code, *_) in REFUSED.items()})
    for (name, (_, cls, said)), answer in zip(REFUSED.items(), found, strict=True):
        assert answer[0] == cls and said in answer[1], (name, answer)
