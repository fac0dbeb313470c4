"""What the target lays out is what black leaves as it is."""

from __future__ import annotations

import keyword

import black
import pytest
from hypothesis import given
from hypothesis import strategies as st

from edmund.targets.python.literals import assignment
from edmund.targets.python.signatures import (
    Bracketed,
    constant,
    from_import,
    laid_out,
    signature,
)

MODE = black.Mode(line_length=100)
names = st.from_regex(r"[a-z]{1,60}", fullmatch=True).filter(
    lambda name: not keyword.iskeyword(name)
)


def assert_black_agrees(source: str) -> None:
    assert black.format_str(source, mode=MODE) == source


@given(names, st.lists(names, min_size=0, max_size=5, unique=True), names)
def test_signatures(name: str, parameters: list[str], returns: str) -> None:
    laid = signature(f"f{name}", ["self", *(f"p{p}: int = 1" for p in parameters)], f"R[{returns}]")
    head = "from __future__ import annotations\n\n\nclass A:\n"
    assert_black_agrees(f"{head}    {laid}\n        return 1\n")


@given(names, st.lists(names, min_size=1, max_size=4, unique=True))
def test_imports(module: str, imported: list[str]) -> None:
    written = from_import(f"m{module}", [f"n{name}" for name in imported])
    assert_black_agrees(f"{written}\n")


parts = st.recursive(
    names.map(lambda name: f'"{name}"'),
    lambda inner: st.tuples(names, st.lists(inner, min_size=2, max_size=4)).map(
        lambda pair: Bracketed(f"c{pair[0]}", tuple(pair[1]))
    ),
    max_leaves=6,
)


@given(st.lists(parts, min_size=2, max_size=4))
def test_calls(items: list[str | Bracketed]) -> None:
    body = laid_out(Bracketed("return self.made", tuple(items)), 8)
    assert_black_agrees(f"class A:\n    def a(self):\n        {body}\n")


@given(names, names)
def test_constants(name: str, value: str) -> None:
    assert_black_agrees("class A:\n    " + constant(f"c{name}", f'"{value}"') + "\n")


@pytest.mark.parametrize("length", range(70, 110))
def test_returns_around_the_line_length(length: int) -> None:
    laid = signature("get", ["self", "b: C"], f"Request[{'R' * (length - 30)} | None]")
    head = "from __future__ import annotations\n\n\nclass A:\n"
    assert_black_agrees(f"{head}    {laid}\n        return 1\n")


def test_an_annotation_that_is_no_single_subscript_is_not_broken_within() -> None:
    long = "A" * 60
    written = assignment(
        f"{'a' * 30}: Property[dict[str, list[{long}]] | None]", "member", ["x"], 4
    )
    assert compile(written, "source", "exec")
    written = assignment(f"{'a' * 30}: Property[dict[str, list[{long}]]]", "member", ["x"], 4)
    assert compile(written, "source", "exec")
