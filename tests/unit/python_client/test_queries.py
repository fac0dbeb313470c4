"""Queries as code in the Python client: the vectors, what is refused, and what it costs."""

from __future__ import annotations

import functools
import importlib
import operator
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from generated_package import generate
from python_queries import Writer
from vector_files import ROOT, Vector, vectors

PACKAGE = "edmund_asked"
SHOP = ROOT / "tests" / "vectors" / "queries.csdl"


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = generate([SHOP], tmp_path_factory.mktemp("queries"), PACKAGE)
    sys.path.insert(0, str(folder))
    importlib.invalidate_caches()
    yield folder
    sys.path.remove(str(folder))


@pytest.fixture(scope="module")
def shop(output: Path) -> SimpleNamespace:
    def part(module: str, name: str) -> Any:
        return getattr(importlib.import_module(f"{PACKAGE}.{module}"), name)

    client = importlib.import_module(PACKAGE).SyncContainerClient
    return SimpleNamespace(
        Product=part("generated.models.product", "Product"),
        Category=part("generated.models.category", "Category"),
        Book=part("generated.models.book", "Book"),
        Colour=part("generated.models.colour", "Colour"),
        query=importlib.import_module(f"{PACKAGE}.runtime.query"),
        client=client(None, base_url="https://shop.example/v1"),
    )


def url(shop: SimpleNamespace, **options: Any) -> str:
    """The query of the request that a call would send, decoded."""
    from urllib.parse import unquote

    request = shop.client.products.get.request(**options)
    return unquote(request.url.partition("?")[2])


@pytest.mark.parametrize("vector", vectors("queries"), ids=lambda vector: vector.id)
def test_vectors(vector: Vector, shop: SimpleNamespace) -> None:
    options = Writer(shop, {}).options(vector.case)
    ((name, _),) = options.items()
    assert url(shop, **options) == f"${name}={vector.case['text']}"


def test_text_and_code_go_together(shop: SimpleNamespace) -> None:
    Product, query = shop.Product, shop.query
    assert str((Product.name == "a") & query.raw("b or c")) == "Name eq 'a' and (b or c)"
    assert str((Product.name == "a") & "b or c") == "Name eq 'a' and (b or c)"
    found = url(shop, filter="Name eq 'x'", orderby=[Product.name, "Price desc"], select="ID")
    assert found == "$filter=Name eq 'x'&$orderby=Name,Price desc&$select=ID"
    assert url(shop, expand=Product.category) == "$expand=Category"


def test_what_is_sent_is_encoded_whole(shop: SimpleNamespace) -> None:
    request = shop.client.products.get.request(filter=shop.Product.name == "a&$top=1#ü")
    assert request.url.endswith("?$filter=Name%20eq%20%27a%26%24top%3D1%23%C3%BC%27")


def test_variables_within_each_other_keep_apart(shop: SimpleNamespace) -> None:
    asked = shop.Product.parts.any(lambda p: p.parts.any(lambda p: p.name == "x"))
    assert str(asked) == "Parts/any(p:p/Parts/any(p1:p1/Name eq 'x'))"
    assert str(shop.Product.tags.any(lambda _: _ == "x")) == "Tags/any(x:x eq 'x')"


def test_members_of_flags_have_the_order_of_the_schema(shop: SimpleNamespace) -> None:
    both = {shop.Colour("Green"), shop.Colour("Red")}
    assert str(shop.Product.colour == both) == "Colour eq 'Red,Green'"


def test_a_member_that_is_called_like_something_else_is_a_path(shop: SimpleNamespace) -> None:
    """Nothing that an attribute is made of hides what the path leads to."""
    attribute = type(shop.Product.__dict__["origin"])
    public = {name for name in vars(attribute) if not name.startswith("_")}
    assert public == set()


def fails(shop: SimpleNamespace) -> list[tuple[type[Exception], str, Callable[[], Any]]]:
    Product, query = shop.Product, shop.query
    return [
        (TypeError, "joined by &", lambda: bool(Product.name == "a")),
        (TypeError, "Edm.String", lambda: Product.name == 5),
        (TypeError, "Edm.Boolean", lambda: Product.fragile == 1),
        (TypeError, "Edm.Int32", lambda: Product.rating == timedelta(1)),
        (ValueError, "is no Edm.Int32", lambda: Product.rating == "1 or 1 eq 1"),
        (ValueError, "is no Edm.Guid", lambda: Product.code == "x' or 1"),
        (ValueError, "offset from UTC", lambda: Product.sold > datetime(2020, 1, 1)),
        (ValueError, "surrogate", lambda: Product.name == "\ud800"),
        (ValueError, "NUL", lambda: url(shop, filter=Product.name == "a\0b")),
        (AttributeError, "did you mean 'city'", lambda: Product.origin.cty),
        (AttributeError, "is a collection", lambda: Product.stores.city),
        (AttributeError, "", lambda: Product.name.foo),
        (TypeError, "a condition is needed", lambda: Product.name & (Product.rating == 1)),
        (TypeError, "takes a condition", lambda: url(shop, filter=Product.name)),
        (TypeError, "no option of what is expanded", lambda: Product.category(filtre="x")),
        (TypeError, "takes no order", lambda: url(shop, filter=Product.name.desc())),
        (
            query.QueryError,
            "'Secret' cannot be filtered; it can be selected",
            lambda: asked(shop, filter=Product.secret == "x"),
        ),
        (
            query.QueryError,
            "'Secret' cannot be filtered",
            lambda: asked(shop, filter=(Product.name == "x") | ~Product.secret.startswith("x")),
        ),
        (
            query.QueryError,
            "'Origin/City' cannot be filtered; it can be sorted by",
            lambda: asked(shop, filter=Product.origin.city == "x"),
        ),
        (
            query.QueryError,
            "'Stores/City' cannot",
            lambda: asked(shop, filter=Product.stores.any(lambda s: s.city == "x")),
        ),
        (
            query.QueryError,
            "'Secret' cannot be sorted by",
            lambda: asked(shop, orderby=[Product.name, Product.secret.desc()]),
        ),
        (
            query.QueryError,
            "'Hidden' cannot be expanded",
            lambda: asked(shop, expand=Product.hidden(top=1)),
        ),
        (
            query.QueryError,
            "'Secret' cannot",
            lambda: shop.client.orders.count.get.request(filter=Product.secret == "x"),
        ),
    ]


def asked(shop: SimpleNamespace, **options: Any) -> Any:
    """A request of a set that restricts what can be asked."""
    return shop.client.orders.get.request(**options)


@pytest.mark.parametrize("number", range(23))
def test_what_is_refused(number: int, shop: SimpleNamespace) -> None:
    error, said, call = fails(shop)[number]
    with pytest.raises(error) as refused:
        call()
    assert said in str(refused.value)


def test_all_that_is_refused_is_tried(shop: SimpleNamespace) -> None:
    assert len(fails(shop)) == 23


def test_the_same_is_taken_where_nothing_forbids_it(shop: SimpleNamespace) -> None:
    assert url(shop, filter=shop.Product.secret == "x") == "$filter=Secret eq 'x'"
    assert asked(shop, filter=shop.Product.name == "x", orderby=shop.Product.rank)
    assert asked(shop, filter="Secret eq 'x'")  # text is the caller's own


def test_chains_may_be_long(shop: SimpleNamespace) -> None:
    parts = [shop.Product.rating == number for number in range(3000)]
    every = functools.reduce(operator.or_, parts)
    assert str(every).count(" or ") == 2999
    assert asked(shop, filter=every).url.count("Rating") == 3000


def test_nothing_is_loaded_before_it_is_used(output: Path) -> None:
    script = (
        f"import sys; sys.path.insert(0, {str(output)!r})\n"
        f"from {PACKAGE} import SyncContainerClient\n"
        f"from {PACKAGE}.generated.models.product import Product\n"
        "client = SyncContainerClient(None, base_url='https://shop.example')\n"
        "client.products.get.request(filter='a')\n"
        "Product(name='x').name\n"
        f"print([m for m in sys.modules if m.startswith('{PACKAGE}.runtime.query') or m.endswith('runtime.fields')])\n"
        "Product.name == 'x'\n"
        f"print('{PACKAGE}.runtime.query' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.split("\n")[:2] == ["[]", "True"]


def test_a_filter_costs_little(shop: SimpleNamespace) -> None:
    """Some twenty microseconds of work; the bound leaves room for a busy machine."""
    Product = shop.Product

    def build() -> Any:
        return (
            Product.name.startswith("A") & (Product.fragile == True)  # noqa: E712
        ) | Product.stores.any(lambda s: s.city == "x")

    build()

    def seconds() -> float:
        start = time.process_time()
        for _ in range(500):
            build()
        return (time.process_time() - start) / 500

    assert min(seconds() for _ in range(8)) < 60e-6
