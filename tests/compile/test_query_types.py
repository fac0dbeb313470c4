"""Type checkers accept queries as code, and refuse wrong ones."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from generated_package import ROOT, generate

GOOD = """
from datetime import UTC, datetime
from decimal import Decimal
from uuid import UUID

from typed_shop import ContainerClient, SyncContainerClient
from typed_shop.generated.models.address import Address
from typed_shop.generated.models.book import Book
from typed_shop.generated.models.category import Category
from typed_shop.generated.models.colour import Colour
from typed_shop.generated.models.product import Product
from typed_shop.runtime.query import Expression, as_type, now, raw
from typing import assert_type


async def calls(client: ContainerClient, sync: SyncContainerClient, code: UUID) -> None:
    condition = (Product.name.startswith("A") & (Product.fragile == True)) | Product.stores.any(
        lambda s: s.city == "Ulm"
    )
    assert_type(condition, Expression)
    await client.products.get(
        filter=condition,
        orderby=[Product.name, Product.price.desc(), "Rating"],
        select=[Product.id, Product.origin, Product.origin.city],
        expand=Product.category(select=[Category.title], filter=Category.title == "x"),
    )
    sync.products.get(filter=Product.fragile, orderby=Product.name, expand=[Product.parts, "Hidden"])
    sync.products.get(filter="Name eq 'x'", select=["ID"], orderby=["Name desc"], expand=["Parts"])
    sync.products.get(filter=(Product.price * 2 + 1 > Decimal("5")) & (Product.code == code))
    sync.products.get(filter=Product.sold > datetime.now(UTC))
    sync.products.get(filter=(Product.sold > now()) & raw("a eq 1"))
    sync.products.get(filter=Product.colour.has(Colour.Red) | (Product.colour == {Colour.Green}))
    sync.products.get(filter=Product.tags.any(lambda t: t.startswith("x")))
    sync.products.get(filter=Product.parts.all(lambda p: p.parts.count() > 2))
    sync.products.get(filter=Product.category.as_(Category).title == "x")
    sync.products.get(filter=Product.rating.in_([1, 2]) & ~Product.fragile)
    sync.products.get(filter=Product.sold.year() == 2020)
    made = Product(name="x", origin=Address(city="Ulm"))
    assert_type(made.name, str | None)
    assert_type(made.origin, Address | None)
    assert_type(made.category, Category | None)
    assert_type(made.parts, list[Product] | None)
"""
WRONG = [
    "client.products.get(filter=Product.name == 5)",
    "Product.price.startswith('a')",
    "Product.nme == 'a'",
    "Product.origin.cty == 'a'",
    "Product.stores.any(lambda s: s.cty == 'a')",
    "Product.name.any(lambda n: n == 'a')",
    "client.products.get(filter=Product.name)",
    "client.products.get(filter=5)",
    "client.products.get(expand=Product.category(selct=['a']))",
]
HEAD = """
from typed_shop import SyncContainerClient
from typed_shop.generated.models.product import Product

def wrong(client: SyncContainerClient) -> None:
"""


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    source = ROOT / "tests" / "vectors" / "queries.csdl"
    return generate([source], tmp_path_factory.mktemp("typed"), "typed_shop")


def run(output: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=output,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )


def test_mypy_accepts_queries(output: Path) -> None:
    (output / "good.py").write_text(GOOD, encoding="utf-8")
    finished = run(output, "mypy", "--strict", "--no-error-summary", "good.py")
    assert finished.stdout + finished.stderr == ""


def test_mypy_refuses_wrong_queries(output: Path) -> None:
    lines = "".join(f"    {line}\n" for line in WRONG)
    (output / "wrong.py").write_text(HEAD + lines, encoding="utf-8")
    finished = run(output, "mypy", "--strict", "wrong.py")
    first = len(HEAD.splitlines()) + 1
    told = {int(line) for line in re.findall(r"^wrong\.py:(\d+): error", finished.stdout, re.M)}
    assert told == set(range(first, first + len(WRONG))), finished.stdout


def test_pyright_accepts_queries(output: Path) -> None:
    (output / "good.py").write_text(GOOD, encoding="utf-8")
    finished = run(output, "pyright", "--pythonpath", sys.executable, "good.py")
    if "error" in finished.stderr.lower() and not finished.stdout:
        pytest.skip("pyright cannot be run here: it fetches Node.js on its first run")
    assert re.search(r"^0 errors", finished.stdout, re.M), finished.stdout
